namespace Utvardering.Ingestion.Adapters;

internal static class AdapterCatalog
{
    private static readonly ISourceAdapter[] Adapters =
    [
        new BraMunicipalityCsv(), new BraSolBlocks(), new BraSolText(), new BraSolYear(), new DbfTable(), new Delivery(), new ExcelTable(),
        new KoladaCatalogue(), new KoladaGroups(), new KoladaPeers(), new KoladaV3(), new PoliceEvents(), new ScbPxWebV1(), new ScbPxWebV2(),
        new Socialstyrelsen(), new TidyCsv(),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Adapters.Select(adapter => adapter.Name)];

    public static ISourceAdapter Find(string name) => Adapters.Single(adapter => adapter.Name == name);
}
