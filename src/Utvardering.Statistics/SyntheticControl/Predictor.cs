using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>A mean over periods that a synthetic control is to match.</summary>
/// <param name="Covariate">The panel's covariate; null: its outcome.</param>
/// <param name="First">The first period.</param>
/// <param name="Last">The last period, included.</param>
public sealed record Predictor(string? Covariate, int First, int Last)
{
    /// <summary>What the predictor is called in results, such as "beer 1984–1988".</summary>
    public string Name => $"{Covariate ?? "outcome"} {First}" + (First == Last ? "" : $"–{Last}");

    internal double MeanOf(CohortPanel panel, int unit)
    {
        var (first, last) = (First - panel.Periods[0], Last - panel.Periods[0]);
        if (first < 0 || last >= panel.Periods.Length || last < first)
        {
            throw new ArgumentException($"Predictor \"{Name}\" lies outside the panel's periods {panel.Periods[0]} to {panel.Periods[^1]}: choose periods within them.");
        }

        var sum = 0.0;
        for (var period = first; period <= last; period++)
        {
            sum += Covariate is null ? Outcome(panel, unit, period) : panel.Covariate(Covariate, unit, period);
        }

        return double.IsFinite(sum)
            ? sum / (last - first + 1)
            : throw new ArgumentException($"Unit \"{panel.Units[unit]}\" has a missing cell within predictor \"{Name}\": choose periods without gaps, or leave the unit out.");
    }

    private static double Outcome(CohortPanel panel, int unit, int period) =>
        panel.HasExposure ? panel.Outcome(unit, period) / panel.Exposure(unit, period) : panel.Outcome(unit, period);
}
