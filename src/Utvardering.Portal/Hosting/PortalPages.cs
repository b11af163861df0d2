using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Utvardering.Portal.Hosting;

/// <summary>The pages, and what keeps them safe.</summary>
internal static class PortalPages
{
    public static void Add(IServiceCollection services, string dataRoot)
    {
        _ = (services, dataRoot);
    }

    public static void Map(WebApplication application)
    {
        _ = application;
    }
}
