using System.Text.RegularExpressions;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// Brå's yearly file of municipalities: <c>Kommun;Antal;Per 100 000 inv.</c>, in older years without a header and with city districts
/// among the municipalities. The year stands in no column: it is in the YAML or in the file's name.
/// </summary>
internal sealed partial class BraMunicipalityCsv : FileAdapter
{
    private const int Columns = 3;

    public override string Name => "bra-municipality-csv";

    public override IReadOnlyList<string> Datasets => ["reported_offences_year"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields)
    {
        var year = source.Find("year");
        return year is null || YearText().IsMatch(year.Text())
            ? new BraMunicipalitySettings(source["offence"].Text(), year?.Text())
            : throw year.Fault($"is '{year.Text()}', which is no year such as 2020");
    }

    protected override void Stage(StagedRows staged, IReadOnlyList<LandedBody> bodies)
    {
        var settings = (BraMunicipalitySettings)staged.Source.Settings;
        var gathered = GatheredRows.Of(staged, ["region", "year", "count", "rate"], [.. bodies.Select(body => Read(staged, body, settings)).OfType<DelimitedTable>()]);
        if (!gathered.Any)
        {
            return;
        }

        var rows = BraYearRows.Of(staged, gathered.Of("region"), SqlText.Literal(settings.Offence), gathered.Of("year"), gathered.Of("count"), gathered.Of("rate"));
        rows.Skip("coalesce(region, count, rate) is null", null);
        BraYearRows.Insert(staged, rows, Name);
    }

    /// <returns>Null when the file is no such table: the problems say why.</returns>
    private static DelimitedTable? Read(StagedRows staged, LandedBody body, BraMunicipalitySettings settings)
    {
        var year = settings.Year ?? (FileYear().Matches(body.Origin) is [.., var last] ? last.Value : null);
        if (year is null)
        {
            staged.Problems.Add(body, Checks.FileProblems.NoYear());
            return null;
        }

        if (CsvReading.Open(staged, body, new(null, staged.Source.Encoding, Ragged: true, HeaderOptional: true)) is not { } file)
        {
            return null;
        }

        if (file.Header.Count(title => title.Length > 0) != Columns)
        {
            staged.Problems.Add(body, Checks.FileProblems.MissingColumn("Kommun;Antal;Per 100 000 inv.", file.Header));
            return null;
        }

        BraYearRows.NameColumns(staged, body, file.Headed ? file.Header[0] : "1", "offence", "year", file.Headed ? file.Header[1] : "2", file.Headed ? file.Header[2] : "3");
        return new(body, file, new Dictionary<string, string> { ["region"] = CsvTable.Cell(0), ["year"] = SqlText.Literal(year), ["count"] = CsvTable.Cell(1), ["rate"] = CsvTable.Cell(2) });
    }

    [GeneratedRegex(@"\A(19|20)[0-9]{2}\z")]
    private static partial Regex YearText();

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex FileYear();
}
