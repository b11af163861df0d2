using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.SyntheticControl.Conformal;

/// <summary>The p-value of a constant effect in all periods of treatment of a problem.</summary>
internal sealed class ConformalTest
{
    // Residuals equal but for rounding are ties, and ties count against rejection.
    private const double TieTolerance = 1e-9;

    private readonly DonorProblem problem;
    private readonly SyntheticControlOptions options;
    private readonly double norm;
    private readonly Assignments? orders;

    public ConformalTest(DonorProblem problem, SyntheticControlOptions options, ConformalOptions conformal)
    {
        (this.problem, this.options, norm) = (problem, options, conformal.Norm);

        // What matters of an order is which residuals come to lie in the periods of treatment: a choice of T₁ out of T.
        orders = conformal.Permutations == ConformalPermutations.MovingBlock || problem.PostPeriods == 1
            ? null
            : Assignments.Of([.. Enumerable.Range(0, problem.Periods.Length).Select(t => t >= problem.PrePeriods)], conformal.Draws, conformal.Seed);
    }

    public int Orders => orders?.Count ?? problem.Periods.Length;

    public double PossibleOrders => orders is null ? Orders : (double)orders.Possible;

    public bool IsSampled => orders is { IsExhaustive: false };

    /// <summary>The smallest p-value that any data could give.</summary>
    public double MinimumP => 1.0 / Orders;

    public double PValue(double effect)
    {
        var residuals = Residuals(effect);
        var terms = residuals.Select(residual => Math.Pow(Math.Abs(residual), norm)).ToArray();
        var observed = terms.Skip(problem.PrePeriods).Sum();
        var threshold = observed - (TieTolerance * terms.Max() * problem.PostPeriods);
        var extreme = 0;
        for (var order = 0; order < Orders; order++)
        {
            extreme += Sum(terms, order) >= threshold ? 1 : 0;
        }

        return (double)extreme / Orders;
    }

    // The norm is a rising function of Σ|u|^q, which is therefore enough to compare.
    private double Sum(double[] terms, int order)
    {
        var sum = 0.0;
        if (orders is not null)
        {
            foreach (var period in orders[order])
            {
                sum += terms[period];
            }

            return sum;
        }

        for (var t = problem.PrePeriods; t < terms.Length; t++)
        {
            sum += terms[(t + order) % terms.Length];
        }

        return sum;
    }

    private double[] Residuals(double effect)
    {
        var supposed = problem with
        {
            Treated = [.. problem.Treated.Select((outcome, t) => t < problem.PrePeriods ? outcome : outcome - effect)],
            PrePeriods = problem.Periods.Length,
        };
        return SyntheticFitter.Fit(supposed, options).Gaps(supposed);
    }
}
