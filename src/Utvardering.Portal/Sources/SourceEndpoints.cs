using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Utvardering.Pipeline.Feeds;
using Utvardering.Pipeline.Jobs;
using Utvardering.Portal.Shell;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Portal.Sources;

/// <summary><em>Källor</em>.</summary>
internal static class SourceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/kallor", async (HttpContext context, PageFrames frames, NodeOptions options, VintageDiffs diffs) =>
    {
        var frame = frames.Of(context);
        var rows = new List<SourceRow>();
        foreach (var source in frame.Profile.Sources)
        {
            rows.Add(await RowAsync(frame, options, diffs, source));
        }

        return Pages.Show<SourcesPage>(frame, rows);
    });

    private static async Task<SourceRow> RowAsync(PageFrame frame, NodeOptions options, VintageDiffs diffs, string source)
    {
        try
        {
            var feed = FeedStatuses.One(options.Project, frame.Profile, source, options.Run.Data, frame.Now);
            return new(source, feed, await diffs.OfNewestAsync(new LakeStore(Path.Combine(options.Run.Data, "lake")), feed.Dataset, source), null);
        }
        catch (InputException fault)
        {
            return new(source, null, new(RevisionState.Nothing, null), fault.Message);
        }
    }
}
