using System.Text;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Fuzz.Tests.Campaign;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Fuzz.Tests.Retrievals;

/// <summary>A whole retrieval of a web source: what is asked of it and how it answers.</summary>
/// <param name="Answers">How many answers a good retrieval has.</param>
internal sealed record Conversation(string Name, SourceDefinition Source, int Answers, Func<WebRequest, byte[]> Answer)
{
    public static IReadOnlyList<Conversation> All { get; } =
    [
        new("kolada-v3", Of("kolada-v3", source => source with { Settings = new KoladaSettings(["N07403", "N07541"], new(2022, 2023)) }), 2, request => Paged(request, "kolada-v3")),
        new("kolada-catalogue", Of("kolada-catalogue"), 2, request => Paged(request, "kolada-catalogue")),
        new("kolada-groups", Of("kolada-groups.groups"), 2, request => Body(request.Address.AbsolutePath.EndsWith("groups", StringComparison.Ordinal) ? "kolada-groups.groups" : "kolada-groups.municipalities")),
        new("kolada-peers", Of("kolada-peers.groups"), 2, request => Body(request.Address.AbsolutePath.EndsWith("groups", StringComparison.Ordinal) ? "kolada-peers.groups" : "kolada-peers.municipalities")),
        new("socialstyrelsen", Of("socialstyrelsen"), 2, _ => Body("socialstyrelsen")),
        new("polisen-events", Of("polisen-events"), 3, _ => Body("polisen-events")),
        new("scb-pxweb-v1.csv", Of("scb-pxweb-v1.csv"), 2, request => request.JsonBody is null ? Specimen("scb-pxweb-v1.csv").Write(0).Before[0].Bytes : Body("scb-pxweb-v1.csv")),
        new("scb-pxweb-v2", Of("scb-pxweb-v2", source => source with { Settings = (PxWebSettings)source.Settings with { FirstAge = 0, LastAge = 1, Years = new(2022, 2023) } }), 3, Population),
    ];

    private static SourceDefinition Of(string specimen, Func<SourceDefinition, SourceDefinition>? change = null) =>
        (change ?? (source => source))(Workshop.Source(Specimen(specimen)));

    private static Specimen Specimen(string name) => Specimens.All.Single(each => each.Name == name);

    private static byte[] Body(string specimen, int place = 0) => Specimen(specimen).Write(place).Bytes;

    /// <summary>The body with a part of its text exchanged.</summary>
    private static byte[] Body(string specimen, string part, string by) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Body(specimen)).Replace(part, by, StringComparison.Ordinal));

    /// <summary>A first page that leads to a second.</summary>
    private static byte[] Paged(WebRequest request, string specimen) => request.Address.AbsolutePath.EndsWith("/second", StringComparison.Ordinal)
        ? Body(specimen, 1)
        : Body(specimen, "\"next_url\":null", "\"next_url\":\"https://api.kolada.se/v3/second\"");

    private static byte[] Population(WebRequest request) => request.Address.AbsolutePath.EndsWith("/config", StringComparison.Ordinal)
        ? """{"apiVersion":"2.0","maxDataCells":150000,"maxCallsPerTimeWindow":30,"timeWindow":10}"""u8.ToArray()
        : request.Address.AbsolutePath.EndsWith("/metadata", StringComparison.Ordinal)
            ? Body("scb-pxweb-v2", "\"Tid\":{\"label\"", "\"Kon\":{\"category\":{\"index\":[\"1\",\"2\"]},\"extension\":{\"elimination\":true}},\"Tid\":{\"label\"")
            : Body("scb-pxweb-v2");
}
