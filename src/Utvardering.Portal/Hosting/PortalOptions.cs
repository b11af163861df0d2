using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;

namespace Utvardering.Portal.Hosting;

/// <summary>What <c>utvardering serve</c> is given.</summary>
/// <param name="Node">The node: definitions, profile, inbox, data root.</param>
/// <param name="Store">Where jobs are kept: <c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Port">The port on 127.0.0.1; 0: any that is free.</param>
public sealed record PortalOptions(NodeOptions Node, string Store, int Port)
{
    /// <summary>Other jobs than the profile's; null: those.</summary>
    public JobCatalog? Jobs { get; init; }
}
