using Microsoft.Playwright;

namespace Utvardering.Reporting.Tests.Browser;

/// <summary>A page with the requests it made and the messages it wrote.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    public OpenPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Console += (_, message) => Messages.Add(message.Text);
        page.PageError += (_, error) => Messages.Add(error);
    }

    public IPage Page { get; }

    public List<string> Requests { get; } = [];

    public List<string> Messages { get; } = [];

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
