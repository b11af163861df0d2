using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Utvardering.Portal.Tests.Made;

namespace Utvardering.Portal.Tests.Safety;

/// <summary>What the portal refuses, whoever asks and however.</summary>
public sealed class SafetyTests : IAsyncLifetime
{
    private readonly TestJobs jobs = new();
    private TestPortal portal = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync(jobs.Catalog);
        await portal.AddOperatorAsync();
    }

    public Task DisposeAsync() => portal.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/kallor", HttpStatusCode.OK)]
    [InlineData("/logga-in", HttpStatusCode.OK)]
    [InlineData("/finns-inte", HttpStatusCode.NotFound)]
    [InlineData("/korningar/finns-inte", HttpStatusCode.NotFound)]
    [InlineData("/?antal=många", HttpStatusCode.BadRequest)]
    [InlineData("/jobb/quick/kor", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_answer_lets_nothing_in_from_elsewhere_and_is_not_kept(string path, HttpStatusCode status)
    {
        using var client = new FormClient(portal.Address);
        using var answer = await client.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
        Assert.False(answer.Headers.Contains("Server"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"sv\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex(@"<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=|<style|javascript:", RegexOptions.IgnoreCase), page);
    }

    [Theory]
    [InlineData("portal.css", "text/css")]
    [InlineData("live.js", "text/javascript")]
    [InlineData("icon.svg", "image/svg+xml")]
    [InlineData("source-sans-3-latin-400-normal.woff2", "font/woff2")]
    public async Task What_a_page_is_dressed_in_comes_from_the_program_and_may_be_kept(string name, string type)
    {
        using var client = new FormClient(portal.Address);
        using var answer = await client.GetAsync("/assets/" + name);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var none = await client.GetAsync("/assets/..%2fportal.css");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task Another_name_that_leads_here_gets_nothing(string host)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, portal.Address) { Headers = { Host = host } };
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_without_the_token_of_a_page_is_refused_even_from_an_operator()
    {
        using var client = new FormClient(portal.Address);
        await client.SignInAsync(TestPortal.Operator, TestPortal.Password);
        foreach (var path in FormPaths())
        {
            using var without = await client.PostAsync(path);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, without.StatusCode));
            using var wrong = await client.PostAsync(path, ("token", "AAAA"));
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, wrong.StatusCode));
        }

        Assert.Empty(await portal.Get<Pipeline.Jobs.Store.RunLog>().NewestAsync(null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused_even_with_the_token()
    {
        using var client = new FormClient(portal.Address);
        await client.SignInAsync(TestPortal.Operator, TestPortal.Password);
        var token = await client.TokenAsync("/");
        foreach (var path in FormPaths())
        {
            foreach (var header in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site") })
            {
                using var answer = await client.PostAsync(path, [header], [("token", token)]);
                Assert.Equal((path, header, HttpStatusCode.Forbidden), (path, header, answer.StatusCode));
            }
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_changes_nothing_and_is_asked_to_sign_in()
    {
        using var client = new FormClient(portal.Address);
        var run = await portal.RunAsync(TestJobs.Failing);
        var token = await client.TokenAsync();
        foreach (var (path, back) in new[] { ("/jobb/quick/kor", "%2F"), ($"/korningar/{run.RunId}/avbryt", $"%2Fkorningar%2F{run.RunId}"), ($"/korningar/{run.RunId}/kor-om", $"%2Fkorningar%2F{run.RunId}") })
        {
            using var answer = await client.PostAsync(path, ("token", token));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal("/logga-in?till=" + back, answer.Headers.Location!.OriginalString);
        }

        Assert.Single(await portal.Get<Pipeline.Jobs.Store.RunLog>().NewestAsync(null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task What_an_operator_may_do_is_done_once_and_what_is_not_there_is_said()
    {
        using var client = new FormClient(portal.Address);
        await client.SignInAsync(TestPortal.Operator, TestPortal.Password);
        var token = await client.TokenAsync("/");
        using var begun = await client.PostAsync("/jobb/slow/kor", ("token", token));
        var run = begun.Headers.Location!.OriginalString;
        Assert.StartsWith("/korningar/", run, StringComparison.Ordinal);
        await portal.UntilAsync(run.Split('/')[^1], found => found.Progress is not null);
        using var queued = await client.PostAsync("/jobb/slow/kor", ("token", token));
        using var again = await client.PostAsync("/jobb/slow/kor", ("token", token));
        Assert.Equal(queued.Headers.Location, again.Headers.Location);
        using var retried = await client.PostAsync(run + "/kor-om", ("token", token));
        Assert.Equal(run, retried.Headers.Location!.OriginalString);
        foreach (var path in new[] { "/jobb/none/kor", "/korningar/none/avbryt", "/korningar/none/kor-om" })
        {
            using var none = await client.PostAsync(path, ("token", token));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, none.StatusCode));
        }

        Assert.Equal(TestPortal.Operator, (await portal.Get<Pipeline.Jobs.Store.RunLog>().FindAsync(run.Split('/')[^1], CancellationToken.None))!.CausedBy);
    }

    [Fact]
    public async Task A_form_that_is_far_too_long_is_refused()
    {
        using var client = new FormClient(portal.Address);
        using var answer = await client.PostAsync("/logga-in", ("token", new string('a', 100_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_said_and_when_it_answers_again_all_is_there()
    {
        using var client = new FormClient(portal.Address);
        var database = portal.Get<Pipeline.Jobs.Store.JobDatabase>();
        await database.ExecuteAsync("alter table job_run rename to away", [], CancellationToken.None);
        using (var away = await client.GetAsync("/"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.Contains("Jobbens databas svarar inte", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(away.Headers.Contains("Content-Security-Policy"));
        }

        await database.ExecuteAsync("alter table away rename to job_run", [], CancellationToken.None);
        using var back = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    /// <summary>Every form the portal takes, found in its own table of addresses, so that a new one is tried too.</summary>
    private string[] FormPaths()
    {
        var forms = portal.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { } methods && methods.Any(method => method != "GET"))
            .Select(endpoint => endpoint.RoutePattern.RawText!.Replace("{name}", TestJobs.Quick, StringComparison.Ordinal).Replace("{id}", "none", StringComparison.Ordinal))
            .ToArray();
        Assert.Equal(["/jobb/quick/kor", "/korningar/none/avbryt", "/korningar/none/kor-om", "/logga-in", "/logga-ut"], forms.Order(StringComparer.Ordinal));
        return forms;
    }
}
