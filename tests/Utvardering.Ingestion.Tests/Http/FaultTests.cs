using System.Net;
using System.Net.Sockets;
using Utvardering.Ingestion.Sources;
using Utvardering.Testing.Replay;

namespace Utvardering.Ingestion.Tests.Http;

/// <summary>Each way of failing has its own sentence and says whether to wait, to change something, or to look.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Asked = "/municipality?region_type=K";

    private Web web = null!;

    public async Task InitializeAsync() => web = await Web.OfSampleAsync();

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task A_cut_body_is_asked_again_and_told_with_how_much_came()
    {
        var whole = (await web.AskAsync(web.Kolada(), Asked)).Body.Length;
        web.Server.Misbehave(_ => true, Misbehaviours.CutBody(1000));
        Assert.Equal(whole, (await web.AskAsync(web.Kolada(), Asked)).Body.Length);
        web.Server.Misbehave(_ => true, Misbehaviours.CutBody(1000), times: 100);
        await Told(SourceFault.Transient, web.Kolada(), "6 times", $"broke off after 1000 of {whole} bytes");
    }

    [Fact]
    public async Task A_connection_that_is_closed_without_a_word_is_told()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.HangUp(), times: 100);
        await Told(SourceFault.Transient, web.Kolada(), "closed before an answer began");
    }

    [Fact]
    public async Task An_answer_that_never_begins_and_one_that_never_ends_are_told_apart()
    {
        var once = web.Kolada() with { Patience = SourcePatience.Usual with { Answer = TimeSpan.FromMinutes(10), Total = TimeSpan.FromMinutes(5) } };
        var (asked, begun) = (new TaskCompletionSource(), new TaskCompletionSource());
        web.Server.Misbehave(_ => true, Misbehaviours.Silence(asked));
        web.Server.Misbehave(_ => true, Misbehaviours.Drip(begun));
        await TooSlow(once, asked, "no answer began within 300 s");
        await TooSlow(once, begun, "the answer came too slowly: ");
    }

    [Fact]
    public async Task A_connection_that_is_taken_and_never_made_is_given_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var source = Nowhere("https", ((IPEndPoint)silent.LocalEndpoint).Port);
        await Told(SourceFault.Transient, source with { Patience = new(TimeSpan.FromMilliseconds(100), SourcePatience.Usual.Answer, SourcePatience.Usual.Total, 1) }, "no connection to 127.0.0.1", "within 0.1 s");
    }

    [Fact]
    public async Task Nothing_listening_is_told_with_host_and_port()
    {
        var port = FreePort();
        await Told(SourceFault.Transient, Nowhere("http", port), $"127.0.0.1:{port} refused the connection");
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_told() =>
        await Told(SourceFault.Transient, web.At(new("http://nosuch.invalid/v3"), "kolada"), "nosuch.invalid", "(DNS)");

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_refused_at_once()
    {
        await using var secure = await Web.SecureAsync();
        var fault = await secure.FaultAsync(secure.Kolada(), Asked);
        Assert.Equal(SourceFault.Refused, fault.Fault);
        Assert.Contains("no secure connection (TLS)", fault.Message, StringComparison.Ordinal);
        Assert.Empty(secure.Clock.Waits);
    }

    [Fact]
    public async Task A_link_that_leaves_the_secure_connection_is_followed_securely()
    {
        await using var secure = await Web.SecureAsync();
        var link = new UriBuilder(secure.Server.Kolada) { Scheme = "http" }.Uri;
        var fault = await Assert.ThrowsAsync<SourceException>(() => secure.Transport(secure.Kolada()).SendAsync(new(HttpMethod.Get, link), default));
        Assert.Contains($"GET {secure.Server.Kolada}", fault.Message, StringComparison.Ordinal);
        Assert.Contains("(TLS)", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(407, SourceFault.Refused, "wants a name and a password (407)")]
    [InlineData(403, SourceFault.Refused, "does not let us through to api.kolada.se (status 403)")]
    [InlineData(502, SourceFault.Transient, "could not reach api.kolada.se (status 502)")]
    public async Task A_proxy_that_says_no_is_told_from_a_source_that_does(int status, SourceFault kind, string expected)
    {
        web.Proxy = new WebProxy(web.Server.Root);
        web.Server.Misbehave(question => question.Method == "CONNECT", Misbehaviours.Status(status), times: 100);
        await Told(kind, web.Bench.Source("kolada"), expected, "the proxy");
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_told_as_the_proxy()
    {
        var port = FreePort();
        web.Proxy = new WebProxy("127.0.0.1", port);
        await Told(SourceFault.Transient, web.Bench.Source("kolada"), $"127.0.0.1:{port} (the proxy of this machine's settings) refused");
    }

    [Fact]
    public async Task A_circle_of_redirects_is_told()
    {
        web.Server.Misbehave(_ => true, Misbehaviours.RedirectLoop(), times: 100);
        await Told(SourceFault.Refused, web.Kolada(), "status 302", "in a circle");
        Assert.Equal(6, web.Server.Asked.Count);
    }

    [Fact]
    public async Task An_answer_beyond_the_largest_size_is_not_read_to_its_end()
    {
        var kolada = web.Kolada();
        web.Server.Misbehave(_ => true, Misbehaviours.Huge(200));
        await Told(SourceFault.WrongAnswer, kolada with { Limits = kolada.Limits with { MostMegabytes = 3 } }, "larger than 3 MiB", "limits.mostMegabytes");
    }

    [Fact]
    public async Task Another_host_is_not_asked_on_an_answers_word()
    {
        var fault = await Assert.ThrowsAsync<SourceException>(() => web.Transport(web.Kolada()).SendAsync(new(HttpMethod.Get, new("http://localhost/v3")), default));
        Assert.Contains("not on its host 127.0.0.1", fault.Message, StringComparison.Ordinal);
    }

    private async Task Told(SourceFault kind, SourceDefinition source, params string[] parts)
    {
        var fault = await web.FaultAsync(source, Asked);
        Assert.All(parts, part => Assert.True(fault.Message.Contains(part, StringComparison.Ordinal), fault.Message));
        Assert.Contains(Asked, fault.Message, StringComparison.Ordinal);
        Assert.Equal(kind, fault.Fault);
    }

    private async Task TooSlow(SourceDefinition source, TaskCompletionSource isSo, string expected)
    {
        var answer = web.FaultAsync(source, Asked);
        await isSo.Task;
        web.Clock.Advance(source.Patience.Total);
        var fault = await answer;
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Equal(SourceFault.Transient, fault.Fault);
    }

    private SourceDefinition Nowhere(string scheme, int port) => web.At(new($"{scheme}://127.0.0.1:{port}/v3"), "kolada");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
