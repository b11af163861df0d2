namespace Utvardering.Ingestion.Tests.Checks;

/// <summary>The totals of the population's own schema.</summary>
public sealed class TotalsCheckTests : IDisposable
{
    private const string Header = "municipality_code,reference_date,age_group,sex,population\n";

    private readonly House house = new("population", "municipality_code", "reference_date", "age_group", "sex", "population");

    [Fact]
    public async Task A_total_that_is_not_its_parts_refuses_the_file_with_row_and_sum()
    {
        var outcome = await house.IngestAsync(Header + Sexes("2024-12-31", 100, 60, 41));
        var report = Bench.Report(outcome);
        Assert.Contains("Rad 2, kolumn population, värde \"100\"", report, StringComparison.Ordinal);
        Assert.Contains("Kvinnor och män blir inte tillsammans totalen. Delarna ger 101.", report, StringComparison.Ordinal);
        Assert.Null(outcome.Vintage);
    }

    [Fact]
    public async Task Where_a_part_is_missing_nothing_is_judged()
    {
        var outcome = await house.IngestAsync(Header + "1490,2024-12-31,total,total,100\n1490,2024-12-31,total,women,60\n0380,2024-12-31,total,women,60\n0380,2024-12-31,total,men,41\n");
        Assert.True(outcome.IsNew);
        Assert.Empty(outcome.Warnings);
    }

    [Fact]
    public async Task From_2025_a_difference_is_noise_and_a_large_one_a_warning_never_a_refusal()
    {
        var small = await house.IngestAsync(Header + Sexes("2025-12-31", 100, 60, 50));
        Assert.True(small.IsNew);
        Assert.Empty(small.Warnings);

        var large = await house.IngestAsync(Header + Sexes("2025-12-31", 100, 60, 51), day: 1);
        Assert.True(large.IsNew);
        Assert.Contains("1 total(s) differ from their parts by more than 10", large.Warnings.Single(warning => warning.Contains("women_and_men", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(large.Vintage!.ReadPackage().Notes!, note => note.Contains("1490 · 2025-12-31 · total · total, 100 against 111", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Some_parts_alone_may_not_be_more_than_the_total()
    {
        const string Ages = "1490,2024-12-31,0,total,60\n1490,2024-12-31,1,total,41\n";
        Assert.Contains("Åldrarna 0–20 är fler än alla invånare. Delarna ger 101.",
            Bench.Report(await house.IngestAsync(Header + "1490,2024-12-31,total,total,100\n" + Ages)), StringComparison.Ordinal);
        Assert.True((await house.IngestAsync(Header + "1490,2024-12-31,total,total,101\n" + Ages, day: 1)).IsNew);
    }

    public void Dispose() => house.Dispose();

    private static string Sexes(string date, int total, int women, int men) =>
        $"1490,{date},total,total,{total}\n1490,{date},total,women,{women}\n1490,{date},total,men,{men}\n";
}
