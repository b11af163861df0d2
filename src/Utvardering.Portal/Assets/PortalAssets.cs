using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Utvardering.Portal.Safety;

namespace Utvardering.Portal.Assets;

/// <summary>Style sheet, script, icon and fonts, out of the program itself. Their addresses change with their content, so that browsers may keep them.</summary>
internal static class PortalAssets
{
    private const string Folder = "/assets/";
    private static readonly FrozenDictionary<string, (byte[] Bytes, string Type, string Hash)> Files = new[]
    {
        ("portal.css", "text/css; charset=utf-8"),
        ("live.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("source-sans-3-latin-400-normal.woff2", "font/woff2"),
        ("source-sans-3-latin-600-normal.woff2", "font/woff2"),
        ("source-sans-3-latin-700-normal.woff2", "font/woff2"),
    }.ToFrozenDictionary(file => file.Item1, file => Read(file.Item1, file.Item2), StringComparer.Ordinal);

    /// <summary>The address of a file.</summary>
    public static string Path(string name) => $"{Folder}{name}?v={Files[name].Hash}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Folder + "{name}", (HttpContext context, string name) =>
    {
        if (!Files.TryGetValue(name, out var file))
        {
            return Results.NotFound();
        }

        context.Items[SafetyHeaders.Kept] = true;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Bytes, file.Type);
    });

    private static (byte[] Bytes, string Type, string Hash) Read(string name, string type)
    {
        using var stream = typeof(PortalAssets).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }
}
