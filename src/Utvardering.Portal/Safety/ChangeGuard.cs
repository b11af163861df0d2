using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Utvardering.Portal.Shell;

namespace Utvardering.Portal.Safety;

/// <summary>What every action that changes something asks: that a page of ours sent it, for the one who is signed in.</summary>
internal static class ChangeGuard
{
    /// <summary>A form whose sender need not be signed in.</summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapPost(pattern, handler)
        .AddEndpointFilter(async (call, next) => await RefusalAsync(call.HttpContext) ?? await next(call));

    /// <summary>A form that only operators may send; others are asked to sign in first.</summary>
    public static RouteHandlerBuilder MapOperatorForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapForm(pattern, handler)
        .AddEndpointFilter(async (call, next) => call.HttpContext.User.Identity is { IsAuthenticated: true }
            ? await next(call)
            : SeeOther.To("/logga-in" + QueryString.Create("till", LocalPath.PageOf(call.HttpContext.Request.Path))));

    private static async Task<IResult?> RefusalAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsOurs(request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}"))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await context.RequestServices.GetAntiforgery().IsRequestValidAsync(context) ? null : Results.StatusCode(StatusCodes.Status400BadRequest);
    }

    // Browsers say where a form comes from. A page that sends no referrer says its origin is null, and so does a frame that somebody locks
    // in: only Sec-Fetch-Site tells them apart. A program of one's own says nothing, and needs the token all the same.
    private static bool IsOurs(string site, string origin, string own) => site switch
    {
        "" => origin is "" || origin == own,
        "same-origin" or "none" => origin is "" or "null" || origin == own,
        _ => false,
    };

    private static IAntiforgery GetAntiforgery(this IServiceProvider services) => (IAntiforgery)services.GetService(typeof(IAntiforgery))!;
}
