using Utvardering.Evaluation;
using Utvardering.Evaluation.Plans;
using Utvardering.SampleData.Bra;
using Utvardering.SampleData.Kolada;
using Utvardering.SampleData.Model;
using Utvardering.Testing.Marts;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Validation.Plans;

/// <summary>The plan on made-up worlds that differ in their seed alone: what was planted is known, so it can be counted how often it is found and covered.</summary>
internal static class SampleWorlds
{
    /// <summary>An outcome with what is true of it.</summary>
    /// <param name="Id">The plan's name of it.</param>
    /// <param name="Sv">The truth in words.</param>
    /// <param name="En">The truth in words.</param>
    /// <param name="Truth">By design the effect its contrast has.</param>
    /// <param name="IsShare">Whether the truth is a share, else in the indicator's unit.</param>
    public sealed record Planted(string Id, string Sv, string En, Func<string, double> Truth, bool IsShare);

    public static IReadOnlyList<Planted> Outcomes { get; } =
    [
        new("violence_public_servants", "ingen effekt", "no effect", _ => 0, true),
        new("violent_crime", "ingen effekt", "no effect", _ => 0, true),
        new("fire", "−25 %", "−25 %", _ => -0.25, true),
        new("investigation_days", "−12 dagar", "−12 days", _ => -12, false),
        new("outdoor_violence_children", "−30 %, också i kommunerna med Brås stöd", "−30 %, in the municipalities with Brå's support too", design => design == "vs-bra" ? 0 : -0.3, true),
        new("indoor_violence_children", "ingen effekt, men +4 % om året redan före", "no effect, but +4 % a year already before", _ => 0, true),
    ];

    public static IReadOnlyDictionary<string, PlanTally> Run(EvaluationPlan plan, RegistryFiles registry, string pipelines, int seeds, ulong first, TextWriter progress)
    {
        var small = Simulated(plan) with { Outcomes = [.. plan.Outcomes.Where(outcome => Outcomes.Any(planted => planted.Id == outcome.Id))] };
        var tallies = Outcomes.ToDictionary(planted => planted.Id, _ => new PlanTally(), StringComparer.Ordinal);
        var read = World.Load(pipelines, new DateOnly(2025, 12, 31));
        for (var seed = first; seed < first + (ulong)seeds; seed++)
        {
            var world = new World(read.Settings with { Seed = seed }, read.Municipalities, read.AsOf);
            using var marts = Marts(world, registry, small);
            var rows = new Evaluator(marts.Database, small with { Seed = seed }, "simulated", registry).Run();
            foreach (var planted in Outcomes)
            {
                tallies[planted.Id].Add(rows, planted.Id, planted.Truth, planted.IsShare);
            }

            progress.WriteLine($"world {seed - first + 1} of {seeds}");
        }

        return tallies;
    }

    /// <summary>The plan without what its verdicts do not rest on, so that hundreds can be made.</summary>
    public static EvaluationPlan Simulated(EvaluationPlan plan) => plan with
    {
        Power = plan.Power with { Draws = 0 },
        Sensitivity = plan.Sensitivity with { HonestMagnitudes = [], WildBootstrap = false, Studentised = false, DonorPools = ["never-treated"] },
        Designs = [.. plan.Designs.Where(design => design.Id is "vs-bra" or "vs-similar" or "vs-never-treated" or "synthetic-did")
            .Select(design => design.Draws > 0 ? design with { Draws = 1999 } : design)],
    };

    private static MartTables Marts(World world, RegistryFiles registry, EvaluationPlan plan)
    {
        var municipalities = world.Municipalities.ToDictionary(municipality => municipality.Code, StringComparer.Ordinal);
        var marts = SimulatedMarts.Of(registry, null, code => world.Population.Total(municipalities[code], 2023));
        foreach (var outcome in plan.Outcomes)
        {
            if (world.Settings.Offences.Codes.SingleOrDefault(code => code.Id == outcome.Indicator) is { } offence)
            {
                Offences(world, marts, new OffenceCounts(world, offence), outcome);
            }
            else
            {
                Figures(world, marts, new KoladaFigures(world, world.Settings.Kolada.Kpis.Single(kpi => kpi.Id == outcome.Indicator)), outcome);
            }
        }

        return marts;
    }

    private static void Offences(World world, MartTables marts, OffenceCounts counts, Outcome outcome)
    {
        for (var month = new DateOnly(2019, 7, 1); month <= world.AsOf; month = month.AddMonths(1))
        {
            foreach (var municipality in world.Municipalities)
            {
                var period = Period.Of(Grain.Month, month);
                double count = counts.Final(municipality, period), inhabitants = counts.Inhabitants(municipality, period);
                marts.Add(outcome.Indicator, municipality.Code, month, count, inhabitants, 100_000 * count / inhabitants);
            }
        }
    }

    private static void Figures(World world, MartTables marts, KoladaFigures figures, Outcome outcome)
    {
        for (var year = Math.Max(world.Settings.Kolada.FirstYear, outcome.PreFrom.Year); year <= world.AsOf.Year; year++)
        {
            foreach (var municipality in world.Municipalities)
            {
                var value = figures.Values(municipality, year).Single(part => part.Gender == "T").Value;
                double inhabitants = world.Population.Total(municipality, year);
                marts.Add(outcome.Indicator, municipality.Code, new DateOnly(year, 1, 1), value * inhabitants / 100_000, inhabitants, value);
            }
        }
    }
}
