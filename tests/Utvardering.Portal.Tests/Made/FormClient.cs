using System.Net;
using System.Text.RegularExpressions;

namespace Utvardering.Portal.Tests.Made;

/// <summary>A program that speaks with a portal as a browser does, but sends what the test says.</summary>
internal sealed partial class FormClient : IDisposable
{
    private readonly HttpClient client;

    public FormClient(string address) => client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The token that the forms of a page carry.</summary>
    public async Task<string> TokenAsync(string path = "/logga-in") => Token().Match(await client.GetStringAsync(new Uri(path, UriKind.Relative))).Groups[1].Value;

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, [], fields);

    public async Task<HttpResponseMessage> PostAsync(string path, (string Name, string Value)[] headers, (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> SignInAsync(string name, string password, string returnTo = "/") =>
        await PostAsync("/logga-in", ("token", await TokenAsync()), ("name", name), ("password", password), ("till", returnTo));

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
