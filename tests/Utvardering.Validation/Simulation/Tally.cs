using Utvardering.Validation.Methods;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Simulation;

/// <summary>A method's answers over the replications of a scenario, counted.</summary>
internal sealed record Tally
{
    public const double Level = 0.05;

    /// <summary>Below this share of rejections a method is called conservative.</summary>
    public const double ConservativeBelow = 0.02;

    public required Scenario Scenario { get; init; }

    public required InferenceMethod Method { get; init; }

    public required int Replications { get; init; }

    /// <summary>Replications without a p-value.</summary>
    public required int Undefined { get; init; }

    public required int Rejections { get; init; }

    /// <summary>Replications with an interval.</summary>
    public required int Intervals { get; init; }

    /// <summary>Intervals that hold the true average effect, zero.</summary>
    public required int Covering { get; init; }

    /// <summary>Intervals without an end on at least one side.</summary>
    public required int Unbounded { get; init; }

    /// <summary>The mean length of bounded intervals, in the outcome's standard deviations within units.</summary>
    public required double Length { get; init; }

    /// <summary>Why the first replication without a p-value had none.</summary>
    public string? Reason { get; init; }

    public int Defined => Replications - Undefined;

    /// <summary>The share of replications in which the true hypothesis of no average effect is rejected.</summary>
    public double Size => (double)Rejections / Defined;

    public double SizeError => MonteCarloError(Size, Defined);

    public double Coverage => (double)Covering / Intervals;

    public double CoverageError => MonteCarloError(Coverage, Intervals);

    /// <summary>The largest size that two Monte Carlo errors about the level explain.</summary>
    public double Limit => Level + (2 * MonteCarloError(Level, Defined));

    public Verdict Verdict => this switch
    {
        _ when Undefined > Replications / 2 => Verdict.Undefined,
        _ when Size > Limit => Verdict.OverRejects,
        _ when Size < ConservativeBelow => Verdict.Conservative,
        _ => Verdict.Holds,
    };

    /// <summary>Counts answers, each with the standard deviation of its trial's outcome.</summary>
    public static Tally Of(Scenario scenario, InferenceMethod method, IReadOnlyList<(Answer Answer, double Deviation)> answers)
    {
        // Randomisation p-values are multiples of 1 / N: 0.05 itself rejects, whatever its last bit.
        var rejections = answers.Count(item => item.Answer.PValue <= Level * (1 + 1e-12));
        var intervals = answers.Where(item => item.Answer.Interval is { } interval && !double.IsNaN(interval.Low) && !double.IsNaN(interval.High))
            .Select(item => (item.Answer.Interval!.Value.Low, item.Answer.Interval.Value.High, item.Deviation))
            .ToArray();
        var bounded = intervals.Where(interval => double.IsFinite(interval.Low) && double.IsFinite(interval.High)).ToArray();
        return new()
        {
            Scenario = scenario,
            Method = method,
            Replications = answers.Count,
            Undefined = answers.Count(item => double.IsNaN(item.Answer.PValue)),
            Rejections = rejections,
            Intervals = intervals.Length,
            Covering = intervals.Count(interval => interval.Low <= 0 && interval.High >= 0),
            Unbounded = intervals.Length - bounded.Length,
            Length = bounded.Length == 0 ? double.NaN : bounded.Average(interval => (interval.High - interval.Low) / interval.Deviation),
            Reason = answers.FirstOrDefault(item => double.IsNaN(item.Answer.PValue)).Answer?.Reason,
        };
    }

    private static double MonteCarloError(double share, int count) => Math.Sqrt(share * (1 - share) / count);
}
