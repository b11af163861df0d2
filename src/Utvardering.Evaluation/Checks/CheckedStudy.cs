using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation.Checks;

/// <summary>A study with its main answer, and the means to ask the same of other municipalities and other times.</summary>
/// <param name="Study">The study.</param>
/// <param name="Main">Its answer.</param>
/// <param name="WindowsOf">The windows for starts so many months earlier, another rule for what is left out around them, and a last day; null where the figures do not reach.</param>
/// <param name="UnitsOf">The municipalities for another comparison group and other windows.</param>
/// <param name="OthersTreated">Controls of the study that were under another targeted programme.</param>
internal sealed record CheckedStudy(
    Study Study, StudyEstimate Main, Func<int, WindowRule, DateOnly?, Windows?> WindowsOf, Func<string, Windows, StudyUnits> UnitsOf, IReadOnlyCollection<string> OthersTreated)
{
    /// <summary>The same sign as the main answer.</summary>
    public bool SameSign(double estimate) => Math.Sign(estimate) == Math.Sign(Main.Value);

    /// <summary>The same answer to whether zero is among the effects that fit.</summary>
    public bool SameAnswer(double low, double high) => HoldsZero(low, high) == HoldsZero(Main.Low, Main.High);

    public static bool HoldsZero(double low, double high) => low <= 0 && high >= 0;

    /// <summary>Another study's answer as a check: it agrees where its sign does.</summary>
    public StudyCheck Of(string kind, string variant, Study other)
    {
        var estimate = StudyEstimator.Estimate(other);
        return new(kind, variant, estimate.Value, estimate.Low, estimate.High, estimate.PValue)
        {
            Agrees = SameSign(estimate.Value),
            TreatedUnits = estimate.TreatedUnits,
            ControlUnits = estimate.ControlUnits,
        };
    }
}
