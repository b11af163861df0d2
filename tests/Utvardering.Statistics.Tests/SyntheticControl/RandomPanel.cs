using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>A made-up panel of units with levels, loadings on a common factor and noise, all of it a function of the seed.</summary>
internal sealed record RandomPanel(int Units, int Periods, params int[] Starts)
{
    private const int First = 2001;

    /// <summary>The rows; unit i is named by its number, the first Starts.Length units are treated.</summary>
    /// <param name="change">What to make of an outcome, given unit and period.</param>
    /// <param name="name">What to call a unit.</param>
    public CohortPanel Of(ulong seed, Func<int, int, double, double>? change = null, Func<int, string>? name = null)
    {
        var random = new RandomSequence(seed, 11);
        var factor = Enumerable.Range(0, Periods).Select(_ => RandomCase.Normal(random)).ToArray();
        var rows = new List<CohortPanelRow>();
        for (var unit = 0; unit < Units; unit++)
        {
            var (level, loading) = (10 + RandomCase.Normal(random), RandomCase.Normal(random));
            for (var t = 0; t < Periods; t++)
            {
                var outcome = level + (loading * factor[t]) + (0.3 * RandomCase.Normal(random));
                rows.Add(new((name ?? Name)(unit), First + t, change?.Invoke(unit, First + t, outcome) ?? outcome)
                {
                    Cohort = unit < Starts.Length ? Starts[unit] : null,
                });
            }
        }

        return CohortPanel.FromRows(rows);
    }

    public static string Name(int unit) => $"u{unit:D3}";
}
