namespace Utvardering.Ingestion.Adapters;

internal static class AdapterCatalog
{
    private static readonly ISourceAdapter[] Adapters =
    [
        new BraSolText(), new Delivery(), new KoladaGroups(), new KoladaV3(), new ScbPxWebV2(), new TidyCsv(),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Adapters.Select(adapter => adapter.Name)];

    public static ISourceAdapter Find(string name) => Adapters.Single(adapter => adapter.Name == name);
}
