using System.Text.Json.Nodes;
using Utvardering.Ingestion.SourceStates;
using Utvardering.Ingestion.Tests.Http;
using Utvardering.Testing.Replay;

namespace Utvardering.Ingestion.Tests.Increments;

/// <summary>SCB's tables say when they were updated.</summary>
public sealed class UnchangedTableTests : IAsyncLifetime
{
    private Web web = null!;

    public async Task InitializeAsync()
    {
        web = await Web.OfSampleAsync();
        web.Bench.Definitions = "definitions 1";
        await web.IngestAsync(web.Scb());
        web.Clock.Advance(TimeSpan.FromDays(7));
        web.Server.Forget();
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task A_table_that_was_not_updated_is_not_asked_for_its_figures()
    {
        var outcome = await web.IngestAsync(web.Scb());
        Assert.Equal(["GET /config", "GET /tables/TAB638/metadata"], web.Server.Asked.Select(Short));
        Assert.False(outcome.IsNew);
        Assert.Equal(outcome.Vintage!.ReadPackage().RowCount, outcome.RowsAccepted);
        var state = new SourceStateStore(web.Bench.DataRoot).Read("scb-population")!;
        Assert.Equal((SourceOutcome.Unchanged, outcome.UnchangedSince), (state.Outcome, state.UnchangedSince));
        Assert.Equal(Updated(), state.UnchangedSince);
        Assert.Equal(web.Clock.GetUtcNow(), state.LastSuccess);
    }

    [Fact]
    public async Task A_table_that_was_updated_is_asked()
    {
        foreach (var part in new[] { "/metadata", "/data?" })
        {
            web.Server.Misbehave(question => question.Has(part), Misbehaviours.Changed(text => text.Replace(Updated(), "2030-01-01T07:00:00Z", StringComparison.Ordinal)), times: 9);
        }

        var outcome = await web.IngestAsync(web.Scb());
        Assert.Null(outcome.UnchangedSince);
        Assert.Contains(web.Server.Asked, question => question.Method == "POST");
    }

    [Fact]
    public async Task A_table_that_does_not_say_when_it_was_updated_is_asked()
    {
        web.Server.Misbehave(question => question.Has("/metadata"), Misbehaviours.Changed(text =>
        {
            var json = JsonNode.Parse(text)!.AsObject();
            json.Remove("updated");
            return json.ToJsonString();
        }));
        await web.IngestAsync(web.Scb());
        Assert.Contains(web.Server.Asked, question => question.Method == "POST");
    }

    [Fact]
    public async Task All_is_asked_when_definitions_changed_or_the_time_for_it_has_come()
    {
        web.Bench.Definitions = "definitions 2";
        await web.IngestAsync(web.Scb());
        Assert.Contains(web.Server.Asked, question => question.Method == "POST");
        web.Clock.Advance(TimeSpan.FromDays(89));
        Assert.NotNull((await web.IngestAsync(web.Scb())).UnchangedSince);
        web.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await web.IngestAsync(web.Scb())).UnchangedSince);
    }

    private static string Short(ReplayQuestion question) => $"{question.Method} {new Uri(question.Address).AbsolutePath["/api/v2".Length..]}";

    private static string Updated() =>
        (string)JsonNode.Parse(Web.World.Value.Get("https://statistikdatabasen.scb.se/api/v2/tables/TAB638/metadata?lang=sv", null).Body)!["updated"]!;
}
