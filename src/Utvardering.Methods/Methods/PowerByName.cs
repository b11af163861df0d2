using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Power;
using Utvardering.Statistics.Results;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

internal sealed class PowerByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "power",
        Title = "The smallest effect that a design would find in these data",
        Summary = "Units are declared treated at random in periods when nobody was, an effect is put in, and the design's own test is run: the smallest effect found with the chance asked for. "
            + "Know it before looking at the result: a result that is not significant then means \"could not have seen less than this\", not \"no effect\". The false alarm rate shows whether the test is to be believed.",
        Sources = ["Bertrand, Duflo and Mullainathan (2004)", "Black, Hollingsworth, Nunes and Simon (2022), Simulated Power Analyses for Observational Studies", "Burlig, Preonas and Woerman (2020) for the formula"],
        Columns = [PanelColumns.Unit, PanelColumns.Time, PanelColumns.Outcome, PanelColumns.Treated, PanelColumns.Cohort, PanelColumns.Cluster, PanelColumns.Exposure, PanelColumns.Weights, PanelColumns.Covariates],
        Options =
        [
            MethodOption.Choice(
                "design",
                "Whose test is run. synthetic-control: several pooled, by averages of placebos; synthetic-control-unit: one, by its RMSPE ratio's rank among the donors'. "
                + "event-study: the mean of all times from the start on. its: the treated together as one series, the level alone may change; controlled: beyond the others' series. "
                + "synthetic-did-draws and augmented-synthetic-control have none of their own and are judged by the placebo test that the draws are.",
                [.. PowerDesigns.All.Keys]) with { Refused = PowerDesigns.Refused },
            new("treated", OptionKind.WholeNumber, null, "Units treated in each draw; as many as the table's treated where not given.") { Minimum = 1 },
            new("before", OptionKind.WholeNumber, null, "Periods before the start in each draw; half of those before the table's start where not given.") { Minimum = 1 },
            new("after", OptionKind.WholeNumber, null, "Periods from the start in each draw; the rest where not given.") { Minimum = 1 },
            RandomisationByName.Strata with { For = ("design", [.. PowerDesigns.All.Where(design => design.Value.TakesStrata).Select(design => design.Key)]) },
            new("affected", OptionKind.Column, null, "Triple difference: the column that is 1 in rows of the group that treatment can affect and 0 in those of the other; the design is run on their gap, which in a complete panel is the triple difference."),
            MethodOption.Choice("kind", "Whether the effect is added or a share of the outcome.", "additive", "relative"),
            MethodOption.Choice("direction", "Whether the effect sought raises the outcome or lowers it.", "raises", "lowers"),
            new("power", OptionKind.Number, "0.8", "The chance with which the effect shall be found.") { Minimum = 0.1, Maximum = 0.99 },
            new("draws", OptionKind.WholeNumber, "1000", "Draws.") { Minimum = 20, Maximum = 100_000 },
            MethodOption.Grain,
            MethodOption.Confidence,
        ],
        Estimates = [new("detectable", "The smallest effect found with the chance asked for; its interval is that of the simulation.")],
        Tables =
        [
            new("power", "The design in these data.",
            [
                new("detectable", "smallest effect found"), new("sizeCorrected", "the same once false alarms are held at the level"), new("analytic", "by the serial-correlation-robust formula"),
                new("falseAlarms", "share of draws in which an effect is found where there is none"), new("draws", "draws"), new("linear", "whether the test's linearity was used"),
            ]),
            new("curve", "Power by size of effect.", [new("effect", "size"), new("power", "share of draws that find it")]),
        ],
        UsesSeed = true,
        Examples =
        [
            new("--unit municipality --time year --outcome rate --cohort start --options design=randomisation", "As many treated as there are, in the years before the start"),
            new("--unit municipality --time month --outcome rate --options design=twfe-cr2 treated=6 before=24 after=12 direction=lowers kind=relative", "A design not yet begun: six treated units, a fall in per cent"),
            new("--unit municipality --time year --outcome rate --cohort start --options design=randomisation-studentised strata=kind", "The studentised test within kinds of municipality"),
            new("--unit municipality --time year --outcome rate --cohort start --options design=twfe affected=under18", "A triple difference of two ages"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var named = input.Options.Text("design");
        var design = PowerDesigns.All[named];
        Check(input, named, design);
        var panel = input.Options.Has("affected") ? new TwoGroups(input, input.Options.Text("affected"), input.Columns.Outcome!).Gap : input.Panel;
        var setting = new PowerSetting(
            input.Confidence, [.. input.Columns.Covariates], input.Options.Has("strata") ? input.OfUnits(input.Options.Text("strata")) : null, input.Time);
        var treated = panel.Units.Where((_, unit) => panel.Cohorts[unit] is not null).Count();
        var first = panel.Cohorts.Min() ?? panel.Periods[^1] + 1;
        var clean = panel.Periods.Count(period => period < first);
        var before = input.Options.WholeOrNull("before") ?? Math.Max(1, clean / 2);
        var power = PlaceboPower.MinimumDetectableEffect(panel, draw => Refusing(design.Prepare(draw, setting)), new()
        {
            TreatedUnits = input.Options.WholeOrNull("treated") ?? Math.Max(1, treated),
            Before = before,
            After = input.Options.WholeOrNull("after") ?? Math.Max(1, clean - before),
            Lowers = input.Options.Text("direction") == "lowers",
            Kind = input.Options.Text("kind") == "additive" ? EffectKind.Additive : EffectKind.Relative,
            Power = input.Options.Number("power"),
            Draws = input.Options.Whole("draws"),
            JudgedByPValue = design.IsJudgedByPValue,
            Seed = input.Seed,
        });
        var largest = power.Thresholds.LastOrDefault(double.IsFinite);
        return new()
        {
            Estimates =
            [
                new("detectable", new Estimate
                {
                    Method = $"minimum detectable effect of {named}{(input.Options.Has("affected") ? " of the gap between groups" : "")}, placebo draws",
                    Value = power.DetectableEffect,
                    Interval = power.MonteCarlo,
                    Sample = new(panel.Units.Length * clean, panel.Units.Length, treated, clean),
                    Seed = power.Seed,
                }),
            ],
            Tables =
            [
                Description.Tables[0].Filled([[power.DetectableEffect, power.SizeCorrectedEffect, power.AnalyticEffect, power.FalseAlarmRate, power.Thresholds.Length, power.IsLinear]]),
                Description.Tables[1].Filled(Enumerable.Range(0, 21).Select(i => new object?[] { largest * i / 20, power.PowerAt(largest * i / 20) })),
            ],
        };
    }

    private static void Check(MethodInput input, string named, PowerDesign design)
    {
        if (input.Columns.Covariates.Count > 0 && (!design.TakesCovariates || input.Options.Has("affected")))
        {
            throw new InputException($"{(design.TakesCovariates ? "The gap between groups" : $"Design {named}")} takes no covariates: leave --covariates out, or use one of {Names(one => one.TakesCovariates)}.");
        }

        if (input.Columns.Weights is not null && !design.TakesWeights)
        {
            throw new InputException($"Design {named} weighs every unit the same: leave --weights out, or use one of {Names(one => one.TakesWeights)}.");
        }
    }

    private static string Names(Func<PowerDesign, bool> wanted) => string.Join(", ", PowerDesigns.All.Where(design => wanted(design.Value)).Select(design => design.Key));

    private static Func<CohortPanel, Estimate> Refusing(Func<CohortPanel, Estimate> design) => panel => SensitivityChecks.Refusing(design, panel);
}
