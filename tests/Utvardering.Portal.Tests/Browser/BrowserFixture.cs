using Microsoft.Playwright;
using Utvardering.Portal.Tests.Made;

namespace Utvardering.Portal.Tests.Browser;

/// <summary>One Chromium, the machine's own, and one node with jobs of the tests; both started when the first test asks.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private TestPortal? portal;
    private string? signedIn;

    internal TestJobs Jobs { get; } = new();

    public Task InitializeAsync()
    {
        // What is waited for comes in a second or two, on a busy machine later.
        Assertions.SetDefaultExpectTimeout(30_000);
        return Task.CompletedTask;
    }

    internal async Task<TestPortal> PortalAsync()
    {
        if (portal is null)
        {
            portal = await TestPortal.StartAsync(Jobs.Catalog);
            await portal.AddOperatorAsync();
        }

        return portal;
    }

    /// <summary>Opens a page of the shared node as a person sees it.</summary>
    /// <param name="path">The page.</param>
    /// <param name="isSignedIn">Whether the operator of the tests is signed in.</param>
    /// <param name="options">Width, colours, script.</param>
    internal async Task<OpenPage> OpenAsync(string path, bool isSignedIn = false, BrowserNewContextOptions? options = null)
    {
        var address = (await PortalAsync()).Address;
        options ??= new();
        if (isSignedIn)
        {
            options.StorageState = signedIn ??= await SignInAsync(address);
        }

        return await OpenAsync(address, path, options);
    }

    /// <summary>Opens a page of any node.</summary>
    internal async Task<OpenPage> OpenAsync(string address, string path, BrowserNewContextOptions? options = null)
    {
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = ["--no-sandbox"] });
        var context = await browser.NewContextAsync(new(options ?? new()) { BaseURL = address, Locale = "sv-SE" });
        var open = new OpenPage(context, await context.NewPageAsync(), address);
        await open.Page.GotoAsync(path);
        return open;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (portal is not null)
        {
            await portal.DisposeAsync();
        }
    }

    private async Task<string> SignInAsync(string address)
    {
        await using var open = await OpenAsync(address, "/logga-in");
        await open.Page.GetByLabel("Namn").FillAsync(TestPortal.Operator);
        await open.Page.GetByLabel("Lösenord").FillAsync(TestPortal.Password);
        await open.Page.ClickAsync("main button");
        await Assertions.Expect(open.Page).ToHaveURLAsync(address + "/");
        return await open.Page.Context.StorageStateAsync();
    }

    private static string Chromium() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "chromium"))
        .First(File.Exists);
}
