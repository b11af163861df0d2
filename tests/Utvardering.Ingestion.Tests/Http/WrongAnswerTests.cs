using Utvardering.Testing.Replay;

namespace Utvardering.Ingestion.Tests.Http;

public sealed class WrongAnswerTests : IAsyncLifetime
{
    private Web web = null!;

    public async Task InitializeAsync() => web = await Web.OfSampleAsync();

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task A_page_for_people_is_named_with_its_title_and_landed()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Html("Planerat underhåll & drift"));
        var fault = await FaultAsync(SourceFault.WrongAnswer, "an HTML page titled 'Planerat underhåll & drift'", "probably a proxy, a login or a maintenance page");
        Assert.Single(Directory.GetFiles(Path.Combine(web.Bench.DataRoot, "landing", "kolada"), "*.json"));
        Assert.Single(web.Server.Asked);
        Assert.Null(fault.NotBefore);
    }

    [Fact]
    public async Task A_page_for_people_under_an_error_status_is_named_too()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Html("Access denied", 403));
        await FaultAsync(SourceFault.Refused, "status 403", "does not let us in", "'Access denied'");
    }

    [Fact]
    public async Task Another_encoding_than_that_of_JSON_is_told_with_the_place()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.WrongCharset());
        var groups = web.At(web.Server.Kolada, "kolada-groups");
        var fault = await Assert.ThrowsAsync<SourceException>(() => web.IngestAsync(groups));
        Assert.Contains("another encoding than UTF-8 (it says 'application/json; charset=iso-8859-1'; byte ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_body_is_told()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.Changed(_ => ""));
        await FaultAsync(SourceFault.WrongAnswer, "not JSON: it is empty");
    }

    private async Task<SourceException> FaultAsync(SourceFault kind, params string[] parts)
    {
        var fault = await Assert.ThrowsAsync<SourceException>(() => web.IngestAsync(web.Kolada()));
        Assert.All(parts, part => Assert.Contains(part, fault.Message, StringComparison.Ordinal));
        Assert.Equal(kind, fault.Fault);
        return fault;
    }
}
