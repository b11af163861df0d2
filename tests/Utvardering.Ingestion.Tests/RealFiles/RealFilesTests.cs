using System.Globalization;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.RealFiles;

/// <summary>The published files in ../shared/data go in whole. Figures are counted here by plain reading of the same files.</summary>
public sealed class RealFilesTests : IDisposable
{
    private readonly Bench bench = new();

    [SharedDataFact]
    public async Task Offences_keep_every_cell_and_the_unknown_place()
    {
        var outcome = await IngestAsync("files-offences");
        var file = Plain("bra/offences_municipality_month.csv");

        Assert.Equal(file.Count, outcome.RowsAccepted);
        Assert.Equal(0, outcome.DuplicatesDropped);
        foreach (var code in file.GroupBy(row => row[0]))
        {
            var expected = $"{code.Count()} {code.Sum(row => int.Parse(row[4], CultureInfo.InvariantCulture))} {code.Where(row => row[1].Length == 0).Sum(row => int.Parse(row[4], CultureInfo.InvariantCulture))}";
            Assert.Equal([expected], bench.Rows(outcome.Vintage!,
                $"select count(*), sum(count), coalesce(sum(count) filter (where municipality_code is null), 0) from vintage where offence_code = '{code.Key}'"));
        }

        // As the provider of the file counted them: 6 708 rows of code 1210, 66 offences without a place; 49 of 1701.
        Assert.Equal(["6708 66"], bench.Rows(outcome.Vintage!, "select count(*), sum(count) filter (where municipality_code is null) from vintage where offence_code = '1210'"));
        Assert.Equal(["49"], bench.Rows(outcome.Vintage!, "select sum(count) from vintage where offence_code = '1701' and municipality_code is null"));
    }

    [SharedDataFact]
    public async Task Offences_carry_from_when_an_absent_row_is_zero()
    {
        var outcome = await IngestAsync("files-offences");
        var package = outcome.Vintage!.ReadPackage();
        Assert.Equal(new DateOnly(2020, 1, 1), package.Complete!["1311"]);
        Assert.Equal(new DateOnly(2019, 7, 1), package.Complete["1210"]);
        Assert.Equal(new DateOnly(2019, 7, 1), bench.Source("files-offences").Complete["1615"]);
    }

    [SharedDataFact]
    public async Task Population_stands_on_the_last_of_December()
    {
        var outcome = await IngestAsync("files-population");
        var file = Plain("population/population_31dec.csv");

        Assert.Equal(file.Count, outcome.RowsAccepted);
        foreach (var year in file.GroupBy(row => row[2]))
        {
            Assert.Equal([$"{year.Count()} {year.Sum(row => long.Parse(row[3], CultureInfo.InvariantCulture))}"],
                bench.Rows(outcome.Vintage!, $"select count(*), sum(population) from vintage where reference_date = date '{year.Key}-12-31' and age_group = 'total' and sex = 'total'"));
        }
    }

    [SharedDataFact]
    public async Task Municipality_groups_get_their_codes()
    {
        var outcome = await IngestAsync("files-municipalities");
        Assert.Equal(290, outcome.RowsAccepted);
        // The registry of the repository was written down from SKR's own list.
        var registry = File.ReadAllLines(bench.Project.Municipalities).Skip(1).Select(line => line.Split(',')).Select(cells => $"{cells[0]} {cells[^1]}").Order(StringComparer.Ordinal);
        Assert.Equal(registry, bench.Rows(outcome.Vintage!, "select municipality_code, skr_group from vintage order by 1"));
    }

    [SharedDataFact]
    public async Task Key_figures_get_their_ids_and_years()
    {
        var outcome = await IngestAsync("files-kolada");
        var file = Plain("kolada/values_2023_2025.csv");
        Assert.Equal(file.Count, outcome.RowsAccepted);
        foreach (var indicator in file.GroupBy(row => (row[4], row[5])))
        {
            var sum = indicator.Sum(row => double.Parse(row[3], CultureInfo.InvariantCulture));
            var found = bench.Rows(outcome.Vintage!, $"select count(*), sum(value) from vintage where indicator_code = '{indicator.Key.Item1["kolada:".Length..]}' and year = {indicator.Key.Item2}").Single().Split(' ');
            Assert.Equal(indicator.Count().ToString(CultureInfo.InvariantCulture), found[0]);
            Assert.Equal(sum, double.Parse(found[1], CultureInfo.InvariantCulture), 1e-6 * Math.Abs(sum));
        }
    }

    [SharedDataFact]
    public async Task The_same_files_make_no_second_vintage_and_the_same_bytes_in_another_root()
    {
        var first = await IngestAsync("files-offences");
        bench.Clock.Time = bench.Clock.Time.AddDays(1);
        var second = await IngestAsync("files-offences");
        Assert.True(first.IsNew);
        Assert.False(second.IsNew);
        Assert.Equal(first.Vintage, second.Vintage);

        using var other = new Bench();
        other.Clock.Time = bench.Clock.Time.AddYears(1);
        var third = await other.IngestAsync("files-offences", new FolderTransport(Path.Combine(Repository.Shared, "data"), other.Clock));
        Assert.Equal(first.Vintage!.Name.ContentPrefix, third.Vintage!.Name.ContentPrefix);
        Assert.Equal(File.ReadAllBytes(first.Vintage.Parts.Single()), File.ReadAllBytes(third.Vintage.Parts.Single()));
    }

    public void Dispose() => bench.Dispose();

    private Task<IngestOutcome> IngestAsync(string source) => bench.IngestAsync(source, new FolderTransport(Path.Combine(Repository.Shared, "data"), bench.Clock));

    /// <summary>These files quote nothing.</summary>
    private static List<string[]> Plain(string path) =>
        [.. File.ReadAllLines(Path.Combine(Repository.Shared, "data", path)).Skip(1).Select(line => line.Split(','))];
}
