namespace Utvardering.Statistics.Panels;

/// <summary>Starts of a treatment that, once begun, lasts.</summary>
public static class AbsorbingTreatment
{
    /// <summary>The first treated period of each unit that is treated at some time.</summary>
    /// <param name="cells">Units, periods and whether the unit was treated in them, in any order.</param>
    /// <exception cref="ArgumentException">A unit is untreated after it was treated: the estimators of cohorts do not know what then remains of the effect.</exception>
    public static IReadOnlyDictionary<string, int> Starts(IReadOnlyCollection<(string Unit, int Period, bool Treated)> cells)
    {
        var starts = cells.Where(cell => cell.Treated)
            .GroupBy(cell => cell.Unit, StringComparer.Ordinal)
            .ToDictionary(unit => unit.Key, unit => unit.Min(cell => cell.Period), StringComparer.Ordinal);
        foreach (var (unit, period, _) in cells.Where(cell => !cell.Treated && starts.TryGetValue(cell.Unit, out var start) && cell.Period > start))
        {
            throw new ArgumentException(
                $"Unit \"{unit}\", period {period} is untreated, while treatment began in {starts[unit]}: these methods take treatments that last. Leave the periods after its end out.");
        }

        return starts;
    }
}
