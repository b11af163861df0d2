namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Who starts when, with units as positions in the series: the whole of a synthetic difference in differences.</summary>
/// <param name="Series">For each unit its outcome in each period.</param>
/// <param name="Controls">The never-treated.</param>
/// <param name="Cohorts">For each start its T₀ and its units.</param>
internal sealed record CohortDesign(double[][] Series, int[] Controls, (int Pre, int[] Units)[] Cohorts)
{
    public int TreatedCount => Cohorts.Sum(cohort => cohort.Units.Length);

    public CohortBlock Block(int cohort) =>
        new([.. Controls.Select(unit => Series[unit])], [.. Cohorts[cohort].Units.Select(unit => Series[unit])], Cohorts[cohort].Pre);

    /// <summary>ATT = Σ (N₁T₁ of the cohort / N₁T₁ of all) τ̂ of the cohort: every treated unit and period weighs the same (Clarke et al. 2023).</summary>
    public double Effect(Func<int, CohortBlock, double> effectOfCohort)
    {
        var (sum, cells) = (0.0, 0.0);
        for (var cohort = 0; cohort < Cohorts.Length; cohort++)
        {
            var block = Block(cohort);
            var size = (double)block.Treated.Length * block.Post;
            sum += size * effectOfCohort(cohort, block);
            cells += size;
        }

        return sum / cells;
    }
}
