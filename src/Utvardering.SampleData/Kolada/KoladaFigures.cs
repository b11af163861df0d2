using Utvardering.SampleData.Chances;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Kolada;

/// <summary>The values of one key figure by municipality and year, with what is missing and what is withheld.</summary>
internal sealed class KoladaFigures(World world, Kpi kpi)
{
    private static readonly (string Gender, Sex Sex)[] Genders = [("K", Sex.Women), ("M", Sex.Men)];

    private readonly OutcomeModel model = world.Model(kpi, Grain.Year, world.Settings.Kolada.FirstYear);
    private readonly Chance chance = new(world.Settings.Seed, kpi.Id + " value");
    private readonly Chance participation = new(world.Settings.Seed, kpi.Id + " participation");
    private readonly Chance missing = new(world.Settings.Seed, kpi.Id + " missing");

    public Kpi Kpi => kpi;

    public OutcomeModel Mean => model;

    /// <summary>The figure in its gender parts and as a total.</summary>
    public IReadOnlyList<KoladaValue> Values(Municipality municipality, int year)
    {
        if (participation.At(municipality.Number, 0).Uniform() > kpi.Participation || missing.At(municipality.Number, year).Uniform() < kpi.Missing)
        {
            return [.. Genders.Where(_ => kpi.ByGender).Select(part => KoladaValue.None(part.Gender, KoladaValue.Missing)), KoladaValue.None("T", KoladaValue.Missing)];
        }

        var mean = model.Mean(municipality, year);
        var draws = chance.At(municipality.Number, year);
        return kpi.Kind switch
        {
            KpiKind.Rate => [Rate(municipality, year, mean, draws)],
            KpiKind.Days => Days(municipality, year, mean, draws),
            KpiKind.Count => Counts(municipality, year, mean, draws),
            KpiKind.ChildRate => Parts(draws, mean / kpi.Per, sex => Children(municipality, year, sex), kpi.Per, few => few.Count > 0 && few.Count < kpi.SuppressBelow),
            KpiKind.CaseShare => Parts(draws, mean / 100, sex => draws.Count(kpi.CasesPerChild * Children(municipality, year, sex), 0), 100, few => few.Of < Math.Max(1, kpi.SuppressBelow)),
            KpiKind.Amount => [KoladaValue.Known("T", Math.Round(mean))],
            _ => Shares(municipality, year, mean, draws),
        };
    }

    private KoladaValue Rate(Municipality municipality, int year, double mean, Draws draws)
    {
        var inhabitants = world.Population.Total(municipality, year);
        return KoladaValue.Known("T", draws.Count(mean * inhabitants / 100_000, kpi.Dispersion) * 100_000.0 / inhabitants);
    }

    private KoladaValue[] Days(Municipality municipality, int year, double mean, Draws draws)
    {
        var parts = new (int Cases, double Days)[Genders.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var cases = draws.Count(kpi.CasesPerChild * Children(municipality, year, Genders[i].Sex), 0);
            parts[i] = (cases, (mean * Factor(Genders[i].Gender)) + (kpi.CaseSpread / Math.Sqrt(Math.Max(1, cases)) * draws.Normal()));
        }

        var all = parts.Sum(part => part.Cases);
        return
        [
            .. parts.Select((part, i) => Value(Genders[i].Gender, part.Cases, part.Days)),
            Value("T", all, parts.Sum(part => part.Cases * part.Days) / Math.Max(1, all)),
        ];

        KoladaValue Value(string gender, int cases, double days) => cases < kpi.SuppressBelow
            ? KoladaValue.None(gender, KoladaValue.Private)
            : KoladaValue.Known(gender, Math.Round(days, 1));
    }

    private KoladaValue[] Counts(Municipality municipality, int year, double mean, Draws draws)
    {
        var parts = Genders.Select(part => draws.Count(mean / 100 * Children(municipality, year, part.Sex) * Factor(part.Gender), 0)).ToArray();
        // One hidden part could be had as the total less the other, so then both are hidden.
        var anyPartHidden = parts.Any(Hidden);
        return
        [
            .. parts.Select((count, i) => Value(Genders[i].Gender, count, anyPartHidden)),
            Value("T", parts.Sum(), Hidden(parts.Sum())),
        ];

        bool Hidden(int count) => count > 0 && count < kpi.SuppressBelow;

        static KoladaValue Value(string gender, int count, bool hidden) =>
            hidden ? KoladaValue.None(gender, KoladaValue.Private) : KoladaValue.Known(gender, count);
    }

    private KoladaValue[] Shares(Municipality municipality, int year, double mean, Draws draws)
    {
        var parts = new (int Of, int Count)[Genders.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var youth = world.Population.Youth(municipality, year, Genders[i].Sex);
            parts[i] = (youth, draws.Successes(youth, mean / 100 * Factor(Genders[i].Gender)));
        }

        return
        [
            .. parts.Select((part, i) => KoladaValue.Known(Genders[i].Gender, 100.0 * part.Count / part.Of)),
            KoladaValue.Known("T", 100.0 * parts.Sum(part => part.Count) / parts.Sum(part => part.Of)),
        ];
    }

    /// <summary>So many out of so many, by sex and in all, in the base given. Where few are behind one part both parts are withheld.</summary>
    private KoladaValue[] Parts(Draws draws, double share, Func<Sex, int> of, double per, Func<(int Of, int Count), bool> few)
    {
        var parts = new (int Of, int Count)[Genders.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var all = of(Genders[i].Sex);
            parts[i] = (all, draws.Successes(all, Math.Min(0.98, share * Factor(Genders[i].Gender))));
        }

        var anyFew = parts.Any(few);
        return
        [
            .. parts.Select((part, i) => Value(Genders[i].Gender, part, anyFew)).Where(_ => kpi.ByGender),
            Value("T", (parts.Sum(part => part.Of), parts.Sum(part => part.Count)), few((parts.Sum(part => part.Of), parts.Sum(part => part.Count)))),
        ];

        KoladaValue Value(string gender, (int Of, int Count) part, bool hidden) => hidden || part.Of == 0
            ? KoladaValue.None(gender, KoladaValue.Private)
            : KoladaValue.Known(gender, per * part.Count / part.Of);
    }

    private int Children(Municipality municipality, int year, Sex sex) => world.Population.Aged(municipality, year, sex, 0, PopulationModel.OldestAge);

    private double Factor(string gender) => kpi.Genders.GetValueOrDefault(gender, 1);
}
