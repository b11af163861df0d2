using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class TidyCsvTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Every_step_of_a_mapping_works_and_what_does_not_fit_stays()
    {
        var outcome = await IngestAsync("""
            delimiter: ";"
            where: {kind: "keep.*"}
            columns:
              indicator_code: {from: key, pattern: "^x:(.+)$"}
              municipality_code: {from: place, values: {Boras: "1490"}}
              year: {from: when}
              sex: {constant: total}
              value: {from: n, decimalComma: true}
              status: {from: mark, lookup: {codeList: observation-status, column: label_sv}}
            """,
            "kind;key;place;when;n;mark\nkeep1;x:N07403;Boras;2023;1 234,5;preliminär\nskip;;;;;\nkeep2;N07403;0305;2023;;uppgift saknas\n");
        Assert.Equal(["N07403 0305 2023 total ∅ not_available", "N07403 1490 2023 total 1234.5 preliminary"],
            bench.Rows(outcome.Vintage!, "select * exclude (landing_sha256, landing_row) from vintage"));
        Assert.Equal(["in.csv: 1 rows skipped by 'where'."], outcome.Warnings);
    }

    [Fact]
    public async Task A_missing_column_is_named() =>
        Assert.Contains("Kolumnen 'when' saknas. Filen har: key, place.", Bench.Report(await IngestAsync(
            "columns: {indicator_code: {from: key}, municipality_code: {from: place}, year: {from: when}}", "key,place\nN07403,1490\n")), StringComparison.Ordinal);

    [Fact]
    public async Task A_quoted_cell_may_hold_delimiters_and_line_breaks()
    {
        var outcome = await IngestAsync(
            "columns: {indicator_code: {from: a}, municipality_code: {from: b}, year: {from: c}, sex: {constant: total}, value: {from: d}}",
            "a,note,b,c,d\nN07403,\"en, två\",1490,2023,1\nN07403,\"rad ett\nrad två\",0305,2023,2\nN07403,\"säger \"\"nej\"\"\",0380,2023,3\n");
        Assert.Equal(["0305 3", "0380 4", "1490 2"], bench.Rows(outcome.Vintage!, "select municipality_code, landing_row from vintage"));
    }

    public void Dispose() => bench.Dispose();

    private async Task<IngestOutcome> IngestAsync(string yaml, string text)
    {
        bench.Put("in.csv", text);
        bench.Put("yaml/t.yaml", $$"""
            source: t
            title: {sv: T, en: T}
            adapter: tidy-csv
            dataset: indicator_values
            origin: published
            files: [in.csv]
            attribution: {sv: T, en: T}

            """ + yaml + "\n");
        var input = Path.Combine(bench.DataRoot, "..", "input");
        var source = Ingestion.Sources.SourceReader.Read(bench.Project, Path.Combine(input, "yaml", "t.yaml"));
        return await bench.IngestAsync(source, new FolderTransport(input, bench.Clock));
    }
}
