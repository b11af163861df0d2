using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Utvardering.Testing.Replay;

/// <summary>
/// The public sources on this machine: a real web server on a free port of 127.0.0.1 that answers in their formats, and misbehaves when
/// it is told to.
/// </summary>
public sealed class ReplayServer : IAsyncDisposable
{
    private static readonly (string Mount, string Source)[] Mounts =
    [
        ("/kolada/v3", "https://api.kolada.se/v3"),
        ("/scb/v2", "https://statistikdatabasen.scb.se/api/v2"),
        ("/polisen/api", "https://polisen.se/api"),
    ];

    private readonly WebApplication application;
    private readonly Func<ReplayQuestion, ReplayAnswer?> sources;
    private readonly Lock guard = new();
    private readonly List<ReplayQuestion> asked = [];
    private readonly List<Plan> plans = [];

    private ReplayServer(WebApplication application, Func<ReplayQuestion, ReplayAnswer?> sources)
    {
        this.application = application;
        this.sources = sources;
    }

    /// <summary>Whether answers carry an ETag and questions with the same one get 304.</summary>
    public bool GivesVersions { get; set; }

    /// <summary>Whether questions are kept in <see cref="Asked"/>.</summary>
    public bool Remembers { get; set; } = true;

    /// <summary><c>gzip</c> or <c>br</c>: answers are packed so when the question allows it.</summary>
    public string? Packing { get; set; }

    public Uri Root => new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public Uri Kolada => new(Root, "kolada/v3");

    public Uri Scb => new(Root, "scb/v2");

    public Uri Polisen => new(Root, "polisen/api");

    /// <summary>All questions so far, in the order they came.</summary>
    public IReadOnlyList<ReplayQuestion> Asked
    {
        get
        {
            lock (guard)
            {
                return [.. asked];
            }
        }
    }

    /// <param name="sources">Answers at the real sources' addresses; null where nothing is.</param>
    /// <param name="secure">With TLS, under a certificate that nobody trusts.</param>
    public static async Task<ReplayServer> StartAsync(Func<ReplayQuestion, ReplayAnswer?> sources, bool secure = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (secure)
            {
                listen.UseHttps(Certificate());
            }
        }));
        var application = builder.Build();
        var server = new ReplayServer(application, sources);
        application.Run(server.AnswerAsync);
        await application.StartAsync();
        return server;
    }

    /// <summary>From now on, so many of the questions that fit are answered wrongly; those told first are done first.</summary>
    public void Misbehave(Func<ReplayQuestion, bool> fits, Misbehaviour how, int times = 1)
    {
        lock (guard)
        {
            plans.Add(new(fits, how, times));
        }
    }

    /// <summary>Forgets what was asked.</summary>
    public void Forget()
    {
        lock (guard)
        {
            asked.Clear();
        }
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var question = await ReadAsync(context);
        Misbehaviour? how;
        lock (guard)
        {
            if (Remembers)
            {
                asked.Add(question);
            }

            how = plans.FirstOrDefault(plan => plan.Times > 0 && plan.Fits(question))?.Take();
        }

        // Below no mount, such as a proxy's CONNECT, there is no source.
        var right = question.Address.StartsWith("https://", StringComparison.Ordinal) && sources(question) is { } answer ? Here(answer) : ReplayAnswer.Json("""{"detail":"Not Found"}""", 404);
        await (how is null ? RightAsync(context, right) : how(context, right));
    }

    private async Task RightAsync(HttpContext context, ReplayAnswer right)
    {
        if (GivesVersions && right.Status == 200)
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(right.Body))[..16]}\"";
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        if (Packing is { } packing && context.Request.Headers.AcceptEncoding.ToString().Contains(packing, StringComparison.Ordinal))
        {
            context.Response.Headers.ContentEncoding = packing;
            right = right with { Body = Pack(packing, right.Body) };
        }

        await Misbehaviours.WriteAsync(context, right);
    }

    private static async Task<ReplayQuestion> ReadAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var (mount, source) = Mounts.FirstOrDefault(pair => target.StartsWith(pair.Mount, StringComparison.Ordinal), (Mount: "", Source: ""));
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        return new(
            context.Request.Method,
            source + target[mount.Length..],
            body.Length == 0 ? null : body,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
    }

    // Addresses in the answers, such as next_url, lead back here.
    private ReplayAnswer Here(ReplayAnswer answer)
    {
        var text = Mounts.Aggregate(answer.Text, (text, pair) => text.Replace(pair.Source, Root.GetLeftPart(UriPartial.Authority) + pair.Mount, StringComparison.Ordinal));
        return answer with { Body = Encoding.UTF8.GetBytes(text) };
    }

    private static byte[] Pack(string packing, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream pack = packing == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest))
        {
            pack.Write(body);
        }

        return packed.ToArray();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Plan(Func<ReplayQuestion, bool> fits, Misbehaviour how, int times)
    {
        public Func<ReplayQuestion, bool> Fits => fits;

        public int Times { get; private set; } = times;

        public Misbehaviour Take()
        {
            Times--;
            return how;
        }
    }
}
