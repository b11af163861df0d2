using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;
using Utvardering.Testing;
using static Utvardering.Reporting.Tests.Made.MadeOutcomes;
using static Utvardering.Reporting.Tests.Made.MadeRows;

namespace Utvardering.Reporting.Tests.Wording;

/// <summary>Runs whose rows take the sentences through their rarer branches, read once.</summary>
public sealed class OddRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public OddRun()
    {
        Context = Read(
            MadeRuns.Real() with
            {
                Outcomes = [Fire, Assessment, ReReferral, Days],
                Effects =
                [
                    Effect(Fire, "vs-bra", -0.3, double.NegativeInfinity, 0.5, 0.42) with { TreatedBefore = 3.4 },
                    Effect(Fire, "vs-never-treated", -0.3, -1.1, double.PositiveInfinity, 0.42) with { TreatedBefore = 3.4, Relative = -0.0001 },
                    Effect(Assessment, "vs-bra", 1, double.NegativeInfinity, double.PositiveInfinity, 1) with { TreatedBefore = 31, Persons = 900 },
                    Effect(ReReferral, "vs-bra", 1, 0, 2, 0.5) with { Persons = 4 },
                ],
                Verdicts =
                [
                    Effect(Fire, "vs-bra", -0.3, double.NegativeInfinity, 0.5, 0.42).Verdict(Fire, "not_estimable", "unbounded"),
                    Effect(Assessment, "vs-bra", 1, 0, 2, 1).Verdict(Assessment, "inconclusive", "holds_both") with { Persons = 900 },
                    Effect(ReReferral, "vs-bra", 1, 0, 2, 0.5).Verdict(ReReferral, "inconclusive", "holds_both") with { Persons = 4 },
                    NoVerdict(Days),
                ],
                Power = [Power(Fire, "vs-bra", double.PositiveInfinity, 0.02), Power(ReReferral, "vs-bra", 0.4, 0.1, 4)],
                Diagnostics =
                [
                    PreTrend(Fire, "vs-bra", 0.02, 17, warning: true), PreTrend(ReReferral, "vs-bra", 0.5, 7) with { Persons = 4 }, Warning(Assessment, "vs-bra", "no_pre_periods") with { Persons = 900 },
                    .. new[] { "few_treated_units", "few_control_units", "short_window_before", "short_window_after" }.Select(kind => Warning(Fire, "vs-bra", kind, 3)),
                    .. MadePlan.Municipalities.Take(5).Select(place => Warning(Fire, "vs-never-treated", "periods_missing", 80, place.Code)),
                    Warning(Fire, "vs-bra", "unit_left_out", null, "0305"), Warning(Fire, "vs-bra", "minimum_p_value_above_level"), Warning(Fire, "vs-bra", "no_variation"),
                    Warning(Fire, "vs-bra", "counterfactual_not_positive"), Warning(Fire, "vs-never-treated", "assignments_sampled", 10_000),
                ],
                Decisions =
                [
                    new() { OutcomeId = "structured_assessment", DesignId = "vs-bra", Kind = "no_power", ReasonSv = "Tiden före starten är för kort.", ReasonEn = "The time before the start is too short." },
                    NotEstimable(ReReferral, "vs-never-treated", "Ingen av jämförelsekommunerna har uppgiften.", "None has the figures."),
                    NotEstimable(Days, "vs-bra", "Ingen källa i körningen har uppgiften.", "No source has it."), NotEstimable(Days, "vs-never-treated", "Ingen källa i körningen har uppgiften.", "No source has it."),
                ],
                Sources = MadePlan.Sources,
            },
            "odd");
        Plain = Read(MadeRuns.Real(), "plain");
    }

    internal ReportContext Context { get; }

    /// <summary>The run on published figures as it is.</summary>
    internal ReportContext Plain { get; }

    public void Dispose() => folder.Dispose();

    private ReportContext Read(MadeRun run, string name) => new(new ReportRows(run.Release(folder, name)), ReportLanguage.Swedish);
}
