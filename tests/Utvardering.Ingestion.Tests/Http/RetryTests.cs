using System.Globalization;
using Utvardering.Ingestion.Sources;
using Utvardering.Testing.Replay;

namespace Utvardering.Ingestion.Tests.Http;

public sealed class RetryTests : IAsyncLifetime
{
    private const string Asked = "/municipality?region_type=K";

    private Web web = null!;

    public async Task InitializeAsync() => web = await Web.OfSampleAsync();

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(502)]
    [InlineData(408)]
    public async Task What_passes_by_itself_is_asked_again_after_growing_waits(int status)
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Status(status), times: 3);
        Assert.Equal(200, (await web.AskAsync(web.Kolada(), Asked)).Status);
        // 2^n seconds, spread by 0.5 + jitter, which is 0.5 here.
        Assert.Equal([1, 2, 4], web.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_last_answer_is_given_when_patience_is_at_its_end()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Status(503), times: 100);
        Assert.Equal(503, (await web.AskAsync(web.Kolada(), Asked)).Status);
        Assert.Equal(6, web.Server.Asked.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task What_is_refused_is_not_asked_again(int status)
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Status(status), times: 100);
        Assert.Equal(status, (await web.AskAsync(web.Kolada(), Asked)).Status);
        Assert.Single(web.Server.Asked);
    }

    [Fact]
    public async Task The_time_a_source_asks_for_in_seconds_is_waited()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Status(429, "30"));
        Assert.Equal(200, (await web.AskAsync(web.Kolada(), Asked)).Status);
        Assert.Equal(TimeSpan.FromSeconds(30), web.Clock.GetUtcNow() - Web.Start);
    }

    [Fact]
    public async Task The_time_a_source_asks_for_as_a_date_is_waited()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Status(503, Web.Start.AddSeconds(45).ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal(200, (await web.AskAsync(web.Kolada(), Asked)).Status);
        Assert.Equal(TimeSpan.FromSeconds(45), web.Clock.GetUtcNow() - Web.Start);
    }

    [Fact]
    public async Task Other_questions_to_the_host_wait_too()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Status(404));
        web.Server.Misbehave(_ => true, Misbehaviours.Status(429, "40"), times: 100);
        var impatient = web.Kolada() with { Patience = SourcePatience.Usual with { Retries = 1, Total = TimeSpan.FromMinutes(2) } };
        var transport = web.Transport(impatient);
        await transport.SendAsync(new(HttpMethod.Get, new(web.Server.Kolada + Asked)), default);
        Assert.Empty(web.Clock.Waits);
        await transport.SendAsync(new(HttpMethod.Get, new(web.Server.Kolada + Asked)), default);
        var closed = web.Clock.GetUtcNow();
        await transport.SendAsync(new(HttpMethod.Get, new(web.Server.Kolada + Asked)), default);
        Assert.True(web.Clock.GetUtcNow() - closed >= TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_longer_wait_than_we_have_is_given_up_at_once_and_the_time_told()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Status(429, "86400"), times: 100);
        var fault = await Assert.ThrowsAsync<SourceException>(() => web.IngestAsync(web.Kolada()));
        Assert.Single(web.Server.Asked);
        Assert.Equal(SourceFault.Transient, fault.Fault);
        Assert.Equal(Web.Start.AddDays(1), fault.NotBefore);
        Assert.Contains("left alone until 2024-06-02 04:15:00 UTC", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Packed_answers_are_the_same_answers(string packing)
    {
        var plain = await web.AskAsync(web.Kolada(), Asked);
        web.Server.Packing = packing;
        Assert.Equal(plain.Body, (await web.AskAsync(web.Kolada(), Asked)).Body);
    }

    [Fact]
    public async Task A_stopped_run_stops_while_it_waits()
    {
        var asked = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        web.Server.Misbehave(_ => true, Misbehaviours.Silence(asked));
        var answer = web.AskAsync(web.Kolada(), Asked, stop.Token);
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task We_say_who_we_are_unless_the_source_wants_it_otherwise()
    {
        var kolada = web.Kolada();
        await web.AskAsync(kolada, Asked);
        await web.AskAsync(kolada with { Limits = kolada.Limits with { UserAgent = "evaluation of the pilot; someone@example.org" } }, Asked);
        Assert.StartsWith("Utvardering/", web.Server.Asked[0].Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("evaluation of the pilot; someone@example.org", web.Server.Asked[1].Headers["User-Agent"]);
    }
}
