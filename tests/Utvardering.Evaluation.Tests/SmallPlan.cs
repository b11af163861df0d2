using Utvardering.Evaluation.Plans;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Tests;

/// <summary>A plan of one outcome and one design, to be varied with <c>with</c>.</summary>
internal static class SmallPlan
{
    public const string Fire = "bra:reported:1210";

    private static readonly LocalText Words = new("sv", "en");

    public static EvaluationPlan Plan { get; } = new()
    {
        Id = "test",
        Fixed = new DateOnly(2026, 1, 1),
        Title = Words,
        Known = Words,
        TreatedGroup = "pilot",
        Programme = "forstarkningsteam",
        Shown = ["pilot", "bra-supported"],
        Level = 0.95,
        Seed = 1,
        Coverage = 0.9,
        Windows = new(0, 0),
        Multiplicity = "holm",
        Families = [new("crime", Words, Words)],
        Outcomes = [new("fire", Fire, "crime", "primary", -0.1, new DateOnly(2019, 7, 1))],
        Designs = [Design("vs-bra", "did-2x2", "bra-supported", "exact-randomisation") with { Lead = 1 }],
        Sensitivity = new(),
        Power = new(0.8, 40),
    };

    public static Design Design(string id, string estimator, string control, string inference, int draws = 0) => new()
    {
        Id = id,
        Title = Words,
        Estimator = estimator,
        Control = control,
        KeepsOtherProgrammes = true,
        Inference = inference,
        Draws = draws,
        Contrast = Words,
    };
}
