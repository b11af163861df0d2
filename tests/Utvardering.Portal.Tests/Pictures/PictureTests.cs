using Microsoft.Playwright;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Portal.Tests.Browser;
using Utvardering.Portal.Tests.Made;
using Utvardering.Testing;

namespace Utvardering.Portal.Tests.Pictures;

/// <summary>The pages as they look after some days of the sample profile's jobs. With <c>UTVARDERING_WRITE_DOCS=1</c> the pictures are written to docs/.</summary>
[Collection(BrowserGroup.Name)]
public sealed class PictureTests(BrowserFixture browser)
{
    private const string Sha = "9f2c4e17ab03d6588c1e7f90b2a4d5c6e8f7091a2b3c4d5e6f708192a3b4c5d6";
    private static readonly JobFile[] Vintages =
    [
        new("indicator_values/kolada", "5b677bfef31c0f6d2f0a9b6a3f4e8f4f5f3f2c11c0a6f0d4b8f7c7a4f5c9e012"),
        new("population/scb-population", "c0ffd21a9b4e7780c3f5a61e2b94d7730f1c8e6a5d2b4f9087a6c5e4d3b2a190"),
        new("reported_offences/bra-sol", "7d1f0b2c3a4e5d6f708192a3b4c5d6e7f8091a2b3c4d5e6f70819203a4b5c6d7"),
    ];

    [FactNeeding("chromium")]
    public async Task The_pages_show_some_days_of_work_and_are_pictured()
    {
        // The morning of a Monday gone by: what the scheduler begins now then lies ahead, and it leaves the history alone.
        var real = TimeProvider.System.GetUtcNow();
        var monday = new DateTimeOffset(real.Date.AddDays(-7 - (((int)real.DayOfWeek + 6) % 7)), TimeSpan.Zero).AddHours(7).AddMinutes(12);
        await using var portal = await TestPortal.StartAsync(clock: new ShiftedClock(monday), works: false);
        await portal.AddOperatorAsync();
        Sources(portal, monday);
        var (running, parked) = await HistoryAsync(portal, monday);

        await PictureAsync(portal, "/", "portal-runs", 1190);
        await PictureAsync(portal, "/korningar/" + parked, "portal-run", 1230);
        await PictureAsync(portal, "/kallor", "portal-sources", 1010);
        await using var open = await browser.OpenAsync(portal.Address, "/korningar/" + running);
        await Assertions.Expect(open.Page.Locator("#now")).ToContainTextAsync("Utvärdering");
    }

    private async Task PictureAsync(TestPortal portal, string path, string name, int height)
    {
        await using var open = await browser.OpenAsync(portal.Address, "/logga-in?till=" + Uri.EscapeDataString(path), new() { ViewportSize = new() { Width = 1180, Height = height }, ColorScheme = ColorScheme.Light, DeviceScaleFactor = 1.5f });
        await open.Page.GetByLabel("Namn").FillAsync(TestPortal.Operator);
        await open.Page.GetByLabel("Lösenord").FillAsync(TestPortal.Password);
        await open.Page.ClickAsync("main button");
        await Assertions.Expect(open.Page.Locator(".person")).ToContainTextAsync(TestPortal.Operator);
        await open.Page.EvaluateAsync("() => document.fonts.ready");
        Assert.Empty(open.Complaints);
        if (Environment.GetEnvironmentVariable("UTVARDERING_WRITE_DOCS") == "1")
        {
            await open.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", name + ".png"), Animations = ScreenshotAnimations.Disabled });
        }
    }

    private static void Sources(TestPortal portal, DateTimeOffset monday)
    {
        var lake = new MadeLake(portal.Data);
        DateTimeOffset At(int days, int hour, int minute) => Swedish(monday, days, hour, minute);
        lake.Publish("kolada", At(-7, 4, 18), 1, 48_140);
        lake.Answered("kolada", At(0, 4, 18), lake.Publish("kolada", At(0, 4, 18), 1, 48_720, revised: 212), isNew: true);
        var first = 1 - monday.Day;
        lake.Answered("kolada-groups", At(first, 4, 31), lake.Publish("kolada-groups", At(-200, 4, 31), 1, 290), isNew: false);
        lake.Publish("kolada-peers", At(-200, 4, 32), 1, 2_030);
        lake.Answered("kolada-peers", At(first, 4, 32), lake.Publish("kolada-peers", At(first, 4, 32), 15, 2_044, revised: 8), isNew: true);
        var population = lake.Publish("scb-population", At(-84, 5, 0), 1, 318_290);
        lake.Answered("scb-population", At(-7, 5, 0), population, isNew: false);
        lake.Failed("scb-population", At(0, 5, 3), "SCB answered 503 (Service Unavailable) five times in 15 minutes at https://api.scb.se/ov0104/v2beta/api/v2/tables/TAB638/data. The vintage from before stands; the job is tried again by itself.");
        lake.Publish("bra-sol", At(-40, 13, 5), 1, 187_340);
        lake.Answered("bra-sol", At(-5, 13, 5), lake.Publish("bra-sol", At(-5, 13, 5), 1, 190_620, revised: 1_934), isNew: true, "2 rows of municipality 1480 are marked preliminary", "the column 'Riket' was skipped");
        var deliveries = lake.Publish("deliveries", At(-12, 10, 22), 1, 132);
        lake.Answered("deliveries", At(-12, 10, 22), deliveries, isNew: true);
        lake.Refused("deliveries", At(-3, 14, 20), deliveries, new("kalmar_2026_kv4.xlsx", Sha, 3, $"quarantine/deliveries/{Sha}/problems.txt"));
        lake.Answered("support-log", At(-12, 10, 23), lake.Publish("support-log", At(-12, 10, 23), 1, 418), isNew: true);
    }

    private static async Task<(string Running, string Parked)> HistoryAsync(TestPortal portal, DateTimeOffset monday)
    {
        var history = new MadeHistory(portal);
        DateTimeOffset At(int days, int hour, int minute) => Swedish(monday, days, hour, minute);
        JobCounts Counts(long bytes, long rows, long made) => new() { Bytes = bytes, RowsIn = rows, RowsAccepted = rows, FilesRefused = 0, VintagesMade = made };
        (string, string, double)[] Ingest(string text, double seconds) => [("ingest", text, seconds)];
        (string, string, double)[] draft =
        [
            ("warehouse", "27 tables of 7 vintages", 21), ("evaluate", "8 outcomes, 3 designs", 204), ("release", "41 tables passed, 2 cells suppressed", 6), ("report", "report.html, report.en.html", 38),
        ];
        foreach (var days in new[] { -6, -5, -4, -3, -2, -1 })
        {
            await history.EndedAsync("kolada", At(days, 4, 15), RunState.Succeeded, Counts(9_840_000, 48_140, 0), Ingest("48140 rows, nothing new", 171 + (7 * days)));
        }

        await history.EndedAsync("bra-sol", At(-5, 13, 5), RunState.Succeeded, Counts(31_200_000, 190_620, 1), Ingest("190620 rows accepted", 48), RunCause.Person, TestPortal.Operator);
        await history.EndedAsync("kolada-groups", At(1 - monday.Day, 4, 30), RunState.Succeeded, Counts(21_400, 290, 0), Ingest("290 rows, nothing new", 2));
        await history.EndedAsync("kolada-peers", At(1 - monday.Day, 4, 31), RunState.Succeeded, Counts(164_000, 2_030, 1), Ingest("2030 rows accepted", 3));
        await history.EndedAsync("support-log", At(-12, 10, 23), RunState.Succeeded, Counts(38_400, 418, 1), Ingest("418 rows accepted", 2), RunCause.Inbox, "stodlogg_2026.xlsx");
        await history.EndedAsync("draft", At(-5, 13, 6), RunState.Cancelled, new(), draft[..2], RunCause.Inputs, "bra-sol");
        await history.EndedAsync("draft", At(-5, 13, 14), RunState.Succeeded, new(), draft, RunCause.Person, TestPortal.Operator, read: Vintages, made: [new("runs/3b677bfef31c", "3b677bfef31c")]);
        var parked = await history.EndedAsync(
            "deliveries", At(-3, 14, 20), RunState.Parked, new() { Bytes = 61_800, RowsAccepted = 0, FilesRefused = 1, VintagesMade = 0 },
            [("ingest", "kalmar_2026_kv4.xlsx: 24 rows read, 3 with problems", 3)], RunCause.Inbox, "kalmar_2026_kv4.xlsx",
            new(FaultKind.RefusedFile, $"1 file(s) were refused, and the vintage from before stands. What is wrong, row by row, and what to do stands in quarantine/deliveries/{Sha}/problems.txt.")
            {
                ReasonSv = $"1 fil avvisades, och den förra versionen gäller. Vad som är fel, rad för rad, och vad som ska göras står i quarantine/deliveries/{Sha}/problems.txt.",
            },
            read: [new("inbox/kalmar_2026_kv4.xlsx", Sha)]);
        await history.EndedAsync("kolada", At(0, 4, 15), RunState.Succeeded, Counts(9_910_000, 48_720, 1), Ingest("48720 rows accepted", 186));
        await history.EndedAsync(
            "scb-population", At(0, 5, 0), RunState.Waiting, new(), Ingest("asking https://api.scb.se/ov0104/v2beta/api/v2/tables/TAB638/data", 180),
            fault: new(FaultKind.Passing, "SCB answered 503 (Service Unavailable) five times in 15 minutes."));
        var running = await history.RunningAsync(
            "draft", At(0, 8, 9), [("warehouse", "27 tables of 7 vintages", 21), ("evaluate", "outcome 5 of 8: reported violence against persons, design vs-similar", 160)], RunCause.Person, TestPortal.Operator);
        await history.QueuedAsync("deliveries", At(0, 8, 11), RunCause.Inbox, "uppsala_2026_kv4.xlsx");
        return (running, parked);
    }

    // Near enough to Stockholm's clock in winter and in summer: the pictures need no exact hour.
    private static DateTimeOffset Swedish(DateTimeOffset monday, int days, int hour, int minute) => new DateTimeOffset(monday.Date.AddDays(days), TimeSpan.FromHours(1)).AddHours(hour).AddMinutes(minute).ToUniversalTime();
}
