using System.Collections.Immutable;
using Utvardering.Warehouse;

namespace Utvardering.Disclosure.Suppression;

/// <summary>
/// One side of a table: its codes, and which of them are sums of others. A code that is no sum is a leaf. One code may be several sums
/// (Sweden = the sum of the counties = the sum of the municipality groups): that is how hierarchies over the same leaves are linked.
/// </summary>
public sealed class Dimension
{
    private readonly Dictionary<string, int> _index;
    private readonly ImmutableArray<ImmutableArray<int>> _leaves;

    private Dimension(string name, IEnumerable<string> codes, IEnumerable<CodeSum> sums)
    {
        Name = name;
        Codes = [.. codes];
        Sums = [.. sums];
        _index = new(StringComparer.Ordinal);
        foreach (var (i, code) in Codes.Index())
        {
            Require(_index.TryAdd(code, i), $"has the code {code} twice.");
        }

        Require(Codes.Length > 0, "has no codes.");
        foreach (var sum in Sums)
        {
            Require(!sum.Parts.IsDefaultOrEmpty, $"has the sum {sum.Total} of no parts.");
            Require(sum.Parts.Distinct(StringComparer.Ordinal).Count() == sum.Parts.Length, $"counts a part twice in {sum}.");
        }

        _leaves = LeavesOfAll();
    }

    /// <summary>The dimension's name.</summary>
    public string Name { get; }

    /// <summary>All codes, totals and leaves, in the order they were first named.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>The codes that are sums of others.</summary>
    public ImmutableArray<CodeSum> Sums { get; }

    /// <summary>One total over all other codes.</summary>
    /// <exception cref="InputException">A code stands twice, or there is none.</exception>
    public static Dimension Flat(string name, string total, params IEnumerable<string> leaves) => Hierarchy(name, CodeSum.Of(total, leaves));

    /// <summary>Codes without a total.</summary>
    /// <exception cref="InputException">A code stands twice, or there is none.</exception>
    public static Dimension WithoutTotal(string name, params IEnumerable<string> codes) => new(name, codes, []);

    /// <summary>Codes summed in one or more hierarchies, each sum in any order.</summary>
    /// <exception cref="InputException">A sum has no parts or one part twice, goes round in a circle, or does not cover the same leaves as another sum with the same total.</exception>
    public static Dimension Hierarchy(string name, params IEnumerable<CodeSum> sums)
    {
        var all = sums.ToList();
        return new(name, all.SelectMany(sum => sum.Parts.Prepend(sum.Total)).Distinct(StringComparer.Ordinal), all);
    }

    /// <summary>The place of a code in <see cref="Codes"/>, or −1.</summary>
    public int IndexOf(string code) => _index.GetValueOrDefault(code, -1);

    /// <summary>The leaves that a code covers, as places in <see cref="Codes"/>, rising; a leaf covers itself.</summary>
    internal ImmutableArray<int> Leaves(int code) => _leaves[code];

    private ImmutableArray<ImmutableArray<int>> LeavesOfAll()
    {
        var found = new ImmutableArray<int>?[Codes.Length];
        var open = new HashSet<string>(StringComparer.Ordinal);
        ImmutableArray<int> Leaves(string code)
        {
            var index = _index[code];
            if (found[index] is { } known)
            {
                return known;
            }

            Require(open.Add(code), $"goes round in a circle: {code} is a part of itself.");
            ImmutableArray<int>? leaves = null;
            foreach (var sum in Sums.Where(sum => sum.Total == code))
            {
                var parts = sum.Parts.SelectMany(part => Leaves(part)).Order().ToImmutableArray();
                Require(parts.Distinct().Count() == parts.Length, $"counts a leaf twice in {sum}.");
                Require(leaves is null || leaves.Value.SequenceEqual(parts), $"has two sums for {code} that do not cover the same leaves; the second is {sum}.");
                leaves = parts;
            }

            open.Remove(code);
            found[index] = leaves ?? [index];
            return found[index]!.Value;
        }

        return [.. Codes.Select(Leaves)];
    }

    private void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InputException($"The dimension {Name} {problem} Correct the code list.");
        }
    }
}
