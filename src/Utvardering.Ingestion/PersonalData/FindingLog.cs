namespace Utvardering.Ingestion.PersonalData;

/// <summary>The findings of one file: all are counted, the first <see cref="Kept"/> are kept.</summary>
internal sealed class FindingLog(string file)
{
    public const int Kept = 1000;

    private readonly List<GateFinding> first = [];
    private readonly SortedDictionary<FindingKind, long> byKind = [];

    public void Add(long? row, string? column, FindingKind kind)
    {
        byKind[kind] = byKind.GetValueOrDefault(kind) + 1;
        if (first.Count < Kept)
        {
            first.Add(new(file, row, column, kind));
        }
    }

    public void Add(long? row, string? column, in CellScan cell)
    {
        if (cell.Number is { } number)
        {
            Add(row, column, number);
        }

        if (cell.Email)
        {
            Add(row, column, FindingKind.Email);
        }

        if (cell.Phone)
        {
            Add(row, column, FindingKind.Phone);
        }
    }

    public GateReport Report() => new(first, byKind.Values.Sum(), byKind);
}
