using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Utvardering.Cli.Tests.Nodes;

/// <summary>A collector of OpenTelemetry's own protocol over HTTP, which keeps what it is sent. Names stand readable in the packed messages.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<(string Path, string Body)> received;

    private Collector(WebApplication application, ConcurrentQueue<(string Path, string Body)> received) => (this.application, this.received) = (application, received);

    public Uri Address => new(application.Urls.Single());

    public static async Task<Collector> StartAsync()
    {
        var received = new ConcurrentQueue<(string, string)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((request.Path, Encoding.Latin1.GetString(body.ToArray())));
            return Results.Bytes([], "application/x-protobuf");
        });
        await application.StartAsync();
        return new(application, received);
    }

    /// <summary>All that came to the path.</summary>
    public string Received(string path) => string.Concat(received.Where(message => message.Path == path).Select(message => message.Body));

    public async ValueTask DisposeAsync() => await application.DisposeAsync();
}
