using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>
/// How a plan stands to the copy kept when it was fixed (<c>pipelines/evaluation/fixed</c>). The copy is data of the repository, so that a run
/// stays a function of its inputs and a researcher's run says the same of the plan as the evaluator's.
/// </summary>
/// <param name="Hash">SHA-256 of what the plan says; see <see cref="PlanContent"/>.</param>
/// <param name="IsFixed">Whether there is a copy.</param>
/// <param name="Changes">Where the plan differs from the copy.</param>
public sealed record PlanStanding(string Hash, bool IsFixed, IReadOnlyList<PlanChange> Changes)
{
    /// <summary>A plan that was never fixed, or changed afterwards, can only explore.</summary>
    public bool IsExploratory => !IsFixed || Changes.Count > 0;

    /// <exception cref="InputException">The plan or its copy can't be read.</exception>
    public static PlanStanding Of(string pipelines, string plan)
    {
        var now = PlanContent.Of(SettingsFile.Load(PathOf(pipelines, plan)));
        var copy = CopyOf(pipelines, plan);
        return File.Exists(copy)
            ? new(now.Hash, true, PlanContent.Of(SettingsFile.Load(copy)).ChangesTo(now))
            : new(now.Hash, false, []);
    }

    /// <summary>Keeps the plan as it is now as the fixed one.</summary>
    /// <param name="pipelines">The folder <c>pipelines</c>.</param>
    /// <param name="plan">The plan's name.</param>
    /// <param name="seen">Runs of the plan on real figures: with them its results have been seen, and it can't be fixed anew.</param>
    /// <exception cref="InputException">Results of another version of the plan have been seen.</exception>
    public static PlanStanding Fix(string pipelines, string plan, IReadOnlyList<string> seen)
    {
        var standing = Of(pipelines, plan);
        if (standing is { IsFixed: true, Changes.Count: > 0 } && seen.Count > 0)
        {
            throw new InputException(
                $"The plan {plan} was fixed before and results of it on real figures have been seen (run {string.Join(", ", seen)}): fixing it anew would pass exploration off as a test. "
                + $"Run it as it is, which marks it exploratory and shows the difference, or write a new plan under another name for figures that nobody has seen.");
        }

        var copy = CopyOf(pipelines, plan);
        DurableFile.CreateFolder(Path.GetDirectoryName(copy)!);
        DurableFile.Write(copy, File.ReadAllBytes(PathOf(pipelines, plan)));
        return Of(pipelines, plan);
    }

    private static string PathOf(string pipelines, string plan) => Path.Combine(pipelines, "evaluation", plan + ".yaml");

    private static string CopyOf(string pipelines, string plan) => Path.Combine(pipelines, "evaluation", "fixed", plan + ".yaml");
}
