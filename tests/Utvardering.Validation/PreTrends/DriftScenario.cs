using Utvardering.Statistics.Random;

namespace Utvardering.Validation.PreTrends;

/// <summary>Units over the periods before a start, some of them treated later, which may be parting from the others.</summary>
/// <remarks>
/// y(i,t) = σ(i) u(i,t) + m s(t) for the treated, u(i,t) = ρ u(i,t−1) + √(1 − ρ²) ε(i,t) from its stationary distribution, ε standard normal. Levels of units and
/// periods are left out: no contrast here sees them. σ(i) is 1, or lognormal with E σ² = 1.
/// </remarks>
/// <param name="Treated">How many units are treated; they are the first.</param>
/// <param name="Controls">How many are not.</param>
/// <param name="Periods">Periods before the start.</param>
/// <param name="Correlation">ρ.</param>
/// <param name="Unlike">Whether the units differ in variance.</param>
internal sealed record DriftScenario(int Treated, int Controls, int Periods, double Correlation, bool Unlike)
{
    /// <summary>What a two-sided 5 per cent test that knew the course finds with a chance of 80 per cent, in standard errors: 1.96 + 0.84.</summary>
    private const double Findable = 2.80;

    public static IReadOnlyList<DriftScenario> All { get; } =
    [
        .. from controls in new[] { 30, 5 }
           from periods in new[] { 9, 16 }
           from noise in new (double Correlation, bool Unlike)[] { (0, false), (0.6, false), (0.6, true) }
           select new DriftScenario(6, controls, periods, noise.Correlation, noise.Unlike),
    ];

    public int Units => Treated + Controls;

    public string Title => $"6 of {Units}, {Periods} periods, {(Correlation == 0 ? "white noise" : "AR(1) with 0.6")}{(Unlike ? ", units unlike in variance" : "")}";

    /// <summary>What may part the groups: nothing, drifts of several ages, and other things.</summary>
    public IReadOnlyList<(string Name, bool IsDrift, double[] Course)> Departures =>
    [
        ("none", false, new double[Periods]),
        .. new[] { 1, 2, 3, 4, 6, Periods - 1 }.Select(age => ($"drift, {age}", true, Shapes.Drift(Periods, Periods - 1 - age))),
        ("step, half-way", false, Shapes.Step(Periods, Periods / 2)),
        ("step, last fourth", false, Shapes.Step(Periods, Periods - (Periods / 4))),
        ("odd period, half-way", false, Shapes.Single(Periods, Periods / 2)),
    ];

    /// <summary>m, such that the best contrast for white noise, its variance known, would find the course with a chance of 80 per cent.</summary>
    public double Size(double[] course)
    {
        var squares = course.Sum(value => value * value);
        return squares == 0 ? 0 : Findable * Math.Sqrt(Variance(course) * ((1.0 / Treated) + (1.0 / Controls))) / squares;
    }

    /// <summary>Units × periods.</summary>
    public double[][] Draw(double[] course, RandomSequence random)
    {
        var size = Size(course);
        return [.. Enumerable.Range(0, Units).Select(unit => Series(random, unit < Treated ? size : 0, course))];
    }

    private double[] Series(RandomSequence random, double size, double[] course)
    {
        // E exp(z − ½) = 1
        var deviation = Unlike ? Math.Exp((random.NextNormal() / 2) - 0.25) : 1;
        var (state, series) = (random.NextNormal(), new double[Periods]);
        for (var period = 0; period < Periods; period++)
        {
            series[period] = (deviation * state) + (size * course[period]);
            state = (Correlation * state) + (Math.Sqrt(1 - (Correlation * Correlation)) * random.NextNormal());
        }

        return series;
    }

    // Var Σ s(t) u(t) = Σ Σ s(t) s(v) ρ^|t − v|
    private double Variance(double[] course) => course.Index().Sum(one => course.Index().Sum(other =>
        one.Item * other.Item * (one.Index == other.Index ? 1 : Math.Pow(Correlation, Math.Abs(one.Index - other.Index)))));
}
