using Utvardering.Statistics.Pooling;

namespace Utvardering.Statistics.Tests.Pooling;

/// <summary>Textbook sums for the mean without moderators, by Fisher scoring where an iteration is needed; Henderson's equations for the shrunken effects.</summary>
internal static class NaiveMetaAnalysis
{
    public static double DerSimonianLaird(Study[] studies)
    {
        // Borenstein and others (2009), equations 12.1–12.5
        var (w, w2) = (studies.Sum(s => 1 / s.Variance), studies.Sum(s => 1 / (s.Variance * s.Variance)));
        var q = Q(studies, 0);
        return Math.Max(0, (q - (studies.Length - 1)) / (w - (w2 / w)));
    }

    public static double RestrictedMaximumLikelihood(Study[] studies)
    {
        // Fixed point of Σ w² ((y − μ)² − v) / Σ w² + 1 / Σ w (Thompson and Sharp 1999)
        var tau2 = 1.0;
        for (var i = 0; i < 200_000; i++)
        {
            var w = studies.Select(s => 1 / (s.Variance + tau2)).ToArray();
            var mu = Mean(studies, tau2);
            var next = (studies.Zip(w, (s, x) => x * x * (((s.Effect - mu) * (s.Effect - mu)) - s.Variance)).Sum() / w.Sum(x => x * x)) + (1 / w.Sum());
            next = Math.Max(0, next);
            if (Math.Abs(next - tau2) < 1e-15)
            {
                return next;
            }

            tau2 = next;
        }

        return tau2;
    }

    public static double Mean(Study[] studies, double tau2) =>
        studies.Sum(s => s.Effect / (s.Variance + tau2)) / studies.Sum(s => 1 / (s.Variance + tau2));

    public static double Q(Study[] studies, double tau2)
    {
        var mean = Mean(studies, tau2);
        return studies.Sum(s => (s.Effect - mean) * (s.Effect - mean) / (s.Variance + tau2));
    }

    /// <summary>Henderson's mixed-model equations for the mean and the deviations, solved by elimination: shrunken effects and their standard errors.</summary>
    public static (double[] Values, double[] Errors) Henderson(Study[] studies, double tau2)
    {
        var n = studies.Length + 1;
        var a = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n);
        var b = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(n);
        for (var i = 1; i < n; i++)
        {
            var w = 1 / studies[i - 1].Variance;
            a[0, 0] += w;
            (a[0, i], a[i, 0], a[i, i]) = (w, w, w + (1 / tau2));
            b[0] += w * studies[i - 1].Effect;
            b[i] = w * studies[i - 1].Effect;
        }

        var inverse = a.Inverse();
        var solution = inverse * b;
        return (
            [.. Enumerable.Range(1, n - 1).Select(i => solution[0] + solution[i])],
            [.. Enumerable.Range(1, n - 1).Select(i => Math.Sqrt(inverse[0, 0] + (2 * inverse[0, i]) + inverse[i, i]))]);
    }
}
