using System.Text.RegularExpressions;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
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

    protected override void StageFile(StagedRows staged, LandedBody body)
    {
        var settings = (BraMunicipalitySettings)staged.Source.Settings;
        var year = settings.Year ?? (FileYear().Matches(body.Origin) is [.., var last] ? last.Value : null);
        if (year is null)
        {
            staged.Problems.Add(body, Checks.FileProblems.NoYear());
            return;
        }

        if (CsvReading.Read(staged, body, new(null, staged.Source.Encoding, Ragged: true, HeaderOptional: true)) is not { } table)
        {
            return;
        }

        if (table.Header.Count(title => title.Length > 0) != Columns)
        {
            staged.Problems.Add(body, Checks.FileProblems.MissingColumn("Kommun;Antal;Per 100 000 inv.", table.Header));
            return;
        }

        BraYearRows.NameColumns(staged, body, table.File.Headed ? table.Header[0] : "1", "offence", "year", table.File.Headed ? table.Header[1] : "2", table.File.Headed ? table.Header[2] : "3");
        var rows = new BraRows(staged, body);
        rows.Create(
            $"select {table.Row} as row, {CsvTable.Cell(0)} as region, {Warehouse.DuckDb.SqlText.Literal(settings.Offence)} as offence, '{year}' as year, " +
            $"{TextMacros.Number(CsvTable.Cell(1))} as count, {TextMacros.Number(CsvTable.Cell(2))} as rate from {table.Table}");
        rows.Skip("coalesce(region, count, rate) is null", null);
        BraYearRows.Insert(staged, body, rows, Name);
    }

    [GeneratedRegex(@"\A(19|20)[0-9]{2}\z")]
    private static partial Regex YearText();

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex FileYear();
}
