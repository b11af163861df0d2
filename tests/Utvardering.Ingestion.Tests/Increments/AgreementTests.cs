using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Tests.Increments;

/// <summary>Every ten days all is asked, beside the changes.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private Nights nights = null!;

    public async Task InitializeAsync() => nights = await Nights.BeginAsync();

    public async Task DisposeAsync() => await nights.DisposeAsync();

    [Fact]
    public async Task A_whole_retrieval_that_agrees_is_told_by_nothing_and_has_no_base()
    {
        nights.Kolada.Set("N07403", "1490", 2022, 11, Nights.First.AddDays(4));
        await nights.IngestAsync(5);
        // A change of the night itself is among the changes asked then.
        nights.Kolada.Set("N07541", "1490", 2023, 31, Nights.First.AddDays(10));
        var outcome = await nights.IngestAsync(10);
        Assert.Empty(outcome.Warnings);
        Assert.Null(outcome.ChangesFrom);
        Assert.Null(outcome.Vintage!.ReadPackage().Base);
        Assert.Equal([true, false], nights.Server.Asked.Select(question => question.Has("from_date")));
        Assert.NotNull((await nights.IngestAsync(11)).ChangesFrom);
    }

    [Fact]
    public async Task What_the_source_did_not_tell_as_a_change_is_counted_and_the_whole_one_stands()
    {
        await nights.IngestAsync(5);
        var before = Nights.First.AddYears(-1);
        nights.Kolada.Set("N07403", "0180", 2022, 1, before).Set("N07403", "0181", 2022, 1, before).Set("N07541", "1490", 2023, 99, before);
        nights.Kolada.Delete("N07403", "1490", 2022, before);
        Assert.False((await nights.IngestAsync(9)).IsNew);
        var outcome = await nights.IngestAsync(10);
        var warning = Assert.Single(outcome.Warnings, warning => warning.Contains("do not agree", StringComparison.Ordinal));
        Assert.Contains("since 2024-06-01 do not agree: 2 row(s) that no change told of, 1 that should have been withdrawn, 1 with another value.", warning, StringComparison.Ordinal);
        Assert.Contains("N07541 1490 99 ∅", nights.Rows(outcome.Vintage!));
        Assert.DoesNotContain(outcome.Vintage!.ReadPackage().Notes ?? [], note => note.Contains("agree", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Corrections_are_undone_under_the_changes_and_made_anew()
    {
        var first = nights.Bench.Lake.Vintages("indicator_values", "kolada")[^1];
        var package = first.ReadPackage() with
        {
            Corrections = [new("c1", new Dictionary<string, string?> { ["indicator_code"] = "N07403", ["municipality_code"] = "1490", ["year"] = "2022", ["sex"] = "total" }, "value", "9", "10", "r", "d", "w", Nights.First)],
        };
        // As if the source had said 9, and we had put 10.
        await File.WriteAllBytesAsync(Path.Combine(first.Folder, DataPackage.FileName), package.ToJson());
        nights.Kolada.Set("N07541", "1490", 2023, 31, Nights.First.AddDays(1));
        var outcome = await nights.IngestAsync(1);
        Assert.Contains("N07403 1490 9 ∅", nights.Rows(outcome.Vintage!));
    }
}
