using Microsoft.AspNetCore.Http;

namespace Utvardering.Portal.Safety;

/// <summary>What every answer tells the browser: nothing from elsewhere, nothing inline, nothing kept.</summary>
public sealed class SafetyHeaders(RequestDelegate next)
{
    internal const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // At the end: the error handler takes away what was there before it, and antiforgery has its own words for some of it.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (!context.Items.ContainsKey(Kept))
            {
                headers.CacheControl = "no-store";
                headers.Pragma = default;
                headers.Expires = default;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Marks an answer that a browser may keep.</summary>
    internal static readonly object Kept = new();
}
