using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Model;

/// <summary>The planted effects of one outcome.</summary>
internal sealed class EffectModel(WorldSettings settings, string outcome, Grain grain)
{
    private readonly (PlantedEffect Effect, HashSet<string> Members)[] effects =
    [
        .. settings.Effects
            .Where(effect => effect.Outcome == outcome)
            .Select(effect => (effect, settings.Groups[effect.Group].Members.ToHashSet())),
    ];

    /// <summary>What the mean is multiplied by, and what is then added to it.</summary>
    public (double Ratio, double Add) At(Municipality municipality, int period)
    {
        var (ratio, add) = (1.0, 0.0);
        foreach (var (effect, members) in effects)
        {
            var periods = period - Period.Of(grain, effect.From) + 1;
            if (periods < 1 || !members.Contains(municipality.Code))
            {
                continue;
            }

            var phase = Math.Min(1.0, (double)periods / effect.PhaseInPeriods);
            switch (effect.Change)
            {
                case EffectChange.Ratio:
                    ratio *= 1 + (effect.Size * phase);
                    break;
                case EffectChange.Add:
                    add += effect.Size * phase;
                    break;
                default:
                    ratio *= Math.Pow(1 + effect.Size, (double)periods / (int)grain);
                    break;
            }
        }

        return (ratio, add);
    }
}
