using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;

namespace Utvardering.Ingestion.Fuzz.Tests.Campaign;

/// <summary>How many mutants each specimen gets.</summary>
internal static class Plan
{
    public const int LeastOfAll = 100_000;

    public const int LeastOfAnAdapter = OfADearSpecimen;

    private const int OfADearSpecimen = 1_000;

    private const int OfAnAdapterWithMoreWork = 4_000;

    private const int OfAnAdapterReadInMemory = 15_000;

    // Every one of their files is read by a statement of its own, or a workbook to unpack: several times the work of a body in JSON.
    private static readonly HashSet<string> ReadInTheDatabase =
        ["bra-municipality-csv", "bra-sol-blocks", "bra-sol-text", "bra-sol-year", "dbf-table", "excel-table", "tidy-csv"];

    // Cells by the hundred, or the gate before all else: twice the work.
    private static readonly HashSet<string> WithMoreWork = ["delivery", "scb-pxweb-v1", "scb-pxweb-v2"];

    /// <summary>The specimens of every adapter of the catalogue; an adapter without any has an empty list.</summary>
    public static IReadOnlyList<(string Adapter, IReadOnlyList<Specimen> Specimens)> Adapters { get; } =
        [.. AdapterCatalog.Names.Select(name => (name, (IReadOnlyList<Specimen>)[.. Specimens.All.Where(specimen => Workshop.Source(specimen).Adapter == name)]))];

    /// <summary>The batches, each a specimen and the numbers of its mutants.</summary>
    public static IEnumerable<(Specimen Specimen, int First, int Count)> Batches() =>
        from adapter in Adapters
        from specimen in adapter.Specimens
        let cheap = adapter.Specimens.Count(one => !IsDear(adapter.Adapter, one))
        let all = IsDear(adapter.Adapter, specimen) ? OfADearSpecimen : ((WithMoreWork.Contains(adapter.Adapter) ? OfAnAdapterWithMoreWork : OfAnAdapterReadInMemory) + cheap - 1) / cheap
        from first in Enumerable.Range(0, (all + Specimen.Places - 1) / Specimen.Places).Select(number => number * Specimen.Places)
        select (specimen, first, Math.Min(Specimen.Places, all - first));

    private static bool IsDear(string adapter, Specimen specimen) => ReadInTheDatabase.Contains(adapter) || specimen.Form is Form.Xlsx or Form.Xls;
}
