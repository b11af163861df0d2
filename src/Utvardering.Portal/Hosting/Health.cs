using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.Store;

namespace Utvardering.Portal.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can also work, since its store answers.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", async (RunLog log, CancellationToken stop) =>
        {
            try
            {
                await log.NodesAsync(stop);
                return Results.Text("ready");
            }
            catch (Exception fault) when (StoreFaults.IsAway(fault))
            {
                return Results.Text("the store of jobs does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
