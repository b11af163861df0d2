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
        Assert.Equal(["vs-bra", "vs-never-treated"], plan.Designs.Select(design => design.Id));
        Assert.Equal(-0.10, plan.Outcomes.Single(outcome => outcome.Id == "fire").Matters, 12);
        Assert.Equal(new DateOnly(2019, 7, 1), plan.Outcomes.Single(outcome => outcome.Id == "fire").PreFrom);
    }

    [Theory]
    [InlineData("estimator: did-2x2", "estimator: did", "'estimator' is 'did', which is not one of: did-2x2")]
    [InlineData("bra:reported:1210", "bra:reported:9999", "is 'bra:reported:9999', and the registry has no such indicator")]
    [InlineData("matters: -10%", "matters: -0.1", "'matters' is '-0.1', which is not a percentage such as -10%")]
    [InlineData("level: 0.95", "level: 95", "'level' is 95, which is not between 0 and 1")]
    [InlineData("draws: 9999", "draws: 9", "with fewer than 99 draws")]
    [InlineData("id: violence_public_servants", "id: fire", "has 'fire' twice")]
    [InlineData("seed:", "sead:", "the key 'seed' is missing, where there is plan, fixed")]
    public void A_mistake_is_told_with_its_line(string right, string wrong, string told)
    {
        var broken = Text.Replace(right, wrong, StringComparison.Ordinal);

        var fault = Assert.Throws<InputException>(() => Load(broken));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Matches(@"pilot-2024\.yaml line \d+: ", fault.Message);
    }

    private static EvaluationPlan Load(string text)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["evaluation"]);
        File.WriteAllText(folder["evaluation/pilot-2024.yaml"], text);
        return PlanFile.Load(folder.Path, "pilot-2024", SmallWarehouse.Registry);
    }
}
