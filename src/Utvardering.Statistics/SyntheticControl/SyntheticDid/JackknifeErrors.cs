namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>The estimate without each unit, weights kept (algorithm 3).</summary>
internal static class JackknifeErrors
{
    /// <summary>√((n − 1)/n Σ (τ̂₍₋ᵢ₎ − mean)²); NaN where one control carries all the weight.</summary>
    public static double StandardError(CohortDesign design, BlockWeights[] weights)
    {
        if (design.Cohorts.FirstOrDefault(cohort => cohort.Units.Length < 2).Units is not null)
        {
            throw new ArgumentException("The jackknife needs two treated units or more in every cohort: a cohort of one vanishes when it is left out. Use placebos.");
        }

        if (weights.Any(block => block.Omega.Count(omega => omega != 0) < 2))
        {
            return double.NaN;
        }

        var estimates = new List<double>();
        for (var i = 0; i < design.Controls.Length; i++)
        {
            var kept = Enumerable.Range(0, design.Controls.Length).Where(control => control != i).ToArray();
            var without = design with { Controls = [.. kept.Select(control => design.Controls[control])] };
            estimates.Add(without.Effect((cohort, block) => block.Effect(weights[cohort].Keeping(kept))));
        }

        foreach (var unit in design.Cohorts.SelectMany(cohort => cohort.Units))
        {
            var without = design with { Cohorts = [.. design.Cohorts.Select(cohort => (cohort.Pre, cohort.Units.Where(other => other != unit).ToArray()))] };
            estimates.Add(without.Effect((cohort, block) => block.Effect(weights[cohort])));
        }

        var mean = estimates.Average();
        return Math.Sqrt((estimates.Count - 1.0) / estimates.Count * estimates.Sum(estimate => (estimate - mean) * (estimate - mean)));
    }
}
