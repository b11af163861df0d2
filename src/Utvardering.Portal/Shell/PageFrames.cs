using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Profiles;
using Utvardering.Portal.Wording;

namespace Utvardering.Portal.Shell;

/// <summary>Makes the frame of a request's page.</summary>
internal sealed class PageFrames(NodeOptions options, IAntiforgery antiforgery, TimeProvider clock)
{
    private const string LanguageCookie = "utvardering-lang";
    private readonly Profile profile = Profile.Load(options.Project.Pipelines, options.Run.Profile);

    public PageFrame Of(HttpContext context) =>
        new(Language(context), profile, Path(context.Request), context.User.Identity?.Name, antiforgery.GetAndStoreTokens(context).RequestToken!, clock.GetUtcNow());

    // The link to the other language says ?lang=; from then on the cookie does.
    private static PortalLanguage Language(HttpContext context)
    {
        if (context.Request.Query["lang"].ToString() is not ("sv" or "en"))
        {
            return PortalLanguage.Of(context.Request.Cookies[LanguageCookie]);
        }

        var chosen = PortalLanguage.Of(context.Request.Query["lang"]);
        context.Response.Cookies.Append(LanguageCookie, chosen.Tag, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return chosen;
    }

    private static string Path(HttpRequest request)
    {
        // After a form that was not accepted the page stands on the form's address.
        var kept = HttpMethods.IsGet(request.Method) ? request.Query.Where(pair => pair.Key != "lang").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)) : [];
        return request.Path + QueryString.Create(kept);
    }
}
