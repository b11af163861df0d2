using System.Globalization;
using Utvardering.Evaluation.Plans;
using Utvardering.Testing;
using Utvardering.Validation.Plans;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Validation.Tests;

/// <summary>The first worlds of the study in <c>docs/validation/plan.md</c>, held to what the page says of its 200.</summary>
public sealed class PlanTests
{
    private const int Worlds = 6;

    /// <summary>The chance at which a count is called another than the page's: among the eighty here one would be so in every seventh choice of seeds.</summary>
    private const double Rare = 0.001;

    private static readonly string Pipelines = Path.Combine(Repository.Root, "pipelines");
    private static readonly RegistryFiles Registry = RegistryFiles.Load(Pipelines);
    private static readonly Lazy<IReadOnlyDictionary<string, PlanTally>> Tallies = new(() => Run(Worlds));
    private static readonly ILookup<string, string[]> Page = File.ReadLines(Path.Combine(Repository.Root, "docs", "validation", "plan.md"))
        .TakeWhile(line => !line.StartsWith("## Real figures", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
        .ToLookup(cells => cells[0].Trim('`'));

    /// <remarks>The nominal rate: 5 per cent, of verdicts that say there is an effect. Of 12 verdicts more than 4 are rarer than 1 in 1 000.</remarks>
    [Fact]
    public void Outcomes_without_an_effect_are_not_called_supported_more_often_than_the_nominal_rate()
    {
        var nothing = new[] { "violence_public_servants", "violent_crime" }.Select(outcome => Tallies.Value[outcome]).ToList();

        Assert.InRange(nothing.Sum(tally => tally.Verdict("supported") + tally.Verdict("suggestive")), 0, Most(0.05, 2 * Worlds));
    }

    [Fact]
    public void A_trend_from_before_the_start_is_never_called_an_effect()
        => Assert.Equal(0, Tallies.Value["indoor_violence_children"].Verdict("supported") + Tallies.Value["indoor_violence_children"].Verdict("suggestive"));

    public static TheoryData<string> Outcomes => [.. SampleWorlds.Outcomes.Select(outcome => outcome.Id)];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Verdicts_fall_as_often_as_the_page_says(string outcome)
    {
        var told = Page[outcome].Single(cells => cells.Length == 7).Skip(2).Select(Share).ToList();
        string[] verdicts = ["supported", "suggestive", "inconclusive", "against", "not_estimable"];

        Assert.All(verdicts.Zip(told), pair => Holds(Tallies.Value[outcome].Verdict(pair.First), pair.Second, Worlds));
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Each_design_finds_and_covers_as_often_as_the_page_says(string outcome) => Assert.All(Page[outcome].Where(cells => cells.Length == 6), told =>
    {
        var (runs, found, covers, _) = Tallies.Value[outcome].Design(told[2]);
        Holds(found, Share(told[3]), runs);
        Holds(covers, Share(told[4]), runs);
    });

    [Fact]
    public void The_same_worlds_give_the_same_page()
        => Assert.Equal(PlanPage.Write(Run(1), null, 1, 0, 1), PlanPage.Write(Run(1), null, 1, 0, 1));

    private static IReadOnlyDictionary<string, PlanTally> Run(int worlds)
        => SampleWorlds.Run(PlanFile.Load(Pipelines, "pilot-2024", Registry), Registry, Pipelines, worlds, 1, TextWriter.Null);

    private static double Share(string cell) => double.Parse(cell.TrimEnd('%', ' '), CultureInfo.InvariantCulture) / 100;

    private static void Holds(int count, double told, int runs)
    {
        // Where none or all of 200 worlds were so, the share itself is known to some three in 200 only.
        var share = Math.Clamp(told, 0.015, 0.985);
        Assert.InRange(count, runs - Most(1 - share, runs), Most(share, runs));
    }

    /// <summary>The least count that a share reaches beyond with a chance of at most 1 in 1 000 (binomial).</summary>
    private static int Most(double share, int runs)
    {
        var (chance, beyond, count) = (Math.Pow(1 - share, runs), 1.0, 0);
        while ((beyond -= chance) > Rare)
        {
            chance *= (runs - count) / (count + 1.0) * share / (1 - share);
            count++;
        }

        return count;
    }
}
