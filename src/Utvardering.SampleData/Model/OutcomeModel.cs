using Utvardering.SampleData.Chances;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Model;

/// <summary>The mean of one outcome in every municipality and period, in the outcome's own unit. The formula stands at the head of <c>world.yaml</c>.</summary>
internal sealed class OutcomeModel
{
    private readonly Outcome outcome;
    private readonly Grain grain;
    private readonly int first;
    private readonly double[] common;
    private readonly Dictionary<string, (double Level, double[] Own)> municipalities;
    private readonly EffectModel effects;

    public OutcomeModel(WorldSettings settings, IEnumerable<Municipality> municipalities, Outcome outcome, Grain grain, int first, int last)
    {
        (this.outcome, this.grain, this.first) = (outcome, grain, first);
        effects = new EffectModel(settings, outcome.Id, grain);
        common = Autoregression.Path(outcome.Common, new Chance(settings.Seed, outcome.Id + " common path"), 0, first, last);

        var level = new Chance(settings.Seed, outcome.Id + " level");
        var own = new Chance(settings.Seed, outcome.Id + " own path");
        this.municipalities = municipalities.ToDictionary(
            municipality => municipality.Code,
            municipality => (
                outcome.Level * outcome.BySkrGroup.GetValueOrDefault(municipality.SkrGroup, 1) * level.At(municipality.Number, 0).Factor(outcome.Spread),
                Autoregression.Path(outcome.Own, own, municipality.Number, first, last)));
    }

    public double Mean(Municipality municipality, int period)
    {
        var (ratio, add) = effects.At(municipality, period);
        return (MeanWithoutEffects(municipality, period) * ratio) + add;
    }

    public double MeanWithoutEffects(Municipality municipality, int period)
    {
        var (level, own) = municipalities[municipality.Code];
        var season = outcome.Season.Count > 0 ? outcome.Season[Period.Place(grain, period)] : 1;
        var year = outcome.Years.GetValueOrDefault(Period.Year(grain, period), 1);
        return level * season * year * common[period - first] * own[period - first];
    }
}
