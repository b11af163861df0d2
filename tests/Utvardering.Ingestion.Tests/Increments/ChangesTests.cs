using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.SourceStates;
using Utvardering.Testing.Replay;

namespace Utvardering.Ingestion.Tests.Increments;

public sealed class ChangesTests : IAsyncLifetime
{
    private Nights nights = null!;

    public async Task InitializeAsync() => nights = await Nights.BeginAsync();

    public async Task DisposeAsync() => await nights.DisposeAsync();

    [Fact]
    public async Task The_next_night_asks_for_what_changed_since_three_days_before_and_an_empty_answer_is_no_error()
    {
        var outcome = await nights.IngestAsync(1);
        var question = Assert.Single(nights.Server.Asked);
        Assert.EndsWith("/data?kpi_id=N07403,N07541&year=2022,2023&region_type=K&from_date=2024-05-29&per_page=5000", question.Address, StringComparison.Ordinal);
        Assert.False(outcome.IsNew);
        Assert.Equal((4L, new DateOnly(2024, 5, 29)), (outcome.RowsAccepted, outcome.ChangesFrom!.Value));
        Assert.Single(nights.Bench.Lake.Vintages("indicator_values", "kolada"));
        Assert.Equal(SourceOutcome.Unchanged, new SourceStateStore(nights.Bench.DataRoot).Read("kolada")!.Outcome);
    }

    [Fact]
    public async Task Changed_values_replace_new_ones_are_added_and_withdrawn_ones_go()
    {
        nights.Kolada.Set("N07403", "1490", 2022, 11, Nights.First.AddDays(1)).Set("N07541", "0580", 2023, 7, Nights.First.AddDays(1));
        nights.Kolada.Delete("N07541", "1490", 2023, Nights.First.AddDays(1));
        var outcome = await nights.IngestAsync(1);
        Assert.True(outcome.IsNew);
        Assert.Equal(
            ["N07403 0380 20 ∅", "N07403 1490 11 ∅", "N07541 0380 ∅ suppressed", "N07541 0580 7 ∅"],
            nights.Rows(outcome.Vintage!));
    }

    [Fact]
    public async Task Rows_keep_the_body_they_came_from_and_the_package_names_base_and_changes()
    {
        var first = nights.Bench.Lake.Vintages("indicator_values", "kolada")[^1];
        var whole = Assert.Single(first.ReadPackage().Landing);
        nights.Kolada.Set("N07403", "1490", 2022, 11, Nights.First.AddDays(1));
        var second = await nights.IngestAsync(1);
        var package = second.Vintage!.ReadPackage();
        var changes = Assert.Single(second.Landed);
        Assert.Equal([changes.Sha256, whole.Sha256], package.Landing.Select(body => body.Sha256));
        Assert.Equal((first.Name.ToString(), new DateOnly(2024, 5, 29)), (package.Base!.Vintage, package.Base.ChangesFrom));
        Assert.Equal([changes.Sha256], package.Base.Landing);
        Assert.Equal(
            [$"0380 {whole.Sha256} 1", $"1490 {changes.Sha256} 1"],
            nights.Bench.Rows(second.Vintage, "select municipality_code, landing_sha256, landing_row from vintage where indicator_code = 'N07403' order by 1"));

        // A body of which no row is left is not named any more; those of the changes are, rows or not.
        nights.Kolada.Set("N07403", "1490", 2022, 12, Nights.First.AddDays(5));
        var third = await nights.IngestAsync(5);
        Assert.Equal([third.Landed[0].Sha256, whole.Sha256], third.Vintage!.ReadPackage().Landing.Select(body => body.Sha256));
    }

    [Fact]
    public async Task The_sum_of_the_nights_has_the_content_of_a_whole_retrieval()
    {
        for (var night = 1; night <= 8; night++)
        {
            nights.Kolada.Set("N07403", "1490", 2022, night * 1.1, Nights.First.AddDays(night)).Set("N07541", night == 1 ? "0180" : "0580", 2023, night, Nights.First.AddDays(night));
            if (night == 4)
            {
                nights.Kolada.Delete("N07403", "0380", 2022, Nights.First.AddDays(night));
            }

            if (night == 6)
            {
                nights.Kolada.Set("N07403", "0380", 2022, 21, Nights.First.AddDays(night));
            }

            await nights.IngestAsync(night);
        }

        var sum = nights.Bench.Lake.Vintages("indicator_values", "kolada")[^1];
        using var other = new Bench();
        other.Clock.Time = nights.Bench.Clock.Time;
        using var way = new Transport.Http.WebAccess(other.Clock);
        var whole = await other.IngestAsync(nights.Source, way.Of(nights.Source));
        Assert.Equal(whole.Vintage!.ReadPackage().ContentHash, sum.ReadPackage().ContentHash);
    }

    [Fact]
    public async Task A_bad_row_among_the_changes_refuses_them_and_they_are_asked_for_again()
    {
        nights.Kolada.Set("N07403", "9999", 2022, 1, Nights.First.AddDays(1)).Set("N07403", "1490", 2022, 11, Nights.First.AddDays(1));
        var refused = await nights.IngestAsync(1);
        Assert.Contains("värde \"9999\": Kommunen finns inte", Bench.Report(refused), StringComparison.Ordinal);
        nights.Kolada.Set("N07403", "9999", 2022, 1, Nights.First.AddYears(-1));
        var outcome = await nights.IngestAsync(5);
        // From the first night, not from the refused one.
        Assert.Equal(new DateOnly(2024, 5, 29), outcome.ChangesFrom);
        Assert.Contains("N07403 1490 11 ∅", nights.Rows(outcome.Vintage!));
    }

    [Fact]
    public async Task A_source_that_fails_is_asked_from_the_same_day_the_next_time()
    {
        nights.Server.Misbehave(_ => true, Misbehaviours.Status(404));
        await Assert.ThrowsAsync<SourceException>(() => nights.IngestAsync(1));
        Assert.Equal(new DateOnly(2024, 5, 29), (await nights.IngestAsync(2)).ChangesFrom);
        Assert.Equal(new DateOnly(2024, 5, 31), (await nights.IngestAsync(3)).ChangesFrom);
    }

    [Theory]
    [InlineData("definitions")]
    [InlineData("selection")]
    [InlineData("memory")]
    [InlineData("vintage")]
    [InlineData("rules")]
    public async Task All_is_asked_where_there_is_nothing_to_build_upon(string lacking)
    {
        switch (lacking)
        {
            case "definitions":
                nights.Bench.Definitions = "definitions 2";
                break;
            case "selection":
                nights.Source = nights.Source with { Settings = new KoladaSettings(["N07403", "N07541"], new(2021, 2023)) };
                break;
            case "memory":
                await File.WriteAllTextAsync(Path.Combine(nights.Bench.DataRoot, "landing", "kolada", ".standing.json"), "{\"selec");
                break;
            case "vintage":
                Directory.Delete(Path.Combine(nights.Bench.DataRoot, "lake", "indicator_values"), recursive: true);
                break;
            default:
                nights.Source = nights.Source with { Increments = null };
                break;
        }

        var outcome = await nights.IngestAsync(1);
        Assert.Null(outcome.ChangesFrom);
        Assert.All(nights.Server.Asked, question => Assert.True(question.Has("/data/kpi/")));
    }

    [Fact]
    public async Task An_empty_answer_to_the_whole_question_stays_an_error()
    {
        nights.Bench.Definitions = "definitions 2";
        nights.Kolada.Delete("N07541", "1490", 2023, Nights.First);
        nights.Kolada.Delete("N07541", "0380", 2023, Nights.First);
        var fault = await Assert.ThrowsAsync<SourceException>(() => nights.IngestAsync(1));
        Assert.Contains("no values at all for N07541", fault.Message, StringComparison.Ordinal);
    }
}
