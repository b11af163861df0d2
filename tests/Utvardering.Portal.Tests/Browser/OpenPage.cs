using Microsoft.Playwright;

namespace Utvardering.Portal.Tests.Browser;

/// <summary>A page with what it asked of others and what the browser complained of.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public OpenPage(IBrowserContext context, IPage page, string address)
    {
        this.context = context;
        Page = page;
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal))
            {
                Foreign.Add(request.Url);
            }
        };
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.FrameNavigated += (_, _) => Loads++;
    }

    public IPage Page { get; }

    /// <summary>Requests to any other than the portal.</summary>
    public List<string> Foreign { get; } = [];

    public List<string> Complaints { get; } = [];

    /// <summary>How many times a page was loaded.</summary>
    public int Loads { get; private set; }

    /// <summary>Sends a form by its button, and is on the page that follows.</summary>
    public async Task PressAsync(string button)
    {
        var loads = Loads;
        await Page.GetByRole(AriaRole.Button, new() { NameString = button }).ClickAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Loads == loads)
        {
            await Task.Delay(10, patience.Token);
        }

        await Page.WaitForLoadStateAsync();
    }

    public ValueTask DisposeAsync() => new(context.CloseAsync());
}
