using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.SyntheticControl.Conformal;

/// <summary>The p-value of a constant effect in all periods of treatment of a problem.</summary>
internal sealed class ConformalTest
{
    // Residuals equal but for rounding are ties, and ties count against rejection.
    private const double TieTolerance = 1e-9;

    private readonly DonorProblem _problem;
    private readonly SyntheticControlOptions _options;
    private readonly double _norm;
    private readonly Assignments? _orders;

    public ConformalTest(DonorProblem problem, SyntheticControlOptions options, ConformalOptions conformal)
    {
        (_problem, _options, _norm) = (problem, options, conformal.Norm);

        // What matters of an order is which residuals come to lie in the periods of treatment: a choice of T₁ out of T.
        _orders = conformal.Permutations == ConformalPermutations.MovingBlock || problem.PostPeriods == 1
            ? null
            : Assignments.Of([.. Enumerable.Range(0, problem.Periods.Length).Select(t => t >= problem.PrePeriods)], conformal.Draws, conformal.Seed);
    }

    public int Orders => _orders?.Count ?? _problem.Periods.Length;

    public double PossibleOrders => _orders is null ? Orders : (double)_orders.Possible;

    public bool IsSampled => _orders is { IsExhaustive: false };

    /// <summary>The smallest p-value that any data could give.</summary>
    public double MinimumP => 1.0 / Orders;

    public double PValue(double effect)
    {
        var residuals = Residuals(effect);
        var terms = residuals.Select(residual => Math.Pow(Math.Abs(residual), _norm)).ToArray();
        var observed = terms.Skip(_problem.PrePeriods).Sum();
        var threshold = observed - (TieTolerance * terms.Max() * _problem.PostPeriods);
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
        if (_orders is not null)
        {
            foreach (var period in _orders[order])
            {
                sum += terms[period];
            }

            return sum;
        }

        for (var t = _problem.PrePeriods; t < terms.Length; t++)
        {
            sum += terms[(t + order) % terms.Length];
        }

        return sum;
    }

    private double[] Residuals(double effect)
    {
        var supposed = _problem with
        {
            Treated = [.. _problem.Treated.Select((outcome, t) => t < _problem.PrePeriods ? outcome : outcome - effect)],
            PrePeriods = _problem.Periods.Length,
        };
        return SyntheticFitter.Fit(supposed, _options).Gaps(supposed);
    }
}
