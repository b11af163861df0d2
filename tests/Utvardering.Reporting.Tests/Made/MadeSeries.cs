using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Tests.Charts;

namespace Utvardering.Reporting.Tests.Made;

/// <summary>An outcome's made-up figures: a level, noise from a fixed hash, and a change in the pilots after the start.</summary>
internal sealed record MadeSeries(OutcomeRow Outcome, DateOnly First, DateOnly Last, double Level, double ChangeAfter, string Source, string Vintage, int Seed)
{
    private string Origin => Source == "deliveries" ? "delivered" : "published";

    /// <summary>The persons behind a group's figure in a period; fewer than five are emptied by the gate.</summary>
    public Func<string, DateOnly, long?> Persons { get; init; } = (_, _) => null;

    private int Step => Outcome.Grain switch { "month" => 1, "quarter" => 3, _ => 12 };

    private double Per => Outcome.UnitSv.StartsWith("procent", StringComparison.Ordinal) ? 100 : 100_000;

    private IReadOnlyList<DateOnly> Periods
    {
        get
        {
            var periods = new List<DateOnly>();
            for (var period = First; period <= Last; period = period.AddMonths(Step))
            {
                periods.Add(period);
            }

            return periods;
        }
    }

    public IEnumerable<SeriesMart> Mart() =>
        from place in MadePlan.Municipalities
        from period in Periods
        let cell = Cell(place, period)
        select new SeriesMart(Outcome.IndicatorId, place.Code, place.Name, period, cell.Count, cell.People, cell.Value, Origin, Source, Vintage);

    public IEnumerable<MunicipalityTrendRow> MunicipalityTrend() =>
        from place in MadePlan.Municipalities
        where place.Group != "never-treated"
        from period in Periods
        select new MunicipalityTrendRow
        {
            OutcomeId = Outcome.OutcomeId, IndicatorId = Outcome.IndicatorId, GroupId = place.Group, MunicipalityCode = place.Code, Municipality = place.Name, Origin = Origin,
            Grain = Outcome.Grain, PeriodStart = period, Value = Cell(place, period).Value, Smooth = Year([place], period), Status = "", Source = Source, Vintage = Vintage,
        };

    public IEnumerable<GroupTrendRow> GroupTrend() =>
        from members in MadePlan.Municipalities.GroupBy(place => place.Group)
        let places = members.ToList()
        let reference = Pool(places.SelectMany(place => Periods.Where(period => period < MadePlan.Start).Select(period => Cell(place, period))))
        from period in Periods
        let smooth = Year(places, period)
        select new GroupTrendRow
        {
            OutcomeId = Outcome.OutcomeId, IndicatorId = Outcome.IndicatorId, GroupId = members.Key, Origin = Origin, Grain = Outcome.Grain, PeriodStart = period,
            Value = Pool(places.Select(place => Cell(place, period))), Smooth = smooth, Index = 100 * smooth / reference, Municipalities = places.Count, Members = places.Count,
            Persons = Persons(members.Key, period), Source = Source, Vintage = Vintage,
        };

    private double? Year(IReadOnlyList<(string Code, string Name, string Group, double People)> places, DateOnly end)
    {
        var first = end.AddMonths(Step - 12);
        return first < First ? null : Pool(places.SelectMany(place => Periods.Where(period => period >= first && period <= end).Select(period => Cell(place, period))));
    }

    private double Pool(IEnumerable<(double Count, double People, double Value)> cells)
        => cells.ToList() is var all && Outcome.GroupRule == "unweighted_mean" ? all.Average(cell => cell.Value) : Per * all.Sum(cell => cell.Count) / all.Sum(cell => cell.People);

    private (double Count, double People, double Value) Cell((string Code, string Name, string Group, double People) place, DateOnly period)
    {
        var seed = Seed + int.Parse(place.Code, System.Globalization.CultureInfo.InvariantCulture);
        var own = 1 + (0.3 * RecipeSeries.Noise(seed, 0));
        var change = place.Group == "pilot" && period >= MadePlan.Start ? 1 + ChangeAfter : 1;
        var value = Level * own * change * (1 + (0.25 * RecipeSeries.Noise(seed, period.DayNumber)));
        var people = Per == 100 ? Math.Round(place.People / 400) : place.People;
        var count = Math.Round(value * people / Per);
        return Outcome.GroupRule == "unweighted_mean" ? (0, 0, Math.Round(value)) : (count, people, Per * count / people);
    }
}
