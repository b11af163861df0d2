namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

/// <summary>
/// Group-time effects as a function of a weight on each unit, with loops over units; standard errors by the infinitesimal jackknife, that is by
/// the derivative in those weights, so that no influence function is written down twice.
/// </summary>
internal sealed record NaiveGroupTime(int?[] Cohorts, double[][] Outcomes, double[] Covariate, bool NotYet)
{
    public int Periods => Outcomes[0].Length;

    /// <summary>ATT(g, t) with periods 1 … T and the varying base.</summary>
    public double Effect(int cohort, int period, double[] weight, bool robust)
    {
        var basePeriod = period >= cohort ? cohort - 1 : period - 1;
        int[] treated = [.. Units(unit => Cohorts[unit] == cohort)];
        int[] controls = [.. Units(unit => Cohorts[unit] is null || (NotYet && Cohorts[unit] > period && Cohorts[unit] != cohort))];
        double Change(int unit) => Outcomes[unit][period - 1] - Outcomes[unit][basePeriod - 1];
        if (!robust)
        {
            return Mean(treated, weight, Change) - Mean(controls, weight, Change);
        }

        var (a, b) = Line(controls, weight, Change);
        var (c, d) = Logit(treated, controls, weight);
        double Gap(int unit) => Change(unit) - a - (b * Covariate[unit]);
        double[] odds = [.. weight.Select((w, unit) => w * Math.Exp(c + (d * Covariate[unit])))];
        return Mean(treated, weight, Gap) - Mean(controls, odds, Gap);
    }

    /// <summary>The average of effects weighted by the cohorts' shares.</summary>
    public double Average(IReadOnlyCollection<(int Cohort, int Period)> cells, double[] weight)
    {
        double Share(int cohort) => Units(unit => Cohorts[unit] == cohort).Sum(unit => weight[unit]);
        return cells.Sum(cell => Share(cell.Cohort) * Effect(cell.Cohort, cell.Period, weight, robust: false)) / cells.Sum(cell => Share(cell.Cohort));
    }

    /// <summary>√Σ (∂θ/∂w_i)², the derivative by central differences with one Richardson step.</summary>
    public double StandardError(Func<double[], double> statistic)
    {
        double Slope(int unit, double step)
        {
            double At(double change)
            {
                double[] weight = [.. Enumerable.Repeat(1.0, Cohorts.Length)];
                weight[unit] += change;
                return statistic(weight);
            }

            return (At(step) - At(-step)) / (2 * step);
        }

        return Math.Sqrt(Enumerable.Range(0, Cohorts.Length).Sum(unit => Math.Pow(((4 * Slope(unit, 5e-4)) - Slope(unit, 1e-3)) / 3, 2)));
    }

    private IEnumerable<int> Units(Func<int, bool> condition) => Enumerable.Range(0, Cohorts.Length).Where(condition);

    private static double Mean(int[] units, double[] weight, Func<int, double> value) =>
        units.Sum(unit => weight[unit] * value(unit)) / units.Sum(unit => weight[unit]);

    private (double Level, double Slope) Line(int[] units, double[] weight, Func<int, double> value)
    {
        var (mx, my) = (Mean(units, weight, unit => Covariate[unit]), Mean(units, weight, value));
        var slope = units.Sum(unit => weight[unit] * (Covariate[unit] - mx) * (value(unit) - my))
            / units.Sum(unit => weight[unit] * (Covariate[unit] - mx) * (Covariate[unit] - mx));
        return (my - (slope * mx), slope);
    }

    private (double Level, double Slope) Logit(int[] treated, int[] controls, double[] weight)
    {
        double level = 0, slope = 0;
        for (var iteration = 0; iteration < 60; iteration++)
        {
            double g0 = 0, g1 = 0, h00 = 0, h01 = 0, h11 = 0;
            foreach (var unit in treated.Concat(controls))
            {
                var x = Covariate[unit];
                var p = 1 / (1 + Math.Exp(-level - (slope * x)));
                var residual = weight[unit] * ((treated.Contains(unit) ? 1 : 0) - p);
                var curvature = weight[unit] * p * (1 - p);
                (g0, g1) = (g0 + residual, g1 + (residual * x));
                (h00, h01, h11) = (h00 + curvature, h01 + (curvature * x), h11 + (curvature * x * x));
            }

            var determinant = (h00 * h11) - (h01 * h01);
            (level, slope) = (level + (((h11 * g0) - (h01 * g1)) / determinant), slope + (((h00 * g1) - (h01 * g0)) / determinant));
        }

        return (level, slope);
    }
}
