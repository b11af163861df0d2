using Utvardering.SampleData.Chances;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Bra;

/// <summary>Reported offences of one code by municipality and month, as they end up and as they were first known.</summary>
internal sealed class OffenceCounts(World world, Offence offence)
{
    /// <summary>The unit of the draws for offences without a known municipality, which has no code.</summary>
    private const int UnknownPlace = 0;

    private readonly OffenceSettings settings = world.Settings.Offences;
    private readonly OutcomeModel model = world.Model(offence, Grain.Month, world.Settings.Offences.FirstYear);
    private readonly Chance count = new(world.Settings.Seed, offence.Id + " count");
    private readonly Chance late = new(world.Settings.Seed, offence.Id + " late");
    private readonly Chance missing = new(world.Settings.Seed, offence.Id + " missing");

    /// <summary>Offences per 100 000 inhabitants.</summary>
    public OutcomeModel Rate => model;

    /// <summary>The mean number of offences.</summary>
    public double Mean(Municipality municipality, int month) => model.Mean(municipality, month) * Inhabitants(municipality, month) / 100_000;

    /// <summary>Inhabitants on the last day of the year before, by which Brå divides.</summary>
    public int Inhabitants(Municipality municipality, int month) => world.Population.Total(municipality, Period.Year(Grain.Month, month) - 1);

    /// <summary>The number as known by the world's day; null where the source writes that it is not available.</summary>
    public int? Known(Municipality municipality, int month) =>
        missing.At(municipality.Number, month).Uniform() < settings.Missing ? null : Known(municipality.Number, month, Final(municipality, month));

    /// <summary>The number once the year is final.</summary>
    public int Final(Municipality municipality, int month) =>
        count.At(municipality.Number, month).Count(Mean(municipality, month), offence.Dispersion);

    /// <summary>Offences whose place was not written down, as known by the world's day.</summary>
    public int KnownWithoutPlace(int month)
    {
        var mean = settings.UnknownPlace.Share * world.Municipalities.Sum(municipality => Mean(municipality, month));
        return Known(UnknownPlace, month, count.At(UnknownPlace, month).Count(mean, 0));
    }

    // The draw is the same whichever day the world is seen from, so an offence that has come in stays in.
    private int Known(int unit, int month, int final)
    {
        if (!world.Calendar.IsPreliminary(Period.Year(Grain.Month, month)))
        {
            return final;
        }

        var notYet = settings.LateShare * Math.Pow(0.5, world.Calendar.Revisions(month) / settings.LateHalfLifeMonths);
        return final - late.At(unit, month).Successes(final, notYet);
    }
}
