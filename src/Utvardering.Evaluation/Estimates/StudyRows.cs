using Utvardering.Disclosure.Tables;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Writes a study's estimate down as rows.</summary>
internal sealed class StudyRows(Study study, string planHash, IReadOnlyDictionary<string, string> names)
{
    public EffectRow Effect(StudyEstimate estimate)
    {
        var (ratio, low, high) = estimate.Relative;
        return new EffectRow
        {
            ResultId = $"effect:{study.Key}",
            PlanId = study.Plan.Id,
            PlanHash = planHash,
            OutcomeId = study.Outcome.Id,
            DesignId = study.Design.Id,
            IndicatorId = study.Outcome.Indicator,
            Origin = study.Series.Origin,
            Estimator = study.Design.Estimator,
            Inference = estimate.Inference,
            Estimate = estimate.Value,
            Low = Known(estimate.Low),
            High = Known(estimate.High),
            Level = study.Plan.Level,
            StandardError = Known(estimate.StandardError),
            PValue = Known(estimate.PValue),
            MinimumPValue = Known(estimate.MinimumP),
            TreatedBefore = Known(estimate.TreatedBefore),
            TreatedAfter = Known(estimate.TreatedAfter),
            ControlBefore = Known(estimate.ControlBefore),
            ControlAfter = Known(estimate.ControlAfter),
            Relative = Known(ratio),
            RelativeLow = Known(low),
            RelativeHigh = Known(high),
            TreatedUnits = estimate.TreatedUnits,
            ControlUnits = estimate.ControlUnits,
            Assignments = estimate.Assignments,
            Seed = (long)study.Plan.Seed,
            BeforeFrom = study.Windows.Before.First,
            BeforeTo = study.Windows.Before.Last,
            AfterFrom = study.Windows.After.First,
            AfterTo = study.Windows.After.Last,
            BeforePeriods = estimate.BeforePeriods,
            AfterPeriods = estimate.AfterPeriods,
            Persons = study.Persons(),
            Source = study.Series.Source,
            Vintage = study.Series.Vintage,
        };
    }

    public IEnumerable<UnitEffectRow> Units(StudyEstimate estimate) => estimate.Units.Select(unit => new UnitEffectRow
    {
        ResultId = $"unit:{study.Key}:{unit.Municipality}",
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        IndicatorId = study.Outcome.Indicator,
        Origin = study.Series.Origin,
        MunicipalityCode = unit.Municipality,
        Municipality = names[unit.Municipality],
        Estimate = unit.Value,
        Low = Known(unit.Low),
        High = Known(unit.High),
        Level = study.Plan.Level,
        PValue = Known(unit.PValue),
        MinimumPValue = Known(unit.MinimumP),
        Relative = unit.After - unit.Value > 0 ? unit.Value / (unit.After - unit.Value) : null,
        PreRmspe = Known(unit.PreRmspe),
        RmspeRatio = Known(unit.RmspeRatio),
        Rank = Known(unit.Rank),
        Ranked = unit.Ranked,
        Source = study.Series.Source,
        Vintage = study.Series.Vintage,
    });

    public IEnumerable<WeightRow> Weights(StudyEstimate estimate) => estimate.Weights.Select(weight => new WeightRow
    {
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        Origin = study.Series.Origin,
        Kind = weight.Donor is null ? "period" : "donor",
        MunicipalityCode = weight.Municipality,
        DonorCode = weight.Donor,
        Donor = weight.Donor is { } donor ? names[donor] : null,
        PeriodStart = weight.Period,
        Weight = weight.Weight,
    });

    public IEnumerable<PlaceboRow> Placebos(StudyEstimate estimate) => estimate.Placebos.Select((placebo, number) => new PlaceboRow
    {
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        Origin = study.Series.Origin,
        Kind = placebo.Kind,
        DonorCode = placebo.Donor,
        Number = number,
        Observed = placebo.Observed,
        Statistic = placebo.Statistic,
        RmspeRatio = Known(placebo.RmspeRatio),
    });

    /// <summary>Null where there is no such figure; an infinite end of an interval is one.</summary>
    public static double? Known(double value) => double.IsNaN(value) ? null : value;
}
