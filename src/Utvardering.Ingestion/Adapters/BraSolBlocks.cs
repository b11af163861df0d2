using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// What Brå's statistics site shows, saved as text or as a workbook: a block of headers (years, then "Antal" or "/100 000 inv" under
/// each), a row with the region alone, then a row an offence. The headers come again for every page of the site, in the midst of a
/// region too.
/// </summary>
internal sealed class BraSolBlocks : FileAdapter
{
    private static readonly string[] Columns = ["region", "offence", "year", "count", "rate"];

    public override string Name => "bra-sol-blocks";

    public override IReadOnlyList<string> Datasets => ["reported_offences_year"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new NoSettings();

    protected override void Stage(StagedRows staged, IReadOnlyList<LandedBody> bodies)
    {
        var gathered = GatheredRows.Of(staged, Columns, bodies.Select(body => Read(staged, body)).OfType<TableInMemory>());
        if (!gathered.Any)
        {
            return;
        }

        var rows = BraYearRows.Of(staged, gathered.Of("region"), gathered.Of("offence"), gathered.Of("year"), gathered.Of("count"), gathered.Of("rate"));
        BraYearRows.Insert(staged, rows, Name);
    }

    /// <returns>Null when the file has no such blocks: the problems say why.</returns>
    private static TableInMemory? Read(StagedRows staged, LandedBody body)
    {
        BraYearRows.NameColumns(staged, body, "region", "brott", "år", "Antal", "/100 000 inv");
        if (Lines(staged, body) is not { } lines)
        {
            return null;
        }

        var reader = new BraBlockReader();
        foreach (var (row, cells) in lines)
        {
            if (reader.Take(row, cells) is { } problem)
            {
                staged.Problems.Add(body, FileProblems.Block(row, string.Join(';', cells), problem));
            }
        }

        if (staged.Problems.Has(body))
        {
            return null;
        }

        if (reader.Headers > 1)
        {
            staged.Warn(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{body.Origin}: {reader.Headers} blocks of headers."));
        }

        return new(body, Columns, reader.Rows.Select(row => (row.Row, (IReadOnlyList<string?>)[row.Region, row.Offence, row.Year, row.Count, row.Rate])), new Dictionary<string, string>());
    }

    private static IEnumerable<(long Row, IReadOnlyList<string> Cells)>? Lines(StagedRows staged, LandedBody body)
    {
        if (Workbook.Is(body.File))
        {
            return Workbook.Read(staged, body, null) is { } sheet
                ? sheet.Rows.Select((cells, index) => (index + 1L, (IReadOnlyList<string>)[.. cells.Select(cell => cell ?? "")]))
                : null;
        }

        if (CsvReading.Text(staged, body, staged.Source.Encoding) is not { } text)
        {
            return null;
        }

        var delimiter = DelimitedLine.Delimiter(text.FirstLine!);
        return File.ReadLines(text.Utf8File).Select((line, index) => (index + 1L, (IReadOnlyList<string>)DelimitedLine.Cells(line, delimiter)));
    }
}
