using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>
/// The regression on untreated cells, y(0) = α(i) + λ(t) + β′x, and what it predicts for treated ones; also how much every untreated outcome
/// weighs in an average of predictions.
/// </summary>
internal sealed class ImputationModel
{
    private readonly PanelRows rows;
    private readonly DirectAbsorption absorption;
    private readonly NormalEquations? slopes;
    private readonly double[][] covariates;
    private readonly int[] unitCode;
    private readonly int[] periodCode;
    private readonly int[] component;

    // For each covariate its unit and period effects among the untreated.
    private readonly double[][][] covariateEffects;
    private readonly double[][] effects;

    public ImputationModel(PanelRows rows)
    {
        this.rows = rows;
        Untreated = [.. Enumerable.Range(0, rows.Count).Where(row => !rows.IsTreated(row))];
        if (Untreated.Length == 0)
        {
            throw new ArgumentException("The panel has no untreated cell: nothing can be imputed. Add units or periods without treatment.");
        }

        var (units, periods) = (rows.Units.Restrict(Untreated), rows.Times.Restrict(Untreated));
        unitCode = CodeOf(rows.Unit, units);
        periodCode = CodeOf(rows.Period, periods);
        component = FixedEffectRank.ComponentOf(units, periods);
        Weights = rows.Weights is null ? null : Pick(rows.Weights);
        absorption = new([units, periods], Weights);
        var outcome = Pick(rows.Outcome);
        covariates = [.. rows.Covariates.Select(column => Pick(column.Values))];
        double[][] within = [.. covariates.Select(absorption.Residual)];
        var adjusted = (double[])outcome.Clone();
        if (within.Length > 0)
        {
            slopes = NormalEquations.Solve(within, absorption.Residual(outcome), Weights, [.. covariates.Select(column => NormalEquations.Gram([column], Weights)[0, 0])]);
            foreach (var (coefficient, column) in slopes.Coefficients.Zip(slopes.Kept))
            {
                VectorMath.AddScaled(adjusted, -coefficient, covariates[column]);
            }
        }

        Within = slopes is null ? [] : [.. slopes.Kept.Select(column => within[column])];
        effects = Effects(adjusted);
        covariateEffects = [.. covariates.Select(Effects)];
        Residuals = absorption.Residual(adjusted);
    }

    /// <summary>The rows of untreated cells.</summary>
    public int[] Untreated { get; }

    /// <summary>Residuals of untreated cells.</summary>
    public double[] Residuals { get; }

    private double[]? Weights { get; }

    // Covariates kept, unit and period effects taken out.
    private double[][] Within { get; }

    /// <summary>The names of covariates that effects or earlier ones explain among the untreated.</summary>
    public IEnumerable<string> Dropped => slopes?.Dropped.Select(column => rows.Covariates[column].Name) ?? [];

    /// <summary>Whether the row's unit and period effects are known, and from the same comparison.</summary>
    public bool CanImpute(int row) => unitCode[row] >= 0 && periodCode[row] >= 0
        && component[unitCode[row]] == component[effects[0].Length + periodCode[row]];

    /// <summary>τ̂ = y − ŷ(0) of a treated row.</summary>
    public double Effect(int row)
    {
        var imputed = effects[0][unitCode[row]] + effects[1][periodCode[row]];
        for (var i = 0; i < Within.Length; i++)
        {
            imputed += slopes!.Coefficients[i] * rows.Covariates[slopes.Kept[i]].Values[row];
        }

        return rows.Outcome[row] - imputed;
    }

    /// <summary>How much each untreated outcome weighs in Σ w ŷ(0) over treated rows: p = W X₀ (X₀′WX₀)⁻ X₁′w.</summary>
    /// <param name="treated">The treated rows averaged.</param>
    /// <param name="weights">Their weights in the average.</param>
    public double[] WeightsOfUntreated(int[] treated, double[] weights)
    {
        // With dummies D and covariates Z: p = W (D s + Z̃ B c̃), s = (D′WD)⁻ D₁′w and c̃ = Z₁′w − Z′WD s.
        double[][] sums = [new double[effects[0].Length], new double[effects[1].Length]];
        for (var i = 0; i < treated.Length; i++)
        {
            sums[0][unitCode[treated[i]]] += weights[i];
            sums[1][periodCode[treated[i]]] += weights[i];
        }

        var solution = absorption.Solve(sums);
        var p = new double[Untreated.Length];
        for (var i = 0; i < p.Length; i++)
        {
            p[i] = solution[0][unitCode[Untreated[i]]] + solution[1][periodCode[Untreated[i]]];
        }

        if (Within.Length > 0)
        {
            var left = Vector<double>.Build.Dense(Within.Length, k => Left(slopes!.Kept[k], treated, weights, sums));
            var slope = slopes!.Bread * left;
            for (var k = 0; k < Within.Length; k++)
            {
                VectorMath.AddScaled(p, slope[k], Within[k]);
            }
        }

        if (Weights is not null)
        {
            VectorMath.Multiply(p, Weights, p);
        }

        return p;
    }

    private double Left(int covariate, int[] treated, double[] weights, double[][] sums)
    {
        var values = rows.Covariates[covariate].Values;
        var total = 0.0;
        for (var i = 0; i < treated.Length; i++)
        {
            total += weights[i] * values[treated[i]];
        }

        return total - VectorMath.Dot(sums[0], covariateEffects[covariate][0]) - VectorMath.Dot(sums[1], covariateEffects[covariate][1]);
    }

    private double[][] Effects(double[] column)
    {
        double[][] sums = [new double[unitCode.Max() + 1], new double[periodCode.Max() + 1]];
        for (var i = 0; i < column.Length; i++)
        {
            var weighted = column[i] * (Weights?[i] ?? 1);
            sums[0][unitCode[Untreated[i]]] += weighted;
            sums[1][periodCode[Untreated[i]]] += weighted;
        }

        return absorption.Solve(sums);
    }

    private double[] Pick(double[] values) => Array.ConvertAll(Untreated, row => values[row]);

    // For every row the number of its unit (or period) among the untreated; −1 where it has no untreated cell.
    private int[] CodeOf(int[] positions, Grouping untreated)
    {
        var code = new int[positions.Max() + 1];
        Array.Fill(code, -1);
        for (var i = 0; i < Untreated.Length; i++)
        {
            code[positions[Untreated[i]]] = untreated.Codes[i];
        }

        return Array.ConvertAll(positions, position => code[position]);
    }
}
