using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Power;

/// <summary>One draw of treated units and window, with the design's answers without effect and at one effect to either side.</summary>
internal sealed class PlaceboDraw
{
    /// <summary>How many of the first draws are checked for linearity.</summary>
    public const int Checked = 5;

    private const int Doublings = 30;
    private const int Halvings = 100;
    private const int Tries = 25;

    private readonly CohortPanel panel;
    private readonly Func<CohortPanel, Estimate> design;
    private readonly SimulatedPowerOptions options;
    private readonly double scale;
    private readonly Estimate none;
    private readonly Estimate? plus;
    private readonly Estimate? minus;

    public PlaceboDraw(CohortPanel panel, Func<CohortPanel, Estimate> design, SimulatedPowerOptions options, double scale)
    {
        (this.panel, this.design, this.options) = (panel, design, options);
        none = design(panel);

        // One standard error to either side: far enough for digits, near enough not to drown the noise.
        this.scale = options.Kind == EffectKind.Additive && none.StandardError is > 0 and < double.PositiveInfinity ? none.StandardError : scale;
        if (!Moves && double.IsFinite(none.StandardError))
        {
            (plus, minus) = (At(this.scale), At(-this.scale));
        }
    }

    /// <summary>1 − α, as the design's own interval has it.</summary>
    public double Confidence => none.Interval.Confidence;

    /// <summary>Whether the design finds an effect where there is none.</summary>
    public bool IsFalseAlarm => none.Interval.Low > 0 || none.Interval.High < 0;

    /// <summary>|t| without effect.</summary>
    public double Statistic => Math.Abs(none.Value / none.StandardError);

    /// <summary>Whether a run at an effect moves estimate and interval by just that effect.</summary>
    public bool MovesWithEffect()
    {
        if (!Moves)
        {
            return false;
        }

        var moved = At(Sign * scale);
        return Near(moved.Value, none.Value) && Near(moved.Interval.Low, none.Interval.Low) && Near(moved.Interval.High, none.Interval.High);

        // Ends that are infinite stay so.
        bool Near(double with, double without) =>
            with == without ? !double.IsFinite(without) : Math.Abs(with - without - (Sign * scale)) <= 1e-6 * Math.Max(Math.Abs(without), scale);
    }

    /// <summary>The size of effect that brings the interval's nearer end to zero.</summary>
    public double MovedThreshold() => Math.Max(0, Sign > 0 ? -none.Interval.Low : none.Interval.High);

    /// <summary>Whether a run at a fourth effect is where linearity says, and the interval is the estimate ± t standard errors.</summary>
    public bool IsLinear()
    {
        if (plus is null)
        {
            return false;
        }

        const double Times = 3;
        var actual = At(Times * this.scale);
        var (value, variance) = Predicted(Times * this.scale);
        var half = Critical() * none.StandardError;
        return Near(actual.Value, value, this.scale) && Near(actual.StandardError * actual.StandardError, variance, variance)
            && Near(none.Interval.High - none.Value, half, half) && Near(none.Value - none.Interval.Low, half, half);

        static bool Near(double a, double b, double scale) => Math.Abs(a - b) <= 1e-6 * Math.Max(Math.Abs(b), scale);
    }

    /// <summary>The size of effect at which sign · estimate exceeds the critical value times its standard error.</summary>
    public double SolvedThreshold(double? critical = null)
    {
        var limit = critical ?? Critical();
        return Smallest(
            effect =>
            {
                var (value, variance) = Predicted(effect);
                return Sign * value > limit * Math.Sqrt(Math.Max(0, variance));
            },
            Halvings);
    }

    /// <summary>The size of effect at which the design's interval lies on the effect's side of zero, found by trying.</summary>
    public double TriedThreshold() => Smallest(
        effect =>
        {
            var interval = At(effect).Interval;
            return Sign > 0 ? interval.Low > 0 : interval.High < 0;
        },
        Tries);

    private bool Moves => options is { MovesWithEffect: true, Kind: EffectKind.Additive };

    private int Sign => options.Lowers ? -1 : 1;

    // e + g u and A + B u + C u² through the three runs
    private (double Value, double Variance) Predicted(double effect)
    {
        var u = effect / scale;
        double Through(double minus, double none, double plus) => none + (u * (plus - minus) / 2) + (u * u * (plus + minus - (2 * none)) / 2);
        double Square(Estimate estimate) => estimate.StandardError * estimate.StandardError;
        return (this.none.Value + (u * (this.plus!.Value - this.minus!.Value) / 2), Through(Square(this.minus), Square(this.none), Square(this.plus)));
    }

    private double Smallest(Func<double, bool> isFound, int halvings)
    {
        if (isFound(0))
        {
            return 0;
        }

        var (low, high) = (0.0, scale);
        for (var i = 0; !isFound(Sign * high); i++)
        {
            (low, high) = (high, high * 2);
            if (i == Doublings || (options.Kind == EffectKind.Relative && options.Lowers && low >= 1))
            {
                // Nothing lowers an outcome by more than all of it.
                return double.PositiveInfinity;
            }
        }

        for (var i = 0; i < halvings && high - low > 1e-12 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = isFound(Sign * middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private Estimate At(double effect) => design(panel.WithOutcomes((unit, period, outcome) =>
        !panel.IsTreated(unit, period) ? outcome : options.Kind == EffectKind.Additive ? outcome + effect : outcome * (1 + effect)));

    private double Critical() => Quantile.StudentTwoSided(1 - Confidence, double.IsNaN(none.DegreesOfFreedom) ? double.PositiveInfinity : none.DegreesOfFreedom);
}
