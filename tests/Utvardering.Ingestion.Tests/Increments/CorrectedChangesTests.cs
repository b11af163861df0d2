using Utvardering.Ingestion.Transport.Http;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Tests.Increments;

/// <summary>A figure that the source has wrong is corrected in the vintage, and the changes come over what the source said.</summary>
public sealed class CorrectedChangesTests : IAsyncLifetime, IDisposable
{
    private readonly House house = new("indicator_values", "indicator_code");
    private Nights nights = null!;
    private WebAccess way = null!;

    public async Task InitializeAsync()
    {
        nights = await Nights.BeginAsync();
        way = new(nights.Bench.Clock);
        house.Put("pipelines/registry/corrections.yaml", """
            - id: violence-1490
              dataset: indicator_values
              source: kolada
              key: {indicator_code: N07403, municipality_code: "1490", year: 2022, sex: total}
              column: value
              old: 10
              new: 12
              reason: The table of the same day has 12.
              document: bra-2023
              who: A. Andersson
              date: 2024-05-02
              until: 2024-06-06

            """);
    }

    public async Task DisposeAsync() => await nights.DisposeAsync();

    public void Dispose()
    {
        way.Dispose();
        house.Dispose();
    }

    [Fact]
    public async Task A_correction_stays_until_its_last_day_and_then_all_is_asked()
    {
        Assert.Contains("N07403 1490 12 ∅", Rows(await IngestAsync(0)));
        nights.Kolada.Set("N07541", "1490", 2023, 31, Nights.First.AddDays(1));
        var changed = await IngestAsync(1);
        Assert.NotNull(changed.ChangesFrom);
        Assert.Equal("violence-1490", Assert.Single(changed.Vintage!.ReadPackage().Corrections!).Id);
        Assert.Equal(["N07403 0380 20 ∅", "N07403 1490 12 ∅", "N07541 0380 ∅ suppressed", "N07541 1490 31 ∅"], Rows(changed));
        var after = await IngestAsync(6);
        Assert.Null(after.ChangesFrom);
        Assert.Contains("N07403 1490 10 ∅", Rows(after));
    }

    [Fact]
    public async Task A_correction_whose_figure_has_changed_at_the_source_stops_it()
    {
        await IngestAsync(0);
        nights.Kolada.Set("N07403", "1490", 2022, 12, Nights.First.AddDays(1));
        var fault = await Assert.ThrowsAsync<InputException>(() => IngestAsync(1));
        Assert.Contains("now says '12' itself", fault.Message, StringComparison.Ordinal);
    }

    private Task<IngestOutcome> IngestAsync(int night)
    {
        nights.Bench.Clock.Time = new DateTimeOffset(Nights.First, new(2, 15), TimeSpan.Zero).AddDays(night);
        return new Ingestor(house.Project, "definitions 1").IngestAsync(nights.Source, way.Of(nights.Source), house.DataRoot);
    }

    private IReadOnlyList<string> Rows(IngestOutcome outcome) => nights.Rows(outcome.Vintage!);
}
