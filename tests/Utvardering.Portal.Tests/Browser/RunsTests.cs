using Microsoft.Playwright;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Portal.Tests.Made;
using Utvardering.Testing;
using static Microsoft.Playwright.Assertions;

namespace Utvardering.Portal.Tests.Browser;

/// <summary>Jobs are run, watched, cancelled and run again on the pages, in a real browser.</summary>
[Collection(BrowserGroup.Name)]
public sealed class RunsTests(BrowserFixture browser)
{
    [FactNeeding("chromium")]
    public async Task A_run_is_begun_and_watched_to_its_end_on_one_page()
    {
        await using var open = await browser.OpenAsync("/", isSignedIn: true);
        await open.PressAsync("Kör nu Långsam källa");
        var loads = open.Loads;
        await Expect(open.Page.Locator("#now")).ToContainTextAsync("page 1 of 3");
        await Expect(open.Page.Locator("#head")).ToContainTextAsync("Pågår");
        browser.Jobs.NextPage();
        await Expect(open.Page.Locator("#now")).ToContainTextAsync("page 2 of 3");
        browser.Jobs.NextPage();
        browser.Jobs.NextPage();
        await Expect(open.Page.Locator("#head")).ToContainTextAsync("Klar");
        await Expect(open.Page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Körningen är klar.");
        await Expect(open.Page.Locator(".facts")).ToContainTextAsync("2,4 MB");
        Assert.Equal(loads, open.Loads);
        Assert.Empty(open.Complaints);
        Assert.Empty(open.Foreign);
    }

    [FactNeeding("chromium")]
    public async Task The_page_of_all_runs_shows_what_goes_on_and_when_it_has_ended()
    {
        await using var open = await browser.OpenAsync("/", isSignedIn: true);
        await open.PressAsync("Kör nu Långsam källa");
        await open.Page.GotoAsync("/");
        var row = open.Page.Locator("[id^=open-]");
        await Expect(row).ToContainTextAsync("page 1 of 3");
        await Expect(row).ToContainTextAsync("nod-1");
        var loads = open.Loads;
        browser.Jobs.NextPage();
        browser.Jobs.NextPage();
        browser.Jobs.NextPage();
        await Expect(row).ToHaveCountAsync(0);
        await Expect(open.Page.Locator("[id^=run-]").First).ToContainTextAsync("Långsam källa");
        Assert.Equal(loads, open.Loads);
        Assert.Empty(open.Complaints);
    }

    [FactNeeding("chromium")]
    public async Task A_run_is_cancelled()
    {
        await using var open = await browser.OpenAsync("/", isSignedIn: true);
        await open.PressAsync("Kör nu Långsam källa");
        await Expect(open.Page.Locator("#now")).ToContainTextAsync("page 1 of 3");
        await open.PressAsync("Avbryt Långsam källa");
        await Expect(open.Page.Locator("#head")).ToContainTextAsync("Avbruten");
        await Expect(open.Page.Locator(".log")).ToContainTextAsync("Avbruten av en person");
        await Expect(open.Page.GetByRole(AriaRole.Button, new() { NameString = "Kör om" })).ToBeVisibleAsync();
    }

    [FactNeeding("chromium")]
    public async Task A_parked_run_says_why_and_what_to_do_and_is_run_again()
    {
        browser.Jobs.IsMended = false;
        await using var open = await browser.OpenAsync("/", isSignedIn: true);
        await open.PressAsync("Kör nu Källa med fel");
        await Expect(open.Page.Locator("#head")).ToContainTextAsync("Kräver åtgärd");
        await Expect(open.Page.Locator("#fault")).ToContainTextAsync("403 from https://example.org/");
        await Expect(open.Page.Locator("#fault")).ToContainTextAsync("Någon säger nej: rätta adressen");
        var parked = open.Page.Url.Split('/')[^1];
        browser.Jobs.IsMended = true;
        await open.PressAsync("Kör om Källa med fel");
        await Expect(open.Page.Locator("#head")).ToContainTextAsync("Klar");
        await open.Page.GetByRole(AriaRole.Link, new() { NameString = parked }).ClickAsync();
        await Expect(open.Page.Locator(".facts")).ToContainTextAsync("Görs om av");
    }

    [FactNeeding("chromium")]
    public async Task What_looks_like_html_in_errors_logs_and_names_of_files_is_text()
    {
        var portal = await browser.PortalAsync();
        browser.Jobs.IsMended = false;
        var parked = await portal.RunAsync(TestJobs.Failing);
        var done = await portal.RunAsync(TestJobs.Quick);
        foreach (var path in new[] { "/", "/korningar/" + parked.RunId, "/korningar/" + done.RunId })
        {
            await using var open = await browser.OpenAsync(path);
            await Expect(open.Page.Locator("main")).ToContainTextAsync(TestJobs.Script);
            Assert.Equal(1, await open.Page.Locator("script").CountAsync());
            Assert.Empty(open.Complaints);
        }
    }

    [FactNeeding("chromium")]
    public async Task An_update_leaves_focus_and_open_parts_as_they_are()
    {
        await using var open = await browser.OpenAsync("/", isSignedIn: true);
        await open.PressAsync("Kör nu Långsam källa");
        await open.Page.GotoAsync("/");
        await Expect(open.Page.Locator("[id^=open-]")).ToContainTextAsync("page 1 of 3");
        var button = open.Page.GetByRole(AriaRole.Button, new() { NameString = "Kör nu Snabb källa" });
        await button.FocusAsync();
        var top = await open.Page.EvaluateAsync<int>("() => { window.scrollTo(0, 120); return window.scrollY; }");
        browser.Jobs.NextPage();
        await Expect(open.Page.Locator("[id^=open-]")).ToContainTextAsync("page 2 of 3");
        await Expect(button).ToBeFocusedAsync();
        Assert.Equal(top, await open.Page.EvaluateAsync<int>("() => window.scrollY"));

        // A button that is no longer offered hands its focus to the heading.
        await open.Page.GetByRole(AriaRole.Button, new() { NameString = "Avbryt Långsam källa" }).FocusAsync();
        browser.Jobs.NextPage();
        browser.Jobs.NextPage();
        await Expect(open.Page.Locator("[id^=open-]")).ToHaveCountAsync(0);
        await Expect(open.Page.Locator("h1")).ToBeFocusedAsync();
    }

    [FactNeeding("chromium")]
    public async Task All_of_it_goes_with_the_keyboard_alone()
    {
        await using var open = await browser.OpenAsync("/");
        await open.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Till innehållet", await FocusedAsync(open));
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await TabToAsync(open, "Logga in", "Shift+Tab");
        await open.Page.Keyboard.PressAsync("Enter");
        await Expect(open.Page.Locator("h1")).ToHaveTextAsync("Logga in");
        await TabToAsync(open, "name");
        await open.Page.Keyboard.TypeAsync(TestPortal.Operator);
        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.TypeAsync(TestPortal.Password);
        await open.Page.Keyboard.PressAsync("Enter");
        await Expect(open.Page.Locator(".person")).ToContainTextAsync(TestPortal.Operator);
        await TabToAsync(open, "Kör nu Långsam källa");
        await open.Page.Keyboard.PressAsync("Enter");
        await Expect(open.Page.Locator("#now")).ToContainTextAsync("page 1 of 3");
        await TabToAsync(open, "Avbryt Långsam källa");
        await open.Page.Keyboard.PressAsync("Space");
        await Expect(open.Page.Locator("#head")).ToContainTextAsync("Avbruten");
        await TabToAsync(open, "Logga ut", "Shift+Tab");
        await open.Page.Keyboard.PressAsync("Enter");
        await Expect(open.Page.Locator(".person")).ToContainTextAsync("Logga in");
    }

    [FactNeeding("chromium")]
    public async Task Without_script_all_is_shown_and_done()
    {
        await using var open = await browser.OpenAsync("/", isSignedIn: true, new() { JavaScriptEnabled = false });
        await open.PressAsync("Kör nu Långsam källa");
        var run = open.Page.Url.Split('/')[^1];
        await (await browser.PortalAsync()).UntilAsync(run, found => found.Progress == "page 1 of 3");
        await open.Page.GetByRole(AriaRole.Link, new() { NameString = "Uppdatera sidan" }).ClickAsync();
        await Expect(open.Page.Locator("#now")).ToContainTextAsync("page 1 of 3");
        await open.PressAsync("Avbryt Långsam källa");
        await (await browser.PortalAsync()).UntilAsync(run, found => found.State == RunState.Cancelled);
        await open.Page.ReloadAsync();
        await Expect(open.Page.Locator("#head")).ToContainTextAsync("Avbruten");
        await Expect(open.Page.Locator(".log")).ToContainTextAsync("page 1 of 3");
        await open.PressAsync("Logga ut");
        await Expect(open.Page.Locator(".person")).ToContainTextAsync("Logga in");
    }

    [FactNeeding("chromium")]
    public async Task Without_a_sign_in_there_is_nothing_to_press()
    {
        await using var open = await browser.OpenAsync("/");
        await Expect(open.Page.Locator("h1")).ToHaveTextAsync("Körningar");
        await Expect(open.Page.Locator("button")).ToHaveCountAsync(0);
        await Expect(open.Page.Locator("#job-broken")).ToContainTextAsync("Fel i definitionen");
        await Expect(open.Page.Locator("#job-slow")).ToContainTextAsync("Varje dag 04:15");
    }

    [FactNeeding("chromium")]
    public async Task Only_the_last_of_a_talkativelog_is_shown_until_all_is_asked_for()
    {
        await using var talkative = await TestPortal.StartAsync(new(() =>
        [
            new()
            {
                Name = "talkative",
                Title = new("Pratsam", "Talkative"),
                Work = (context, _) =>
                {
                    for (var line = 1; line <= 150; line++)
                    {
                        context.Progress.Report(new("ingest", $"line {line}", Done: false));
                    }

                    return Task.FromResult(new Pipeline.Jobs.JobResult());
                },
            },
        ]));
        var run = await talkative.RunAsync("talkative");
        await using var open = await browser.OpenAsync(talkative.Address, "/korningar/" + run.RunId);
        await Expect(open.Page.Locator(".log li")).ToHaveCountAsync(100);
        await Expect(open.Page.Locator(".log li").Last).ToContainTextAsync("line 150");
        await open.Page.GetByRole(AriaRole.Link, new() { NameString = "Visa alla" }).ClickAsync();
        await Expect(open.Page.Locator(".log li")).ToHaveCountAsync(150);
    }

    [FactNeeding("chromium")]
    public async Task A_portal_that_is_away_is_told_of_and_comes_back()
    {
        await using var open = await browser.OpenAsync("/", isSignedIn: true);
        await open.PressAsync("Kör nu Långsam källa");
        await Expect(open.Page.Locator("#now")).ToContainTextAsync("page 1 of 3");
        await open.Page.Context.SetOfflineAsync(true);
        await Expect(open.Page.Locator("#away")).ToContainTextAsync("Ingen kontakt");
        await open.Page.Context.SetOfflineAsync(false);
        await Expect(open.Page.Locator("#away")).ToBeHiddenAsync();
        await open.PressAsync("Avbryt Långsam källa");
        await Expect(open.Page.Locator("#head")).ToContainTextAsync("Avbruten");
    }

    private static Task<string> FocusedAsync(OpenPage open) => open.Page.EvaluateAsync<string>("() => document.activeElement.textContent.trim() || document.activeElement.id");

    // No stop may be missed, and none may hold the focus.
    private static async Task TabToAsync(OpenPage open, string text, string key = "Tab")
    {
        var stops = new List<string>();
        while (stops.Count < 60)
        {
            await open.Page.Keyboard.PressAsync(key);
            stops.Add(await FocusedAsync(open));
            if (stops[^1] == text)
            {
                Assert.True(await open.Page.EvaluateAsync<bool>("() => getComputedStyle(document.activeElement).outlineStyle !== 'none'"), $"{text} has focus, and it can't be seen.");
                return;
            }
        }

        Assert.Fail($"{key} does not come to '{text}', but to: {string.Join("; ", stops)}.");
    }
}
