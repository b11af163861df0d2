using Utvardering.Evaluation.Plans;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Evaluation.Tests;

public sealed class PlanFileTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "pipelines", "evaluation", "pilot-2024.yaml"));

    [Fact]
    public void The_plan_of_the_repository_is_read_whole()
    {
        var plan = Load(Text);

        Assert.Equal("pilot", plan.TreatedGroup);
        Assert.Equal(
            ["vs-bra", "vs-similar", "vs-never-treated", "synthetic-did", "augmented-control", "controlled-series"], plan.Designs.Select(design => design.Id));
        Assert.Equal(-0.10, plan.Outcomes.Single(outcome => outcome.Id == "fire").Matters, 12);
        Assert.Equal(new DateOnly(2019, 7, 1), plan.Outcomes.Single(outcome => outcome.Id == "fire").PreFrom);
    }

    [Theory]
    [InlineData("estimator: did-2x2", "estimator: did", "'estimator' is 'did', which is not one of: did-2x2, synthetic-did")]
    [InlineData("bra:reported:1210", "bra:reported:9999", "is 'bra:reported:9999', which is no indicator of the registry")]
    [InlineData("matters: -10%", "matters: -0.1", "'matters' is '-0.1', which is not a percentage such as -10%")]
    [InlineData("level: 0.95", "level: 95", "'level' is 95, which is not between 0 and 1")]
    [InlineData("draws: 9999", "draws: 9", "with fewer than 99 draws")]
    [InlineData("id: violence_public_servants", "id: fire", "is a second 'fire'")]
    [InlineData("inference: {method: jackknife}", "inference: {method: exact-randomisation}", "'method' is 'exact-randomisation', which is not one of: jackknife")]
    [InlineData("matters: -10%", "matters: 0%", "any change would matter then")]
    [InlineData("lead: 2", "lead: 1", "has 'lead: 1' twice (vs-bra, vs-similar)")]
    [InlineData("donorPools: [similar-kolada", "donorPools: [similar-koalda", "is 'similar-koalda', which is no group of the registry")]
    [InlineData("rollInMonths: 3", "rollInMonths: -3", "should not be below 0")]
    [InlineData("countModel: true", "countModell: true", "unknown key 'countModell'")]
    [InlineData("seed:", "sead:", "the key 'seed' is missing, where there is plan, fixed")]
    public void A_mistake_is_told_with_its_line(string right, string wrong, string told)
    {
        var broken = Text.Replace(right, wrong, StringComparison.Ordinal);

        var fault = Assert.Throws<InputException>(() => Load(broken));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Matches(@"pilot-2024\.yaml line \d+: ", fault.Message);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_each_with_its_line()
    {
        var broken = Text
            .Replace("level: 0.95", "level: 95", StringComparison.Ordinal)
            .Replace("role: primary, matters: 20%", "role: main, matters: twenty", StringComparison.Ordinal)
            .Replace("control: similar-wide", "control: similar-wild", StringComparison.Ordinal);

        var lines = Assert.Throws<InputException>(() => Load(broken)).Message.Split('\n');

        Assert.Equal("5 mistakes:", lines[0]);
        Assert.Equal(["'level' is 95", "'role' is 'main'", "'matters' is 'twenty'", "'control' is 'similar-wild'", "'control' is 'similar-wild'"], lines[1..].Select(line => line.Split(": ", 2)[1].Split(',')[0]));
        Assert.All(lines[1..], line => Assert.Matches(@"pilot-2024\.yaml line \d+: ", line));
    }

    private static EvaluationPlan Load(string text)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["evaluation"]);
        File.WriteAllText(folder["evaluation/pilot-2024.yaml"], text);
        return PlanFile.Load(folder.Path, "pilot-2024", SmallWarehouse.Registry);
    }
}
