using System.Text;
using Deque.AxeCore.Playwright;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Browser;

/// <summary>The report as a real browser shows it.</summary>
[Collection(ReportGroup.Name)]
public sealed class ReportInBrowserTests(ReportFixture reports, BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Desktop = 1280;
    private const int Phone = 390;

    private string[] Pages => [.. new[] { reports.Sample, reports.Real }.SelectMany(report => new[] { "report.html", "report.en.html" }.Select(page => Path.Combine(report, page)))];

    [FactNeeding("chromium")]
    public async Task Axe_finds_nothing_on_any_page()
    {
        foreach (var file in Pages)
        {
            await using var open = await browser.OpenAsync(file, Desktop);
            var result = await open.Page.RunAxe();
            Assert.True(result.Violations.Length == 0, file + ": " + string.Join("; ", result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}")));
        }
    }

    [FactNeeding("chromium")]
    public async Task A_page_asks_for_nothing_but_itself_and_complains_of_nothing()
    {
        foreach (var file in Pages)
        {
            await using var open = await browser.OpenAsync(file, Desktop);
            Assert.Equal([new Uri(file).AbsoluteUri], open.Requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)));
            Assert.Empty(open.Messages);
        }
    }

    [FactNeeding("chromium")]
    public async Task The_font_of_the_page_is_the_one_inside_it()
    {
        await using var open = await browser.OpenAsync(Pages[0], Desktop);
        await open.Page.EvaluateAsync("() => document.fonts.ready");
        Assert.True(await open.Page.EvaluateAsync<bool>("() => [...document.fonts].some(font => font.family.includes('Source Sans 3') && font.status === 'loaded')"));
    }

    [FactNeeding("chromium")]
    public async Task Nothing_is_wider_than_the_window_on_desktop_and_phone()
    {
        foreach (var width in new[] { Desktop, Phone })
        {
            foreach (var file in Pages)
            {
                await using var open = await browser.OpenAsync(file, width);
                Assert.Equal(width, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            }
        }
    }

    [FactNeeding("chromium")]
    public async Task The_other_language_is_one_click_away_and_back_again()
    {
        await using var open = await browser.OpenAsync(Pages[0], Desktop);
        await open.Page.ClickAsync("text=In English");
        Assert.Equal("en", await open.Page.GetAttributeAsync("html", "lang"));
        await open.Page.ClickAsync("text=På svenska");
        Assert.Equal("sv", await open.Page.GetAttributeAsync("html", "lang"));
    }

    [FactNeeding("chromium")]
    public async Task Every_link_within_the_page_has_a_target_and_every_id_is_there_once()
    {
        foreach (var file in Pages)
        {
            await using var open = await browser.OpenAsync(file, Desktop);
            Assert.Empty(await open.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"));
            Assert.Empty(await open.Page.EvaluateAsync<string[]>(
                "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); }"));
        }
    }

    [FactNeeding("chromium")]
    public async Task Every_linked_file_was_written()
    {
        foreach (var file in Pages)
        {
            await using var open = await browser.OpenAsync(file, Desktop);
            var links = await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a:not([href^=\"#\"])')].map(a => a.getAttribute('href'))");
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)), link));
        }
    }

    [FactNeeding("chromium")]
    public async Task The_first_tab_stop_skips_to_the_content()
    {
        await using var open = await browser.OpenAsync(Pages[0], Desktop);
        await open.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Till innehållet", await open.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [FactNeeding("chromium")]
    public async Task It_prints_to_pdf_with_no_part_cut_off_at_the_side()
    {
        await using var open = await browser.OpenAsync(Pages[0], Desktop);
        var pdf = await open.Page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);

        // 166 mm at 96 pixels to the inch: what the page's margins leave of A4.
        const int PaperWidth = 627;
        await open.Page.SetViewportSizeAsync(PaperWidth, 900);
        await open.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('table, .drawing svg')].filter(e => e.getBoundingClientRect().right > document.querySelector('main').getBoundingClientRect().right + 1).map(e => e.closest('[id]').id)"));
    }
}
