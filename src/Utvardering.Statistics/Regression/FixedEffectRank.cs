namespace Utvardering.Statistics.Regression;

/// <summary>How many parameters fixed effects are worth.</summary>
/// <remarks>
/// One effect has as many as levels. A second one loses one parameter for each connected component of the graph whose edges are the rows
/// (Abowd, Creecy and Kramarz 2002): the rank is exact, as it is with more effects whose system is small enough to be factored. Otherwise each
/// further effect loses the most that any earlier one takes from it, a lower bound on what it loses, so that K is never too small.
/// </remarks>
internal static class FixedEffectRank
{
    /// <summary>The rank of the effects' dummies together; 1, the constant, where there are none.</summary>
    public static int Of(IReadOnlyList<Grouping> effects)
    {
        if (effects.Count == 0)
        {
            return 1;
        }

        if (effects.Count > 2 && Absorption.IsDirect(effects))
        {
            return new DirectAbsorption(effects, null).Rank;
        }

        var rank = effects[0].Count;
        for (var effect = 1; effect < effects.Count; effect++)
        {
            rank += effects[effect].Count - Enumerable.Range(0, effect).Max(earlier => Components(effects[earlier], effects[effect]));
        }

        return rank;
    }

    /// <summary>The number of connected components of the graph between two effects' levels.</summary>
    public static int Components(Grouping first, Grouping second) => ComponentOf(first, second).Distinct().Count();

    /// <summary>For each level of the first effect, then of the second, the component it lies in.</summary>
    public static int[] ComponentOf(Grouping first, Grouping second)
    {
        var parent = new int[first.Count + second.Count];
        for (var node = 0; node < parent.Length; node++)
        {
            parent[node] = node;
        }

        var a = first.Codes;
        var b = second.Codes;
        for (var row = 0; row < a.Length; row++)
        {
            var (left, right) = (Root(parent, a[row]), Root(parent, first.Count + b[row]));
            parent[Math.Max(left, right)] = Math.Min(left, right);
        }

        for (var node = 0; node < parent.Length; node++)
        {
            parent[node] = Root(parent, node);
        }

        return parent;
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }

        return node;
    }
}
