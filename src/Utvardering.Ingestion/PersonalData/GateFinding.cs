using System.Globalization;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.PersonalData;

/// <summary>A place where personal data stands, and of which kind. Never the value, nor any part of it.</summary>
/// <param name="File">As delivered, or a placeholder when the name itself holds personal data.</param>
/// <param name="Row">As an editor numbers rows, the header being 1; null for the whole file.</param>
/// <param name="Column">A title that the rules list, else its number from 1: an unknown title may be a value. Null for the whole row or file.</param>
public sealed record GateFinding(string File, long? Row, string? Column, FindingKind Kind)
{
    /// <summary>What was found, without place.</summary>
    public LocalText What => FindingTexts.What(Kind);

    /// <summary>What the sender shall do.</summary>
    public LocalText Remedy => FindingTexts.Remedy(Kind);

    /// <summary>Place, finding and remedy in full.</summary>
    public LocalText Message
    {
        get
        {
            var row = Row?.ToString(CultureInfo.InvariantCulture);
            var sv = File + (row is null ? "" : $", rad {row}") + (Column is null ? "" : $", kolumnen {Column}");
            var en = File + (row is null ? "" : $", row {row}") + (Column is null ? "" : $", column {Column}");
            return new($"{sv}: {What.Sv} {Remedy.Sv}", $"{en}: {What.En} {Remedy.En}");
        }
    }
}
