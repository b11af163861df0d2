using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Utvardering.Portal.Tests.Made;
using Utvardering.Testing;

namespace Utvardering.Portal.Tests.Browser;

/// <summary>Every page in every state, as it is for people who see, hear and hold differently.</summary>
[Collection(BrowserGroup.Name)]
public sealed class AccessTests(BrowserFixture browser)
{
    [FactNeeding("chromium")]
    public async Task Axe_finds_nothing_on_any_page_in_any_state()
    {
        var paths = await PathsAsync();
        foreach (var (colours, language) in new[] { (ColorScheme.Light, "sv"), (ColorScheme.Dark, "sv"), (ColorScheme.Light, "en") })
        {
            await using var open = await browser.OpenAsync("/?lang=" + language, isSignedIn: true, new() { ColorScheme = colours });
            foreach (var path in paths)
            {
                await open.Page.GotoAsync(path);
                Assert.Equal(language, await open.Page.GetAttributeAsync("html", "lang"));
                // Nothing but the colours differs in the dark.
                var result = await open.Page.RunAxe(colours == ColorScheme.Dark ? new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } } : null);
                Assert.True(result.Violations.Length == 0, $"{path}, {colours}, {language}: {string.Join("; ", result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"))}");
            }
        }

        await EndSlowAsync();
    }

    [FactNeeding("chromium")]
    public async Task Nothing_is_wider_than_the_window_at_320_pixels_and_every_target_is_large_enough()
    {
        await using var open = await browser.OpenAsync("/", isSignedIn: true, new() { ViewportSize = new() { Width = 320, Height = 640 } });
        foreach (var path in await PathsAsync())
        {
            await open.Page.GotoAsync(path);
            Assert.Equal((path, 320), (path, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")));
            Assert.Empty(await open.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('button, input:not([type=hidden])')].filter(e => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44).map(e => e.outerHTML)"));
        }

        await EndSlowAsync();
    }

    [FactNeeding("chromium")]
    public async Task Who_wants_less_motion_gets_none()
    {
        var run = await SlowAsync();
        await using var open = await browser.OpenAsync("/korningar/" + run, options: new() { ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal("none", await open.Page.EvalOnSelectorAsync<string>(".badge.busy svg", "e => getComputedStyle(e).animationName"));
        await EndSlowAsync();
    }

    [FactNeeding("chromium")]
    public async Task The_other_language_is_one_click_away_stays_and_goes_back()
    {
        await using var open = await browser.OpenAsync("/kallor");
        await open.Page.ClickAsync("text=In English");
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Sources");
        await open.Page.ClickAsync("text=Runs");
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Runs");
        await open.Page.ClickAsync("text=På svenska");
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Körningar");
        Assert.Empty(open.Complaints);
        Assert.Empty(open.Foreign);
    }

    [FactNeeding("chromium")]
    public async Task Every_page_says_that_the_figures_are_made_up()
    {
        await using var open = await browser.OpenAsync("/");
        foreach (var path in await PathsAsync())
        {
            await open.Page.GotoAsync(path);
            await Assertions.Expect(open.Page.Locator(".banner")).ToHaveTextAsync("EXEMPELDATA – syntetiska uppgifter");
        }

        await EndSlowAsync();
    }

    [FactNeeding("chromium")]
    public async Task The_font_is_the_reports_out_of_the_program_itself()
    {
        await using var open = await browser.OpenAsync("/");
        Assert.True(await open.Page.EvaluateAsync<bool>("async () => { await document.fonts.ready; return [...document.fonts].some(font => font.family.includes('Source Sans 3') && font.status === 'loaded'); }"));
        Assert.Empty(open.Foreign);
    }

    // Runs that go on, are parked and are done; both lists; signing in; no such page.
    private async Task<string[]> PathsAsync()
    {
        var portal = await browser.PortalAsync();
        browser.Jobs.IsMended = false;
        var parked = await portal.RunAsync(TestJobs.Failing);
        var done = await portal.RunAsync(TestJobs.Quick);
        return ["/", "/?jobb=quick", "/korningar/" + await SlowAsync(), "/korningar/" + parked.RunId, "/korningar/" + done.RunId, "/kallor", "/logga-in", "/finns-inte"];
    }

    private async Task<string> SlowAsync()
    {
        var portal = await browser.PortalAsync();
        var id = await portal.Get<Pipeline.Jobs.Store.RunQueue>().EnqueueAsync(browser.Jobs.Catalog.Find(TestJobs.Slow), Pipeline.Jobs.RunCause.Schedule, null, null, CancellationToken.None);
        await portal.UntilAsync(id!, run => run.Progress == "page 1 of 3");
        return id!;
    }

    private async Task EndSlowAsync()
    {
        for (var page = 0; page < 3; page++)
        {
            browser.Jobs.NextPage();
        }

        var portal = await browser.PortalAsync();
        foreach (var run in await portal.Get<Pipeline.Jobs.Store.RunLog>().OpenAsync(CancellationToken.None))
        {
            await portal.UntilAsync(run.RunId, found => found.Ended is not null);
        }
    }
}
