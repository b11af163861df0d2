using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Direct;
using Utvardering.Ingestion.Schemas;
using Utvardering.Testing;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Tests.Direct;

/// <summary>Coded rows made of their keys, of two fields a and b with three and four values, say: the number of (a, b) is then 4a + b. A third field is a plain number.</summary>
internal sealed class CodedKeys : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // In the schema b stands before a.
    public static IReadOnlyList<DirectColumn> Columns { get; } = [Column("b", 1), Number(), Column("a", 0)];

    public static DirectColumn Column(string name, int? keyPlace) => new(new(name, FieldType.Text, Required: true, null, null, null, null), null, 0, keyPlace, IsRegistered: false);

    public static KindValues Values(int different)
    {
        var ranks = Enumerable.Range(0, different).Select(rank => (long)rank).ToList();
        return new(ranks, [.. ranks.Select(_ => false)], ranks);
    }

    public static KeyNumbers Numbers(int a, int b) => new(Columns, [Values(b), Values(1), Values(a)]);

    /// <summary>The key of each row and its place in the file; its number has to be the key's square.</summary>
    public static IEnumerable<(int Key, int Place)> Written(CodedBlock block, KeyNumbers numbers)
    {
        var keys = numbers.Of(block, [])[..block.Rows];
        Assert.Equal(keys.Select(key => key * key), block.Numbers(1).ToArray());
        return keys.Zip(block.Places.ToArray(), (key, place) => ((int)key, (int)place));
    }

    /// <param name="keys">By block, in which b has four values.</param>
    public CodedRows Rows(int[][] keys)
    {
        var rows = new CodedRows(folder["rows"], keys.Length);
        foreach (var (numbers, block) in keys.Select((numbers, block) => (numbers, block)).Reverse())
        {
            var coded = new CodedBlock(Columns);
            coded.Clear(numbers.Length);
            for (var row = 0; row < numbers.Length; row++)
            {
                (coded.Kinds(0)[row], coded.Kinds(1)[row], coded.Kinds(2)[row]) = ((ushort)(numbers[row] % 4), CodedBlock.IsNumber, (ushort)(numbers[row] / 4));
                coded.Numbers(1)[row] = (long)numbers[row] * numbers[row];
            }

            rows.Write(block, coded);
        }

        return rows;
    }

    public void Dispose() => folder.Dispose();

    private static DirectColumn Number()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["column.yaml"], "from: value");
        return new(new("value", FieldType.Number, Required: false, null, null, null, null), TidyColumn.Read(SettingsFile.Load(folder["column.yaml"])), 1, null, IsRegistered: false);
    }
}
