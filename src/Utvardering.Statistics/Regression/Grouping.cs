namespace Utvardering.Statistics.Regression;

/// <summary>Which group each row lies in: the levels of a fixed effect, or the clusters of a standard error.</summary>
public sealed class Grouping
{
    private readonly int[] codes;

    /// <summary>Groups that are numbered already.</summary>
    /// <param name="name">What the groups are, such as "municipality".</param>
    /// <param name="codes">For each row the number of its group, 0 … groups − 1. The array is read, never written.</param>
    /// <param name="count">The number of groups; a group may be empty.</param>
    /// <exception cref="ArgumentException">A number lies outside 0 … groups − 1.</exception>
    public Grouping(string name, int[] codes, int count)
    {
        // One unsigned comparison a row: negative numbers become large.
        var outside = 0;
        while (outside < codes.Length && (uint)codes[outside] < (uint)count)
        {
            outside++;
        }

        if (outside < codes.Length)
        {
            throw new ArgumentException($"Row {outside} has group {codes[outside]} of \"{name}\", which has groups 0 to {count - 1}: number the groups from 0.");
        }

        (Name, this.codes, Count) = (name, codes, count);
    }

    /// <summary>What the groups are.</summary>
    public string Name { get; }

    /// <summary>The number of groups.</summary>
    public int Count { get; }

    /// <summary>The number of rows.</summary>
    public int Rows => codes.Length;

    /// <summary>For each row the number of its group.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <summary>Groups rows by any key; groups are numbered in the order in which they first occur.</summary>
    /// <param name="name">What the groups are.</param>
    /// <param name="keys">The key of each row.</param>
    public static Grouping Of<T>(string name, IEnumerable<T> keys)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var codes = keys.Select(key =>
        {
            numbers.TryAdd(key, numbers.Count);
            return numbers[key];
        }).ToArray();
        return new(name, codes, numbers.Count);
    }

    /// <summary>Every row a group of its own.</summary>
    internal static Grouping Rowwise(int rows) => new("row", [.. Enumerable.Range(0, rows)], rows);

    /// <summary>The groups of some of the rows, numbered anew without empty ones, in the order of their old numbers.</summary>
    internal Grouping Restrict(ReadOnlySpan<int> rows)
    {
        var occurs = new int[Count];
        foreach (var row in rows)
        {
            occurs[this.codes[row]] = 1;
        }

        var count = 0;
        for (var group = 0; group < Count; group++)
        {
            occurs[group] = occurs[group] == 1 ? count++ : -1;
        }

        var codes = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            codes[i] = occurs[this.codes[rows[i]]];
        }

        return new(Name, codes, count);
    }

    /// <summary>The groups of all rows, numbered anew without empty ones.</summary>
    internal Grouping WithoutEmpty()
    {
        var occurs = new bool[Count];
        foreach (var code in codes)
        {
            occurs[code] = true;
        }

        return occurs.Contains(false) ? Restrict([.. Enumerable.Range(0, Rows)]) : this;
    }

    /// <summary>The groups in which both groupings agree.</summary>
    internal Grouping Intersect(Grouping other)
    {
        var codes = this.codes;
        var others = other.codes;
        return Of($"{Name} × {other.Name}", Enumerable.Range(0, Rows).Select(row => (codes[row], others[row])));
    }

    /// <summary>Whether each of these groups lies within one group of the other.</summary>
    internal bool IsNestedIn(Grouping other)
    {
        var outer = new int[Count];
        Array.Fill(outer, -1);
        for (var row = 0; row < codes.Length; row++)
        {
            ref var seen = ref outer[codes[row]];
            if (seen >= 0 && seen != other.codes[row])
            {
                return false;
            }

            seen = other.codes[row];
        }

        return true;
    }
}
