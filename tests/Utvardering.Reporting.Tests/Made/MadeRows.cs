using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Tests.Made;

/// <summary>Rows of results with figures chosen for the test, as an evaluation would write them.</summary>
internal static class MadeRows
{
    public static EffectRow Effect(OutcomeRow outcome, string design, double estimate, double low, double high, double p) => new()
    {
        ResultId = $"effect:{outcome.OutcomeId}:{design}", PlanId = "pilot-2024", PlanHash = MadeRuns.PlanHash, OutcomeId = outcome.OutcomeId, DesignId = design, IndicatorId = outcome.IndicatorId,
        Origin = Origin(outcome), Estimator = "did-2x2",
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
        Origin = Origin(outcome), Kind = "pre_trend_joint", Warning = warning, Value = 1.8, Limit = periods, PValue = p, Persons = 400,
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

    /// <summary>The verdict on an effect; the rules that decided are the test's.</summary>
    public static VerdictRow Verdict(this EffectRow effect, OutcomeRow outcome, string verdict, params string[] reasons) => new()
    {
        ResultId = $"verdict:{outcome.OutcomeId}", PlanId = "pilot-2024", PlanHash = MadeRuns.PlanHash, OutcomeId = outcome.OutcomeId, IndicatorId = outcome.IndicatorId, Origin = effect.Origin,
        DesignId = effect.DesignId, Verdict = verdict, Reasons = string.Join('\n', reasons), Relative = effect.Relative, RelativeLow = effect.RelativeLow, RelativeHigh = effect.RelativeHigh,
        PValue = effect.PValue, PHolm = effect.PHolm, Matters = outcome.Matters, DetectableRelative = 0.37, ChecksAgreeing = 3, ChecksMade = 4, Persons = effect.Persons, Source = effect.Source, Vintage = effect.Vintage,
    };

    /// <summary>The verdict on an outcome of which nothing could be estimated.</summary>
    public static VerdictRow NoVerdict(OutcomeRow outcome) => new()
    {
        ResultId = $"verdict:{outcome.OutcomeId}", PlanId = "pilot-2024", PlanHash = MadeRuns.PlanHash, OutcomeId = outcome.OutcomeId, IndicatorId = outcome.IndicatorId, Origin = "published",
        Verdict = "not_estimable", Reasons = "no_estimate", Matters = outcome.Matters, Source = "", Vintage = "",
    };

    public static PowerRow Power(OutcomeRow outcome, string design, double detectable, double atMatters, long? persons = null) => new()
    {
        ResultId = $"power:{outcome.OutcomeId}:{design}", OutcomeId = outcome.OutcomeId, DesignId = design, IndicatorId = outcome.IndicatorId, Origin = Origin(outcome), Power = 0.8, Level = 0.95,
        Detectable = detectable * 4, DetectableRelative = detectable, PowerAtMatters = atMatters, FalseAlarmRate = 0.05, Draws = 400, Grain = "quarter", BeforePeriods = 12, AfterPeriods = 6,
        TreatedUnits = 6, ControlUnits = 5, Persons = persons, Source = Source(outcome), Vintage = Vintage(outcome),
    };

    public static SensitivityRow Check(OutcomeRow outcome, string design, string kind, string variant, bool? agrees, double estimate = -0.4, double low = -0.9, double high = 0.1) => new()
    {
        ResultId = $"check:{outcome.OutcomeId}:{design}:{kind}:{variant}", OutcomeId = outcome.OutcomeId, DesignId = design, IndicatorId = outcome.IndicatorId, Origin = Origin(outcome), Kind = kind, Variant = variant,
        Estimate = estimate, Low = low, High = high, PValue = 0.2, Agrees = agrees, TreatedUnits = 6, ControlUnits = 5, Persons = 400, Source = Source(outcome), Vintage = Vintage(outcome),
    };

    /// <summary>A check that was not made.</summary>
    public static SensitivityRow Unmade(OutcomeRow outcome, string design, string kind, string variant, string why)
        => Check(outcome, design, kind, variant, null) with { Estimate = null, Low = null, High = null, PValue = null, NotMade = why };

    public static UnitEffectRow Unit(OutcomeRow outcome, string design, (string Code, string Name, string Group, double People) place, double estimate) => new()
    {
        ResultId = $"unit:{outcome.OutcomeId}:{design}:{place.Code}", OutcomeId = outcome.OutcomeId, DesignId = design, IndicatorId = outcome.IndicatorId, Origin = Origin(outcome), MunicipalityCode = place.Code,
        Municipality = place.Name, Estimate = estimate, Low = estimate - 2, High = estimate + 2, Level = 0.95, PValue = 0.33, MinimumPValue = 1.0 / 6, Relative = estimate / 4, Rank = 2, Ranked = 6, Source = Source(outcome), Vintage = Vintage(outcome),
    };

    public static DoseRow Dose(OutcomeRow outcome, string design, (string Code, string Name, string Group, double People) place, double hours, double change) => new()
    {
        OutcomeId = outcome.OutcomeId, DesignId = design, Origin = Origin(outcome), MunicipalityCode = place.Code, Municipality = place.Name, Hours = hours, Change = change,
    };

    public static DoseResponseRow Response(OutcomeRow outcome, string design, double correlation) => new()
    {
        ResultId = $"dose:{outcome.OutcomeId}:{design}", OutcomeId = outcome.OutcomeId, DesignId = design, IndicatorId = outcome.IndicatorId, Origin = Origin(outcome), Municipalities = 6, HoursLeast = 633, HoursMost = 1_103,
        RankCorrelation = correlation, ChangePer100Hours = 0.1, Persons = 400, Source = Source(outcome), Vintage = Vintage(outcome),
    };

    public static DistanceRow Distance(OutcomeRow outcome, string group, string treated, (string Code, string Name, string Group, double People) donor, int rank, double distance) => new()
    {
        OutcomeId = outcome.OutcomeId, GroupId = group, Origin = Origin(outcome), MunicipalityCode = treated, DonorCode = donor.Code, Donor = donor.Name, Rank = rank, Chosen = true, Distance = distance,
        Level = 0.1, Trend = -0.2, Population = 0.3, SameSkrGroup = rank == 1,
    };

    public static WeightRow Weight(OutcomeRow outcome, string design, string treated, (string Code, string Name, string Group, double People) donor, double weight) => new()
    {
        OutcomeId = outcome.OutcomeId, DesignId = design, Origin = Origin(outcome), Kind = "donor", MunicipalityCode = treated, DonorCode = donor.Code, Donor = donor.Name, Weight = weight,
    };

    public static DiagnosticRow Likeness(OutcomeRow outcome, string design, string kind, double value, bool warning) => new()
    {
        ResultId = $"diagnostic:{outcome.OutcomeId}:{design}:{kind}", OutcomeId = outcome.OutcomeId, DesignId = design, Origin = Origin(outcome), Kind = kind, Value = value, Warning = warning, Persons = 400,
    };

    public static DecisionRow Programme(OutcomeRow outcome, string design, string code, string name, bool kept) => new()
    {
        OutcomeId = outcome.OutcomeId, DesignId = design, MunicipalityCode = code, Kind = kept ? "kept" : "excluded",
        ReasonSv = $"{name} ingick under perioden i UngSydväst och {(kept ? "är ändå med" : "är därför inte med")}.",
        ReasonEn = $"{name} took part in UngSydväst during the period and is {(kept ? "kept all the same" : "therefore left out")}.",
    };

    private static string Origin(OutcomeRow outcome) => outcome.IndicatorId.StartsWith("delivery:", StringComparison.Ordinal) ? "delivered" : "published";

    public static string Source(OutcomeRow outcome) => outcome.IndicatorId.Split(':')[0] switch { "bra" => "bra-sol", "kolada" => "kolada", _ => "deliveries" };

    public static string Vintage(OutcomeRow outcome) => MadePlan.Sources.Single(source => source.Source == Source(outcome)).Vintage;
}
