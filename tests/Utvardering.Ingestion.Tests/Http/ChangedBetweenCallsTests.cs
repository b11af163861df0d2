using System.Text.Json.Nodes;
using Utvardering.Testing.Replay;

namespace Utvardering.Ingestion.Tests.Http;

/// <summary>Parts that do not belong together are asked anew, once; then the retrieval is refused and the previous vintage stands.</summary>
public sealed class ChangedBetweenCallsTests : IAsyncLifetime
{
    private Web web = null!;

    public async Task InitializeAsync() => web = await Web.OfSampleAsync();

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task A_page_that_comes_twice_starts_the_retrieval_again()
    {
        var whole = await web.IngestAsync(web.Kolada(400));
        var pages = web.Server.Asked.Count;
        web.Server.Misbehave(question => question.Has("page=2"), FirstPageAgain());
        web.Server.Forget();
        var again = await web.IngestAsync(web.Kolada(400));
        // The first page and its double, then all pages.
        Assert.Equal(pages + 2, web.Server.Asked.Count);
        Assert.Equal(whole.Vintage, again.Vintage);
        Assert.False(again.IsNew);
    }

    [Fact]
    public async Task Rows_that_moved_on_to_the_next_page_start_it_again()
    {
        web.Server.Misbehave(question => question.Has("page=2"), Edited(page =>
        {
            var first = web.Server.Asked.First(question => !question.Has("page=2"));
            page["values"]!.AsArray().Insert(0, Values(first).Last()!.DeepClone());
            page["count"] = 401;
        }));
        await web.IngestAsync(web.Kolada(400));
        Assert.Equal(2, web.Server.Asked.Count(question => question.Has("page=2")));
    }

    [Fact]
    public async Task A_page_whose_count_is_not_its_rows_is_refused_when_it_comes_twice()
    {
        web.Server.Misbehave(_ => true, Edited(page => page["count"] = 7), times: 2);
        var fault = await Assert.ThrowsAsync<SourceException>(() => web.IngestAsync(web.Kolada(400)));
        Assert.Equal(SourceFault.Changed, fault.Fault);
        Assert.Contains("says count 7 and holds 400", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, web.Server.Asked.Count);
        Assert.Empty(web.Bench.Lake.Vintages("indicator_values", "kolada"));
    }

    [Fact]
    public async Task An_empty_page_in_the_midst_is_no_end()
    {
        web.Server.Misbehave(question => question.Has("page=2"), Edited(page => (page["values"], page["count"]) = (new JsonArray(), 0)), times: 2);
        var fault = await Assert.ThrowsAsync<SourceException>(() => web.IngestAsync(web.Kolada(400)));
        Assert.Contains("is empty, and yet", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_a_table_of_two_updates_start_the_retrieval_again()
    {
        web.Server.Misbehave(question => question.Method == "POST", Edited(part => part["updated"] = "2024-06-01T06:00:00Z"));
        var outcome = await web.IngestAsync(web.Scb());
        Assert.True(outcome.IsNew);
        Assert.Equal(2, web.Server.Asked.Count(question => question.Has("/config")));
    }

    [Fact]
    public async Task An_empty_answer_to_a_whole_question_is_an_error()
    {
        web.Server.Misbehave(_ => true, Edited(page => (page["values"], page["count"], page["next_url"]) = (new JsonArray(), 0, null)));
        var fault = await Assert.ThrowsAsync<SourceException>(() => web.IngestAsync(web.Kolada(400)));
        Assert.Contains("no values at all for N07403, N07541", fault.Message, StringComparison.Ordinal);
        Assert.Equal(SourceFault.WrongAnswer, fault.Fault);
    }

    private Misbehaviour FirstPageAgain() => Edited(page =>
    {
        page["values"] = Values(web.Server.Asked.First(question => !question.Has("page=2"))).DeepClone();
    });

    private static JsonArray Values(ReplayQuestion question) => JsonNode.Parse(Web.World.Value.Get(question.Address, question.Body).Body)!["values"]!.AsArray();

    private static Misbehaviour Edited(Action<JsonNode> edit) => Misbehaviours.Changed(text =>
    {
        var json = JsonNode.Parse(text)!;
        edit(json);
        return json.ToJsonString();
    });
}
