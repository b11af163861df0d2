using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Tests.Made;

/// <summary>Rows of results with figures chosen for the test, as an evaluation would write them.</summary>
internal static class MadeRows
{
    public static EffectRow Effect(OutcomeRow outcome, string design, double estimate, double low, double high, double p) => new()
    {
        ResultId = $"effect:{outcome.OutcomeId}:{design}", PlanId = "pilot-2024", OutcomeId = outcome.OutcomeId, DesignId = design, IndicatorId = outcome.IndicatorId,
        Origin = outcome.IndicatorId.StartsWith("delivery:", StringComparison.Ordinal) ? "delivered" : "published", Estimator = "did-2x2",
        Inference = design == "vs-bra" ? "exact-randomisation" : "sampled-randomisation", Estimate = estimate, Low = low, High = high, Level = 0.95, PValue = p,
        MinimumPValue = design == "vs-bra" ? 2.0 / 462 : 0.0001, TreatedUnits = 6, ControlUnits = design == "vs-bra" ? 5 : 268, Assignments = design == "vs-bra" ? 462 : 10_000,
        Seed = 20240101, Source = Source(outcome), Vintage = Vintage(outcome),
    };

    /// <summary>The effect with levels, the relative effect that follows from them, and windows.</summary>
    public static EffectRow With(
        this EffectRow row, (double Before, double After) treated, (double Before, double After) control, DateOnly beforeFrom, DateOnly beforeTo, DateOnly afterFrom, DateOnly afterTo)
    {
        // ρ(τ) = τ ÷ (treated after − τ), as the evaluation computes it.
        double Relative(double effect) => double.IsNegativeInfinity(effect) ? -1 : effect >= treated.After ? double.PositiveInfinity : effect / (treated.After - effect);
        return row with
        {
            TreatedBefore = treated.Before, TreatedAfter = treated.After, ControlBefore = control.Before, ControlAfter = control.After,
            Relative = Relative(row.Estimate!.Value), RelativeLow = Relative(row.Low!.Value), RelativeHigh = Relative(row.High!.Value),
            BeforeFrom = beforeFrom, BeforeTo = beforeTo, AfterFrom = afterFrom, AfterTo = afterTo,
        };
    }

    public static IEnumerable<EventStudyRow> Event(OutcomeRow outcome, string design, string grain, int before, int after, double size, double width, long? persons = null)
    {
        var step = grain == "quarter" ? 3 : 12;
        for (var relative = -before; relative < after; relative++)
        {
            var start = MadePlan.Start.AddMonths(relative * step);
            var estimate = relative == -1 ? 0 : Math.Round((width * 0.4 * Math.Round(Charts.RecipeSeries.Noise(7, relative), 3)) + (relative >= 0 ? size : 0), 3);
            yield return new EventStudyRow
            {
                ResultId = $"event:{outcome.OutcomeId}:{design}:{start:yyyy-MM}", OutcomeId = outcome.OutcomeId, DesignId = design, IndicatorId = outcome.IndicatorId,
                Origin = persons is null ? "published" : "delivered", Relative = relative, PeriodStart = start, Grain = grain, Reference = relative == -1, Complete = true,
                Estimate = estimate, Low = relative == -1 ? null : estimate - width, High = relative == -1 ? null : estimate + width, Level = 0.95,
                PValue = relative == -1 ? null : 0.4, Persons = persons, Source = Source(outcome), Vintage = Vintage(outcome),
            };
        }
    }

    public static DiagnosticRow PreTrend(OutcomeRow outcome, string design, double p, int periods, bool warning = false) => new()
    {
        ResultId = $"diagnostic:{outcome.OutcomeId}:{design}:pre-trend", OutcomeId = outcome.OutcomeId, DesignId = design,
        Origin = outcome.IndicatorId.StartsWith("delivery:", StringComparison.Ordinal) ? "delivered" : "published",
        Kind = "pre_trend_joint", Warning = warning, Value = 1.8, Limit = periods, PValue = p, Persons = 400,
    };

    public static DiagnosticRow Warning(OutcomeRow outcome, string design, string kind, double? value = null, string? unit = null) => new()
    {
        ResultId = $"diagnostic:{outcome.OutcomeId}:{design}:{kind}:{unit}", OutcomeId = outcome.OutcomeId, DesignId = design, Origin = "published", Kind = kind, Warning = true, Value = value, Unit = unit,
    };

    public static DecisionRow NotEstimable(OutcomeRow outcome, string design, string sv, string en)
        => new() { OutcomeId = outcome.OutcomeId, DesignId = design, Kind = "not_estimable", ReasonSv = sv, ReasonEn = en };

    public static DecisionRow LeftOut(OutcomeRow outcome, string design, string code, string name) => new()
    {
        OutcomeId = outcome.OutcomeId, DesignId = design, MunicipalityCode = code, Kind = "left_out",
        ReasonSv = $"{name} har uppgift för 40 procent av perioderna före och 100 procent av perioderna efter start; minst 90 procent krävs.",
        ReasonEn = $"{name} has data for 40 per cent of the periods before and 100 per cent of those after the start; at least 90 per cent is required.",
    };

    public static string Source(OutcomeRow outcome) => outcome.IndicatorId.Split(':')[0] switch { "bra" => "bra-sol", "kolada" => "kolada", _ => "deliveries" };

    public static string Vintage(OutcomeRow outcome) => MadePlan.Sources.Single(source => source.Source == Source(outcome)).Vintage;
}
