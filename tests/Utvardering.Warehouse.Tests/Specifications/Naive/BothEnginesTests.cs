using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive;

/// <summary>What nobody thought to draw: every model over made-up tables, through both engines.</summary>
public sealed class BothEnginesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Both_engines_agree_on_every_cell_of_every_model(int seed)
    {
        var given = new MadeUpWorld(seed).Tables();
        var naive = new NaiveWarehouse(given);
        using var database = new DuckDbWarehouse(given);
        foreach (var (name, rows) in database.All())
        {
            Assert.True(Same(rows, naive.Rows(name), out var difference), $"{name}: {difference}");
        }
    }

    private static bool Same(IReadOnlyList<IReadOnlyDictionary<string, string>> one, IReadOnlyList<IReadOnlyDictionary<string, string>> other, out string difference)
    {
        static IEnumerable<string> Lines(IEnumerable<IReadOnlyDictionary<string, string>> rows)
            => rows.Select(row => string.Join(" | ", row.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}={cell.Value}"))).Order(StringComparer.Ordinal);

        var (sql, naive) = (Lines(one).ToList(), Lines(other).ToList());
        difference = $"only by SQL: {string.Join("; ", sql.Except(naive).Take(3))}\nonly naively: {string.Join("; ", naive.Except(sql).Take(3))}\n{sql.Count} and {naive.Count} rows";
        return sql.SequenceEqual(naive);
    }
}
