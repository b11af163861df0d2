using Utvardering.Ingestion.PersonalData;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Deliveries.Contract;

/// <summary>What those who deliver a dataset agree to send: the schema in their own words.</summary>
/// <param name="Dataset">The dataset that it fills.</param>
/// <param name="Title">Of template and guide.</param>
/// <param name="About">Paragraphs of the guide, in Swedish: what is delivered, by whom and when.</param>
/// <param name="Folder">Where in the input folder the files are put.</param>
/// <param name="Columns">In the template's order.</param>
/// <param name="Rules">The rules across columns, as told to the sender.</param>
/// <param name="QuasiIdentifiers">Headings; empty where rows are counts, else the rows are persons and these tell them apart.</param>
/// <param name="SmallestGroup">k, where rows are persons.</param>
/// <param name="Version">Sixteen hexadecimal digits that change with the schema and its code lists.</param>
public sealed record DeliveryContract(
    string Dataset,
    LocalText Title,
    IReadOnlyList<string> About,
    string Folder,
    IReadOnlyList<ContractColumn> Columns,
    IReadOnlyList<LocalText> Rules,
    IReadOnlyList<string> QuasiIdentifiers,
    int SmallestGroup,
    string Version)
{
    /// <summary>The sheet of a workbook that holds the figures.</summary>
    public const string DataSheet = "Uppgifter";

    /// <summary>The template's sheet of explanations.</summary>
    public const string GuideSheet = "Så fyller du i";

    /// <summary>The template's sheet of code lists.</summary>
    public const string CodeSheet = "Koder";

    /// <summary>The sheet of problems in a workbook that was sent back.</summary>
    public const string ProblemSheet = "Fel i filen";

    // Room for a slip of the pen beside the longest label.
    private const int Slack = 20;

    /// <summary>The column of a heading, letter case and blanks around it aside; null when the contract has none.</summary>
    public ContractColumn? Find(string heading) =>
        Columns.FirstOrDefault(column => string.Equals(column.Heading, heading.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>What the personal-data gate must know of the files.</summary>
    internal GateRules GateRules(DateOnly today) => new()
    {
        Today = today,
        Columns = Columns.ToDictionary(column => column.Heading, column => column.Use, StringComparer.OrdinalIgnoreCase),
        OnlyKnownColumns = true,
        LongestValue = Columns.Any(column => column.FreeText)
            ? null
            : Slack + Columns.SelectMany(column => column.Codes?.Options ?? []).Select(option => option.Written.Length).Append(Slack).Max(),
        QuasiIdentifiers = QuasiIdentifiers,
        SmallestGroup = SmallestGroup,
    };
}
