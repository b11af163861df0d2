using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>Searches for the predictors' importances V under which W(V) follows the outcome best before treatment.</summary>
/// <remarks>
/// The loss has many local minima and kinks, so that no method finds the best for certain. The search is wide first and deep then: a fixed set
/// of spread-out V, the equal one and those led by one predictor; simplex descents (Nelder and Mead) from the best few on the scale of
/// logarithms, where importances of any size are reached; and from the best of these again until it stays. Everything is a function of
/// the data: the spread-out points come from one fixed seed.
/// </remarks>
internal sealed class ImportanceSearch(PredictorProblem problem)
{
    private const int ScatteredPoints = 600;
    private const int Descents = 6;
    private const int StepsOfDescent = 350;
    private const int MostRestarts = 6;
    private const ulong Seed = 20_100_601;

    // e⁻¹⁴ is a millionth: an importance that no longer counts.
    private const double Smallest = -14;

    /// <summary>V with sum 1.</summary>
    public double[] Run()
    {
        if (problem.Count == 1)
        {
            return [1];
        }

        var starts = Starts().Select(point => (Point: point, Loss: Loss(point))).OrderBy(start => start.Loss).Take(Descents).ToArray();
        var best = starts.Select(start => NelderMead.Minimise(Loss, start.Point, step: 1, StepsOfDescent)).MinBy(end => end.Value);
        for (var restart = 0; restart < MostRestarts; restart++)
        {
            // Steps of turning size: a descent that ended in a collapsed simplex is freed by another shape.
            var next = NelderMead.Minimise(Loss, best.Point, restart % 2 == 0 ? 2 : 0.3, StepsOfDescent);
            var gained = best.Value - next.Value > 1e-9 * best.Value;
            best = next.Value < best.Value ? next : best;
            if (!gained && restart > 0)
            {
                break;
            }
        }

        return Importance(best.Point);
    }

    private IEnumerable<double[]> Starts()
    {
        yield return new double[problem.Count];
        for (var leading = 0; leading < problem.Count; leading++)
        {
            var point = new double[problem.Count];
            Array.Fill(point, -3);
            point[leading] = 0;
            yield return point;
        }

        var random = new RandomSequence(Seed, 0);
        for (var i = 0; i < ScatteredPoints; i++)
        {
            yield return [.. Enumerable.Range(0, problem.Count).Select(_ => -10 * random.NextDouble())];
        }
    }

    private double Loss(double[] logarithms) => problem.Loss(Importance(logarithms));

    // vₖ = exp(θₖ) / Σ exp(θ), the largest θ taken as zero and none below the smallest.
    private static double[] Importance(double[] logarithms)
    {
        var largest = logarithms.Max();
        double[] importance = [.. logarithms.Select(value => Math.Exp(Math.Max(value - largest, Smallest)))];
        var sum = importance.Sum();
        return [.. importance.Select(value => value / sum)];
    }
}
