using System.Collections.Immutable;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>A treated unit and those it may be put together from.</summary>
/// <param name="Unit">The treated unit.</param>
/// <param name="Treated">Its outcome in each period.</param>
/// <param name="Donors">The donors.</param>
/// <param name="Outcomes">For each donor its outcome in each period.</param>
/// <param name="Periods">The numbers of the periods.</param>
/// <param name="PrePeriods">How many of them lie before treatment.</param>
internal sealed record DonorProblem(
    string Unit, double[] Treated, ImmutableArray<string> Donors, double[][] Outcomes, ImmutableArray<int> Periods, int PrePeriods)
{
    public int PostPeriods => Periods.Length - PrePeriods;

    /// <summary>The problem that the options ask for.</summary>
    public static DonorProblem Of(OutcomeTable table, SyntheticControlOptions options) =>
        Of(table, TreatedUnit(table, options), DonorPositions(table, options));

    /// <summary>One treated unit with given donors, all as positions in the table.</summary>
    public static DonorProblem Of(OutcomeTable table, int unit, IReadOnlyList<int> donors) => new(
        table.Units[unit], table.Series[unit], [.. donors.Select(donor => table.Units[donor])], [.. donors.Select(donor => table.Series[donor])],
        table.Periods, table.PrePeriods(unit));

    /// <summary>The positions of the donors: never treated, whatever the options name.</summary>
    public static int[] DonorPositions(OutcomeTable table, SyntheticControlOptions options)
    {
        var donors = options.Donors.IsDefaultOrEmpty ? table.Controls : [.. options.Donors.Select(table.IndexOf).Distinct().Order()];
        if (donors.FirstOrDefault(table.IsTreated, -1) is var treated and >= 0)
        {
            throw new ArgumentException($"Unit \"{table.Units[treated]}\" is treated from {table.Cohorts[treated]} and cannot be a donor: its outcome would carry the effect into the synthetic control. Leave it out of the donors.");
        }

        return donors.Length >= 1
            ? donors
            : throw new ArgumentException("There are no donors: every unit is treated within the panel. Add units that never are.");
    }

    /// <summary>A donor in the treated unit's place, made from the other donors.</summary>
    /// <param name="withTreated">Whether the treated unit is among its donors.</param>
    public DonorProblem Placebo(int donor, bool withTreated) => this with
    {
        Unit = Donors[donor],
        Treated = Outcomes[donor],
        Donors = withTreated ? Donors.SetItem(donor, Unit) : Donors.RemoveAt(donor),
        Outcomes = withTreated ? [.. Outcomes.Select((series, i) => i == donor ? Treated : series)] : [.. Outcomes.Where((_, i) => i != donor)],
    };

    /// <summary>The same without one donor.</summary>
    public DonorProblem Without(int donor) => this with { Donors = Donors.RemoveAt(donor), Outcomes = [.. Outcomes.Where((_, i) => i != donor)] };

    /// <summary>The same with periods left out; those before treatment stay so.</summary>
    public DonorProblem Keeping(IReadOnlyList<int> periods) => this with
    {
        Treated = [.. periods.Select(period => Treated[period])],
        Outcomes = [.. Outcomes.Select(series => periods.Select(period => series[period]).ToArray())],
        Periods = [.. periods.Select(period => Periods[period])],
        PrePeriods = periods.Count(period => period < PrePeriods),
    };

    private static int TreatedUnit(OutcomeTable table, SyntheticControlOptions options)
    {
        if (options.Unit is { } name)
        {
            var unit = table.IndexOf(name);
            return table.IsTreated(unit)
                ? unit
                : throw new ArgumentException($"Unit \"{name}\" is never treated within the panel: name a treated unit, or give the unit its first period of treatment.");
        }

        var treated = table.Treated;
        return treated.Length == 1
            ? treated[0]
            : throw new ArgumentException($"A synthetic control is made for one treated unit, the panel has {treated.Length}: name it in the options, or pool them with PooledSyntheticControl.");
    }
}
