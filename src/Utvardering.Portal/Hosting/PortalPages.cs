using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;
using Utvardering.Portal.Assets;
using Utvardering.Portal.Runs;
using Utvardering.Portal.Safety;
using Utvardering.Portal.Shell;
using Utvardering.Portal.SignIn;
using Utvardering.Portal.Sources;

namespace Utvardering.Portal.Hosting;

/// <summary>The pages, and what keeps them safe.</summary>
internal static class PortalPages
{
    // A form of these pages is a name and a password.
    private const int LargestForm = 64 * 1024;

    public static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestForm;
    }

    public static void Add(IServiceCollection services, string dataRoot)
    {
        // Another name that leads to 127.0.0.1 is somebody else's page that wants to speak as ours.
        services.Configure<HostFilteringOptions>(hosts =>
        {
            hosts.AllowedHosts = ["127.0.0.1", "localhost"];
            hosts.IncludeFailureMessage = false;
        });
        services.AddRazorComponents();
        services.Configure<WebEncoderOptions>(text => text.TextEncoderSettings = new(UnicodeRanges.All));
        OperatorSignIn.Add(services, dataRoot);
        services.AddSingleton<VintageDiffs>();
        services.AddSingleton<PageFrames>();
    }

    public static void Map(WebApplication application)
    {
        application.UseMiddleware<SafetyHeaders>();
        application.UseHostFiltering();
        ErrorPages.Use(application);
        application.UseRateLimiter();
        application.UseAuthentication();
        PortalAssets.Map(application);
        RunEndpoints.Map(application);
        SourceEndpoints.Map(application);
        SignInEndpoints.Map(application);
    }
}
