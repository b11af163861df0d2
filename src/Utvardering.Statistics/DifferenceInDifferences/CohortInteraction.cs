namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>A cohort at a time since treatment, as a regressor.</summary>
/// <param name="Cohort">The first period of treatment.</param>
/// <param name="EventTime">Periods since.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Weight">Σ w over its cells.</param>
internal sealed record CohortInteraction(int Cohort, int EventTime, int Cells, double Weight)
{
    public string Name => SunAbraham.Name(Cohort, EventTime);
}
