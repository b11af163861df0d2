using Utvardering.SampleData.Chances;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Model;

/// <summary>
/// Inhabitants on 31 December by age 0–20, all ages and sex: synthetic sizes around the SKR group's median that grow evenly,
/// and birth cohorts that keep their size as they grow older.
/// </summary>
internal sealed class PopulationModel
{
    public const int OldestAge = 20;

    private readonly PopulationSettings settings;
    private readonly int lastYear;
    private readonly double[] births;
    private readonly Dictionary<string, int[,,]> inhabitants;

    public PopulationModel(WorldSettings world, IEnumerable<Municipality> municipalities, int lastYear)
    {
        (settings, this.lastYear) = (world.Population, lastYear);
        births = [.. Enumerable.Range(settings.FirstYear - OldestAge, lastYear - settings.FirstYear + OldestAge + 1).Select(Births)];
        var groups = world.SkrGroups.ToDictionary(group => group.Code);
        inhabitants = municipalities.ToDictionary(
            municipality => municipality.Code,
            municipality => Inhabitants(world.Seed, municipality, groups[municipality.SkrGroup]));
    }

    /// <summary>Inhabitants of all ages.</summary>
    public int Total(Municipality municipality, int year) => Total(municipality, year, Sex.Men) + Total(municipality, year, Sex.Women);

    public int Total(Municipality municipality, int year, Sex sex) => inhabitants[municipality.Code][year - settings.FirstYear, OldestAge + 1, (int)sex - 1];

    /// <summary>Inhabitants from the first age to the last, both included and at most 20.</summary>
    public int Aged(Municipality municipality, int year, Sex sex, int first, int last)
    {
        var counts = inhabitants[municipality.Code];
        var sum = 0;
        for (var age = first; age <= last; age++)
        {
            sum += counts[year - settings.FirstYear, age, (int)sex - 1];
        }

        return sum;
    }

    /// <summary>Inhabitants aged 16–24: the nine years are taken as large as the five known ones 16–20.</summary>
    public int Youth(Municipality municipality, int year, Sex sex) => Aged(municipality, year, sex, 16, OldestAge) * 9 / 5;

    private int[,,] Inhabitants(ulong seed, Municipality municipality, SkrGroup group)
    {
        var size = new Chance(seed, "population size").At(municipality.Number, 0);
        var drawn = group.Inhabitants * Math.Exp(group.Spread * size.Normal());
        var start = settings.Sizes.GetValueOrDefault(municipality.Code, Math.Max(settings.Smallest, drawn));
        var growth = group.Growth + (settings.GrowthSpread * size.Normal());
        var cohorts = new Chance(seed, "population cohort");

        var counts = new int[lastYear - settings.FirstYear + 1, OldestAge + 2, 2];
        for (var year = settings.FirstYear; year <= lastYear; year++)
        {
            var total = start * Math.Pow(1 + growth, year - settings.FirstYear);
            Split(year, OldestAge + 1, total, settings.Men);
            for (var age = 0; age <= OldestAge; age++)
            {
                var birthYear = year - age;
                var cohort = cohorts.At(municipality.Number, birthYear).Factor(settings.CohortSpread);
                Split(year, age, total * births[birthYear - settings.FirstYear + OldestAge] * group.Young * cohort, settings.Boys);
            }
        }

        return counts;

        void Split(int year, int age, double number, double men)
        {
            counts[year - settings.FirstYear, age, 0] = (int)Math.Round(number * men);
            counts[year - settings.FirstYear, age, 1] = (int)Math.Round(number * (1 - men));
        }
    }

    private double Births(int year)
    {
        var (before, after) = (settings.Births.Last(knot => knot.Key <= year), settings.Births.FirstOrDefault(knot => knot.Key > year));
        return after.Key == 0
            ? before.Value
            : before.Value + ((after.Value - before.Value) * (year - before.Key) / (after.Key - before.Key));
    }
}
