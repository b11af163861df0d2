using System.Collections.Immutable;

namespace Utvardering.Validation.Panels;

/// <summary>Both designs on every kind of panel.</summary>
internal static class Scenarios
{
    public const string Few = "6 of 11";
    public const string Many = "6 of 290";
    public const int Treated = 6;

    /// <summary>The smallest pilot municipality has some 22 000 inhabitants.</summary>
    public const int LargeFrom = 20_000;

    private const double EffectSpread = 1;

    /// <param name="seed">The seed of all draws.</param>
    /// <param name="offences">The real panels; null leaves them out.</param>
    public static ImmutableArray<Scenario> All(ulong seed, OffenceData? offences)
    {
        List<(string Design, string Panel, string Title, int Units, Func<ulong, ulong, Trial> Draw)> list = [];
        foreach (var (design, units) in new[] { (Few, 11), (Many, 290) })
        {
            list.Add((design, "ar1", "AR(1), no effect on any unit", units, new AutoregressivePanel(units, Treated, 0).Draw));
            list.Add((design, "ar1-unlike", "AR(1), effects that differ between units and average zero", units, new AutoregressivePanel(units, Treated, EffectSpread).Draw));
            foreach (var panel in offences?.Panels ?? [])
            {
                var all = Enumerable.Range(0, panel.Municipalities.Length)
                    .Where(unit => design == Many || offences!.Compared.Contains(panel.Municipalities[unit]))
                    .ToImmutableArray();
                list.Add((design, panel.Id, $"{panel.Title}, placebo", all.Length, new PlaceboPanel(panel, all, all, Treated).Draw));
                if (design == Many)
                {
                    var large = all.Where(unit => panel.Inhabitants[unit] >= LargeFrom).ToImmutableArray();
                    list.Add((design, $"{panel.Id}-large", $"{panel.Title}, placebo among the {large.Length} municipalities of at least 20 000 inhabitants", all.Length, new PlaceboPanel(panel, all, large, Treated).Draw));
                }
            }
        }

        // The upper half of a stream's number is the scenario, the lower the replication.
        return [.. list.Select((item, index) => new Scenario(
            item.Design, item.Panel, item.Title, item.Units, replication => item.Draw(seed, ((ulong)(index + 1) << 32) + (ulong)replication)))];
    }
}
