using System.Globalization;
using Utvardering.SampleData.Chances;
using Utvardering.SampleData.Model;

namespace Utvardering.SampleData.Scb;

/// <summary>SCB's table TAB638 as far as the sample world has it: inhabitants on 31 December by region, age 0–20 and all, sex and year.</summary>
internal sealed class PopulationTable
{
    public const string Id = "TAB638";

    private const string AllAges = "tot";

    private readonly World world;
    private readonly Dictionary<string, ScbRegion> regions;
    private readonly Chance noise;

    public PopulationTable(World world)
    {
        this.world = world;
        noise = new Chance(world.Settings.Seed, "population cell key noise");
        var all = ScbRegion.All(world.Municipalities);
        regions = all.ToDictionary(region => region.Code);

        var first = world.Settings.Population.FirstYear;
        var years = Enumerable.Range(first, Math.Max(0, world.Calendar.LastPopulationYear - first + 1)).Select(Text).ToArray();
        var ages = Enumerable.Range(0, PopulationModel.OldestAge + 1).Select(age => (Text(age), Text(age) + " år"));
        Variables =
        [
            new("Region", "region", [.. all.Select(region => (region.Code, region.Label))], "code_value", MayBeLeftOut: true),
            new("Alder", "ålder", [.. ages, (AllAges, "totalt ålder")], "value", MayBeLeftOut: true, Total: AllAges),
            new("Kon", "kön", [("1", "män"), ("2", "kvinnor")], "value", MayBeLeftOut: true),
            new("ContentsCode", "tabellinnehåll", [("BE0101N1", "Folkmängd")], "value"),
            new("Tid", "år", [.. years.Select(year => (year, year))], "code"),
        ];
    }

    public IReadOnlyList<ScbVariable> Variables { get; }

    public string FirstYear => Variables[^1].Values.Select(year => year.Code).FirstOrDefault("");

    public string LastYear => Variables[^1].Values.Select(year => year.Code).LastOrDefault("");

    public string Label => $"Folkmängden efter region, ålder och kön. År {FirstYear}-{LastYear}";

    /// <summary>When the newest year came out, at SCB's hour.</summary>
    public string Updated => world.Calendar.PopulationPublished.ToString("yyyy-MM-dd'T06:00:00Z'", CultureInfo.InvariantCulture);

    /// <summary>What a reader of the years must know.</summary>
    public IReadOnlyList<string> Notes(IEnumerable<string> years)
    {
        List<string> notes = [];
        var noiseFrom = world.Settings.Population.CellKeyNoiseFrom;
        if (years.Any(year => Number(year) >= noiseFrom))
        {
            notes.Add(
                $"Från och med referensåret {noiseFrom} och framåt är en liten kontrollerad slumpmässig osäkerhet införd i samtliga redovisade uppgifter. " +
                "Redovisade totaler är därför inte alltid lika med summan av sina delar. Metoden heter Cell Key Method (CKM).");
        }

        notes.Add("Uppgiften avser förhållandet den 31 december. Syntetiska uppgifter i exempelvärlden, inte statistik.");
        return notes;
    }

    /// <summary>The value of a cell; a variable left out counts as its total.</summary>
    /// <param name="region">Null for the nation.</param>
    /// <param name="age">Null for all ages.</param>
    /// <param name="sex">Null for both.</param>
    public int Value(string? region, string? age, string? sex, string year) =>
        Value(regions[region ?? "00"], age is null or AllAges ? null : Number(age), sex is null ? null : (Sex)Number(sex), Number(year));

    private int Value(ScbRegion region, int? age, Sex? sex, int year)
    {
        var sum = 0;
        foreach (var municipality in region.Municipalities)
        {
            sum += (sex == Sex.Women ? 0 : Count(Sex.Men)) + (sex == Sex.Men ? 0 : Count(Sex.Women));

            int Count(Sex one) => age is { } single
                ? world.Population.Aged(municipality, year, one, single, single)
                : world.Population.Total(municipality, year, one);
        }

        return sum + Noise(region, age ?? PopulationModel.OldestAge + 1, (int)(sex ?? 0), year, sum);
    }

    // The Cell Key Method: every cell above zero, totals too, moves a little on its own.
    private int Noise(ScbRegion region, int age, int sex, int year, int value) => value == 0 || year < world.Settings.Population.CellKeyNoiseFrom
        ? 0
        : Math.Max(-value, (int)(noise.At(region.Number, (year * 100) + (age * 3) + sex).Uniform() * 5) - 2);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
