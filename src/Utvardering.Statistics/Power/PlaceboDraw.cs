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

    private readonly CohortPanel _panel;
    private readonly Func<CohortPanel, Estimate> _design;
    private readonly SimulatedPowerOptions _options;
    private readonly double _scale;
    private readonly Estimate _none;
    private readonly Estimate? _plus;
    private readonly Estimate? _minus;

    public PlaceboDraw(CohortPanel panel, Func<CohortPanel, Estimate> design, SimulatedPowerOptions options, double scale)
    {
        (_panel, _design, _options) = (panel, design, options);
        _none = design(panel);

        // One standard error to either side: far enough for digits, near enough not to drown the noise.
        _scale = options.Kind == EffectKind.Additive && _none.StandardError is > 0 and < double.PositiveInfinity ? _none.StandardError : scale;
        if (!Moves && double.IsFinite(_none.StandardError))
        {
            (_plus, _minus) = (At(_scale), At(-_scale));
        }
    }

    /// <summary>1 − α, as the design's own interval has it.</summary>
    public double Confidence => _none.Interval.Confidence;

    /// <summary>Whether the design finds an effect where there is none.</summary>
    public bool IsFalseAlarm => _none.Interval.Low > 0 || _none.Interval.High < 0;

    /// <summary>|t| without effect.</summary>
    public double Statistic => Math.Abs(_none.Value / _none.StandardError);

    /// <summary>Whether a run at an effect moves estimate and interval by just that effect.</summary>
    public bool MovesWithEffect()
    {
        if (!Moves)
        {
            return false;
        }

        var moved = At(Sign * _scale);
        return Near(moved.Value, _none.Value) && Near(moved.Interval.Low, _none.Interval.Low) && Near(moved.Interval.High, _none.Interval.High);

        // Ends that are infinite stay so.
        bool Near(double with, double without) =>
            with == without ? !double.IsFinite(without) : Math.Abs(with - without - (Sign * _scale)) <= 1e-6 * Math.Max(Math.Abs(without), _scale);
    }

    /// <summary>The size of effect that brings the interval's nearer end to zero.</summary>
    public double MovedThreshold() => Math.Max(0, Sign > 0 ? -_none.Interval.Low : _none.Interval.High);

    /// <summary>Whether a run at a fourth effect is where linearity says, and the interval is the estimate ± t standard errors.</summary>
    public bool IsLinear()
    {
        if (_plus is null)
        {
            return false;
        }

        const double Times = 3;
        var actual = At(Times * _scale);
        var (value, variance) = Predicted(Times * _scale);
        var half = Critical() * _none.StandardError;
        return Near(actual.Value, value, _scale) && Near(actual.StandardError * actual.StandardError, variance, variance)
            && Near(_none.Interval.High - _none.Value, half, half) && Near(_none.Value - _none.Interval.Low, half, half);

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

    private bool Moves => _options is { MovesWithEffect: true, Kind: EffectKind.Additive };

    private int Sign => _options.Lowers ? -1 : 1;

    // e + g u and A + B u + C u² through the three runs
    private (double Value, double Variance) Predicted(double effect)
    {
        var u = effect / _scale;
        double Through(double minus, double none, double plus) => none + (u * (plus - minus) / 2) + (u * u * (plus + minus - (2 * none)) / 2);
        double Square(Estimate estimate) => estimate.StandardError * estimate.StandardError;
        return (_none.Value + (u * (_plus!.Value - _minus!.Value) / 2), Through(Square(_minus), Square(_none), Square(_plus)));
    }

    private double Smallest(Func<double, bool> isFound, int halvings)
    {
        if (isFound(0))
        {
            return 0;
        }

        var (low, high) = (0.0, _scale);
        for (var i = 0; !isFound(Sign * high); i++)
        {
            (low, high) = (high, high * 2);
            if (i == Doublings || (_options.Kind == EffectKind.Relative && _options.Lowers && low >= 1))
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

    private Estimate At(double effect) => _design(_panel.WithOutcomes((unit, period, outcome) =>
        !_panel.IsTreated(unit, period) ? outcome : _options.Kind == EffectKind.Additive ? outcome + effect : outcome * (1 + effect)));

    private double Critical() => Quantile.StudentTwoSided(1 - Confidence, double.IsNaN(_none.DegreesOfFreedom) ? double.PositiveInfinity : _none.DegreesOfFreedom);
}
