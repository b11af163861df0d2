using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Regression;

/// <summary>A fitted regression, linear or Poisson, with or without fixed effects: coefficients, and what every covariance is computed from.</summary>
/// <remarks>
/// With scores sᵢ = wᵢ x̃ᵢ eᵢ and bread B = (X̃′WX̃)⁻¹, every robust covariance is B · meat(s) · B. For least squares x̃ is the regressor
/// with fixed effects taken out, w the weight and e the residual; for Poisson w is the weighted mean μ and e = (y − μ) / μ.
/// </remarks>
public sealed class RegressionFit
{
    internal RegressionFit()
    {
    }

    /// <summary>The method in words.</summary>
    public required string Method { get; init; }

    /// <summary>The names of the coefficients.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>The names of regressors that were linear combinations of earlier ones, or absorbed by fixed effects, and were dropped.</summary>
    public required ImmutableArray<string> Dropped { get; init; }

    /// <summary>The coefficients, in the order of the names.</summary>
    public required ImmutableArray<double> Coefficients { get; init; }

    /// <summary>Outcome − fitted, one for each row used.</summary>
    public required double[] Residuals { get; init; }

    /// <summary>The fitted outcome, fixed effects included, one for each row used.</summary>
    public required double[] Fitted { get; init; }

    /// <summary>The positions of the rows used among those given, ascending.</summary>
    public required int[] Rows { get; init; }

    /// <summary>The fixed effects on the rows used.</summary>
    public ImmutableArray<Grouping> FixedEffects { get; init; } = [];

    /// <summary>Σ w (y − ŷ)² of a linear regression, the deviance of a Poisson regression.</summary>
    public double Deviance => IsPoisson ? PoissonDeviance : WeightedSquares();

    /// <summary>1 − Σ w (y − ŷ)² / Σ w (y − ȳ)², fixed effects included, in a linear regression.</summary>
    public double RSquared => 1 - (WeightedSquares() / TotalSquares());

    /// <summary>The share of what fixed effects leave of the outcome's squares that the regressors explain, in a linear regression with fixed effects.</summary>
    public double WithinRSquared => 1 - (WeightedSquares() / WithinSquares);

    /// <summary>Whether the regression is Poisson's.</summary>
    public bool IsPoisson { get; init; }

    /// <summary>Iterations until convergence; 0 where the solution is direct.</summary>
    public int Iterations { get; init; }

    /// <summary>What a reader should know about the fit, dropped regressors among it.</summary>
    public ImmutableArray<EstimationWarning> Warnings => [.. Dropped.Select(name => new EstimationWarning(EstimationWarningKind.CollinearDropped, name)), .. FitWarnings];

    /// <summary>n, the number of rows used.</summary>
    public int Observations => Rows.Length;

    /// <summary>How many rows were given.</summary>
    public required int RowsGiven { get; init; }

    /// <summary>(X̃′WX̃)⁻¹.</summary>
    public required Matrix<double> Bread { get; init; }

    internal ImmutableArray<EstimationWarning> FitWarnings { get; init; } = [];

    internal double[][] Regressors { get; init; } = [];

    internal double[]? Weights { get; init; }

    internal double[] WorkingResiduals { get; init; } = [];

    internal double PoissonDeviance { get; init; } = double.NaN;

    internal double WithinSquares { get; init; } = double.NaN;

    /// <summary>The position of a coefficient.</summary>
    /// <exception cref="ArgumentException">The regression has no such coefficient, or dropped it.</exception>
    public int IndexOf(string name)
    {
        var index = Names.IndexOf(name);
        return index >= 0
            ? index
            : throw new ArgumentException(Dropped.Contains(name)
                ? $"The regressor \"{name}\" was dropped, since fixed effects or earlier regressors explain it fully: change the specification."
                : $"The regression has no coefficient \"{name}\": it has {string.Join(", ", Names)}.");
    }

    /// <summary>The coefficients with standard errors.</summary>
    /// <param name="errors">Which standard errors.</param>
    /// <param name="sample">What the estimates rest on, where the caller knows units and periods; null: the rows and clusters alone.</param>
    public RegressionInference With(StandardErrors errors, SampleSize? sample = null) => new(this, errors.Of(this), sample);

    /// <summary>A grouping of the rows given, on the rows used.</summary>
    internal Grouping Used(Grouping groups)
    {
        DesignCheck.Groups(RowsGiven, [groups]);
        return Rows.Length == RowsGiven ? groups.WithoutEmpty() : groups.Restrict(Rows);
    }

    /// <summary>K, the number of estimated parameters, fixed effects counted as asked.</summary>
    /// <param name="counting">Which fixed effects count.</param>
    /// <param name="clusters">The clusters they may be nested in.</param>
    internal int Parameters(FixedEffectCounting counting, params ReadOnlySpan<Grouping> clusters)
    {
        if (FixedEffects.IsEmpty || counting == FixedEffectCounting.None)
        {
            return Names.Length;
        }

        var counted = FixedEffects.ToList();
        if (counting == FixedEffectCounting.NotNested)
        {
            foreach (var cluster in clusters)
            {
                counted.RemoveAll(effect => effect.IsNestedIn(cluster));
            }
        }

        return Names.Length + FixedEffectRank.Of(counted);
    }

    /// <summary>The same fit, said to rest on some of the rows given.</summary>
    internal RegressionFit On(RowSelection selected, params ImmutableArray<EstimationWarning> warnings) => new()
    {
        Method = Method,
        Names = Names,
        Dropped = Dropped,
        Coefficients = Coefficients,
        Residuals = Residuals,
        Fitted = Fitted,
        Rows = selected.Rows,
        RowsGiven = selected.Given,
        FixedEffects = FixedEffects,
        IsPoisson = IsPoisson,
        Iterations = Iterations,
        Bread = Bread,
        FitWarnings = [.. FitWarnings, .. warnings],
        Regressors = Regressors,
        Weights = Weights,
        WorkingResiduals = WorkingResiduals,
        PoissonDeviance = PoissonDeviance,
        WithinSquares = WithinSquares,
    };

    /// <summary>w x̃ⱼ e, the scores of one coefficient.</summary>
    internal double[] Scores(int coefficient)
    {
        var scores = new double[Observations];
        VectorMath.Multiply(Regressors[coefficient], WorkingResiduals, scores);
        if (Weights is not null)
        {
            VectorMath.Multiply(scores, Weights, scores);
        }

        return scores;
    }

    /// <summary>Σ w e² of the working residuals: Pearson's χ² where the regression is Poisson's.</summary>
    internal double WeightedSquares() => NormalEquations.Gram([WorkingResiduals], Weights)[0, 0];

    private double TotalSquares()
    {
        var outcome = (double[])Fitted.Clone();
        VectorMath.AddScaled(outcome, 1, Residuals);
        var ones = new double[outcome.Length];
        Array.Fill(ones, 1);
        var mean = NormalEquations.Project([ones], outcome, Weights)[0] / NormalEquations.Project([ones], ones, Weights)[0];
        VectorMath.AddScaled(outcome, -mean, ones);
        return NormalEquations.Gram([outcome], Weights)[0, 0];
    }
}
