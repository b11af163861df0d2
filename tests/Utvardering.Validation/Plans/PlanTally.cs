using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation;

namespace Utvardering.Validation.Plans;

/// <summary>Counts over many evaluations of one outcome.</summary>
internal sealed class PlanTally
{
    private readonly SortedDictionary<string, int> verdicts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Runs, int Found, int Covers, double Sum)> designs = new(StringComparer.Ordinal);

    public int Runs { get; private set; }

    /// <summary>How often the joint test of the time before the start rejected in the leading design.</summary>
    public int PreTrends { get; private set; }

    /// <summary>How often an earlier start, at which nothing began, showed an effect in the leading design.</summary>
    public int PlaceboStarts { get; private set; }

    /// <summary>How often one of them or both did.</summary>
    public int Partings { get; private set; }

    public int Verdict(string verdict) => verdicts.GetValueOrDefault(verdict);

    public IEnumerable<string> Designs => designs.Keys;

    /// <summary>How often a design's p-value was at most 0.05, its interval held the truth, and its mean relative effect.</summary>
    public (int Runs, int Found, int Covers, double Mean) Design(string design) =>
        designs[design] is var (runs, found, covers, sum) ? (runs, found, covers, sum / runs) : default;

    /// <param name="rows">The evaluation.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="truth">What a design's interval should hold: the effect, in the indicator's unit or as a share.</param>
    /// <param name="isShare">Whether the truth is a share.</param>
    public void Add(ResultRows rows, string outcome, Func<string, double> truth, bool isShare)
    {
        Runs++;
        var verdict = rows.Verdicts.Single(row => row.OutcomeId == outcome);
        verdicts[verdict.Verdict] = verdicts.GetValueOrDefault(verdict.Verdict) + 1;
        var preTrend = verdict.PreTrendP <= 0.05;
        var placebo = rows.Sensitivity.Any(row => row.OutcomeId == outcome && row.DesignId == verdict.DesignId && row.Kind == "placebo_start" && row.Agrees == false);
        PreTrends += preTrend ? 1 : 0;
        PlaceboStarts += placebo ? 1 : 0;
        Partings += preTrend || placebo ? 1 : 0;
        foreach (var effect in rows.Effects.Where(effect => effect.OutcomeId == outcome))
        {
            var (runs, found, covers, sum) = designs.GetValueOrDefault(effect.DesignId);
            designs[effect.DesignId] = (runs + 1, found + (effect.PValue <= 0.05 ? 1 : 0), covers + (Covers(effect, truth(effect.DesignId), isShare) ? 1 : 0), sum + (effect.Relative ?? 0));
        }
    }

    private static bool Covers(EffectRow effect, double truth, bool isShare) =>
        isShare ? effect.RelativeLow <= truth && truth <= effect.RelativeHigh : effect.Low <= truth && truth <= effect.High;
}
