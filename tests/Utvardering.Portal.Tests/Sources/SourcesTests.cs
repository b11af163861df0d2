using System.Net;
using System.Text.RegularExpressions;
using Utvardering.Portal.Tests.Made;

namespace Utvardering.Portal.Tests.Sources;

/// <summary><em>Källor</em>: how sources stand, what their newest vintage changed, what went wrong last.</summary>
public sealed partial class SourcesTests : IAsyncLifetime
{
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();
    private TestPortal portal = null!;
    private MadeLake lake = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync(new TestJobs().Catalog);
        lake = new(portal.Data);
    }

    public Task DisposeAsync() => portal.DisposeAsync().AsTask();

    [Fact]
    public async Task The_rows_that_a_new_version_added_removed_and_revised_are_counted()
    {
        lake.Publish("kolada", now - TimeSpan.FromDays(2), 1, 1000);
        // 11 to 1200: ten went, two hundred came; of the 990 that stayed the first 35 have another value.
        var newest = lake.Publish("kolada", now - TimeSpan.FromHours(1), 11, 1200, revised: 35);
        lake.Answered("kolada", now - TimeSpan.FromHours(1), newest, isNew: true);
        var row = await RowAsync("kolada");
        Assert.Contains("200 nya rader", row, StringComparison.Ordinal);
        Assert.Contains("35 reviderade", row, StringComparison.Ordinal);
        Assert.Contains("10 borttagna", row, StringComparison.Ordinal);
        Assert.Contains("1 190 rader", row, StringComparison.Ordinal);
        Assert.Contains("Aktuell", row, StringComparison.Ordinal);
        Assert.Contains("Syntetisk", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_should_have_answered_is_overdue_and_its_last_error_stands_there_as_text()
    {
        var vintage = lake.Publish("kolada", now - TimeSpan.FromDays(9), 1, 10);
        lake.Answered("kolada", now - TimeSpan.FromDays(9), vintage, isNew: true);
        lake.Failed("kolada", now - TimeSpan.FromHours(2), $"503 {TestJobs.Script}");
        var row = await RowAsync("kolada");
        Assert.Contains("Försenad", row, StringComparison.Ordinal);
        Assert.Contains("Första versionen", row, StringComparison.Ordinal);
        Assert.Contains("Misslyckades", row, StringComparison.Ordinal);
        Assert.Contains($"503 {TestJobs.Script}", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_before_the_last_answer_is_told_as_past_and_remarks_are_there()
    {
        var vintage = lake.Publish("bra-sol", now - TimeSpan.FromDays(9), 1, 10);
        lake.Failed("bra-sol", now - TimeSpan.FromHours(3), "503");
        lake.Answered("bra-sol", now - TimeSpan.FromHours(2), vintage, isNew: false, "page 3 was guessed to be Windows-1252");
        var row = await RowAsync("bra-sol");
        Assert.Contains("Inläst", row, StringComparison.Ordinal);
        Assert.Contains("Svarade, inget nytt", row, StringComparison.Ordinal);
        Assert.Contains("har svarat sedan dess", row, StringComparison.Ordinal);
        Assert.Contains("1 anmärkning", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_of_which_nothing_was_ever_taken_in_says_so() => Assert.Contains("Aldrig inläst", await RowAsync("scb-population"), StringComparison.Ordinal);

    private async Task<string> RowAsync(string source)
    {
        using var client = new FormClient(portal.Address);
        using var answer = await client.GetAsync("/kallor");
        var row = Regex.Match(await answer.Content.ReadAsStringAsync(), $"<tr id=\"source-{source}\">.*?</tr>", RegexOptions.Singleline).Value;
        return WebUtility.HtmlDecode(Tag().Replace(row, "")).Replace('\u00a0', ' ');
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
