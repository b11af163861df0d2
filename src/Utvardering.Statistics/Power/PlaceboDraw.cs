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

    private readonly Func<CohortPanel> make;
    private readonly Func<CohortPanel, Func<CohortPanel, Estimate>> prepare;
    private readonly SimulatedPowerOptions options;
    private readonly double scale;
    private readonly Estimate none;
    private readonly Estimate? plus;
    private readonly Estimate? minus;

    /// <param name="make">Makes the draw's panel: a thousand of them are not to be held at once.</param>
    /// <param name="prepare">The design.</param>
    /// <param name="options">The choices.</param>
    /// <param name="scale">An effect to begin with where the design has no standard error.</param>
    public PlaceboDraw(Func<CohortPanel> make, Func<CohortPanel, Func<CohortPanel, Estimate>> prepare, SimulatedPowerOptions options, double scale)
    {
        (this.make, this.prepare, this.options) = (make, prepare, options);
        var panel = make();
        var design = prepare(panel);
        none = design(panel);

        // One standard error to either side: far enough for digits, near enough not to drown the noise.
        this.scale = options.Kind == EffectKind.Additive && none.StandardError is > 0 and < double.PositiveInfinity ? none.StandardError : scale;
        if (!Moves)
        {
            plus = design(At(panel, this.scale));
            minus = HasError ? design(At(panel, -this.scale)) : null;
        }
    }

    /// <summary>Whether the design has an interval, or else a p-value, of its own to judge its estimate by.</summary>
    public bool HasTest => HasInterval || JudgedByPValue;

    /// <summary>Whether it has a standard error too.</summary>
    public bool HasError => double.IsFinite(none.StandardError);

    /// <summary>1 − α, as the design's own interval has it.</summary>
    public double Confidence => none.Interval.Confidence;

    /// <summary>Whether the design finds an effect where there is none.</summary>
    public bool IsFalseAlarm => HasInterval ? none.Interval.Low > 0 || none.Interval.High < 0 : Rejects(none);

    /// <summary>|t| without effect.</summary>
    public double Statistic => Math.Abs(none.Value / none.StandardError);

    /// <summary>|estimate| without effect.</summary>
    public double Size => Math.Abs(none.Value);

    /// <summary>Whether a run at an effect, with nothing prepared, moves estimate and interval by just that effect.</summary>
    public bool MovesWithEffect()
    {
        if (!Moves)
        {
            return false;
        }

        var moved = Afresh(Sign * scale);
        return Near(moved.Value, none.Value) && Near(moved.Interval.Low, none.Interval.Low) && Near(moved.Interval.High, none.Interval.High);

        // Ends that are infinite stay so.
        bool Near(double with, double without) =>
            with == without ? !double.IsFinite(without) : Math.Abs(with - without - (Sign * scale)) <= 1e-6 * Math.Max(Math.Abs(without), scale);
    }

    /// <summary>The size of effect that brings the interval's nearer end to zero.</summary>
    public double MovedThreshold() => Math.Max(0, Sign > 0 ? -none.Interval.Low : none.Interval.High);

    /// <summary>Whether a run at another effect, with nothing prepared, is where linearity says.</summary>
    public bool IsLinear()
    {
        // A p-value alone has no ends to be linear.
        if (plus is null || (HasTest && !HasInterval))
        {
            return false;
        }

        const double Times = 3;
        var effect = Times * this.scale;
        var actual = Afresh(effect);
        if (!Near(actual.Value, Line(effect, estimate => estimate.Value), this.scale))
        {
            return false;
        }

        if (!HasError)
        {
            return !HasTest || (Near(actual.Interval.Low, Line(effect, Low), this.scale) && Near(actual.Interval.High, Line(effect, High), this.scale));
        }

        // The variance on its parabola, and the interval the estimate ± t standard errors.
        var (variance, half) = (Variance(effect), Critical() * none.StandardError);
        return Near(actual.StandardError * actual.StandardError, variance, variance)
            && Near(none.Interval.High - none.Value, half, half) && Near(none.Value - none.Interval.Low, half, half);

        static bool Near(double a, double b, double scale) => a == b || Math.Abs(a - b) <= 1e-6 * Math.Max(Math.Abs(b), scale);
    }

    /// <summary>The size of effect at which the interval lies on the effect's side of zero, by linearity.</summary>
    public double SolvedThreshold() => HasError
        ? SolvedThreshold(Critical())
        : Smallest(effect => Sign > 0 ? Line(effect, Low) > 0 : Line(effect, High) < 0, Halvings);

    /// <summary>The size of effect at which sign · estimate exceeds the critical value times its standard error.</summary>
    public double SolvedThreshold(double critical) =>
        Smallest(effect => Sign * Line(effect, estimate => estimate.Value) > critical * Math.Sqrt(Math.Max(0, Variance(effect))), Halvings);

    /// <summary>The size of effect at which sign · estimate exceeds a size.</summary>
    public double ThresholdOver(double size, bool isLinear) => isLinear
        ? Smallest(effect => Sign * Line(effect, estimate => estimate.Value) > size, Halvings)
        : Tried(estimate => Sign * estimate.Value > size);

    /// <summary>The size of effect at which the design's interval lies on the effect's side of zero, found by trying.</summary>
    public double TriedThreshold() => Tried(estimate => !HasInterval ? Rejects(estimate) && Math.Sign(estimate.Value) == Sign
        : Sign > 0 ? estimate.Interval.Low > 0 : estimate.Interval.High < 0);

    private bool Moves => options is { MovesWithEffect: true, Kind: EffectKind.Additive };

    private int Sign => options.Lowers ? -1 : 1;

    private bool JudgedByPValue => options.JudgedByPValue && !double.IsNaN(none.PValue);

    private bool HasInterval => !double.IsNaN(none.Interval.Low) || !double.IsNaN(none.Interval.High);

    // A rank's p-value is a ratio of whole numbers: α itself rejects, whatever its last bit.
    private bool Rejects(Estimate estimate) => estimate.PValue <= (1 - Confidence) * (1 + 1e-12);

    // e + g u, through the runs.
    private double Line(double effect, Func<Estimate, double> of) => minus is null
        ? of(none) + (effect / scale * (of(plus!) - of(none)))
        : of(none) + (effect / scale * (of(plus!) - of(minus)) / 2);

    private static double Low(Estimate estimate) => estimate.Interval.Low;

    private static double High(Estimate estimate) => estimate.Interval.High;

    // A + B u + C u², through the three runs.
    private double Variance(double effect)
    {
        var u = effect / scale;
        var (minus, none, plus) = (Square(this.minus!), Square(this.none), Square(this.plus!));
        return none + (u * (plus - minus) / 2) + (u * u * (plus + minus - (2 * none)) / 2);

        static double Square(Estimate estimate) => estimate.StandardError * estimate.StandardError;
    }

    private double Tried(Func<Estimate, bool> isFound)
    {
        var panel = make();
        var design = prepare(panel);
        return Smallest(effect => isFound(design(At(panel, effect))), Tries);
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

    private Estimate Afresh(double effect)
    {
        var panel = At(make(), effect);
        return prepare(panel)(panel);
    }

    private CohortPanel At(CohortPanel panel, double effect) =>
        panel.WithTreatedOutcomes(outcome => options.Kind == EffectKind.Additive ? outcome + effect : outcome * (1 + effect));

    private double Critical() => Quantile.StudentTwoSided(1 - Confidence, double.IsNaN(none.DegreesOfFreedom) ? double.PositiveInfinity : none.DegreesOfFreedom);
}
