using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Estimates;

namespace Utvardering.Evaluation.Checks;

/// <summary>Checks as rows.</summary>
internal static class CheckRows
{
    public static SensitivityRow Of(Study study, StudyCheck check) => new()
    {
        ResultId = $"check:{study.Key}:{check.Kind}{(check.Variant.Length == 0 ? "" : ":" + check.Variant)}",
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        IndicatorId = study.Outcome.Indicator,
        Origin = study.Series.Origin,
        Kind = check.Kind,
        Variant = check.Variant,
        Estimate = StudyRows.Known(check.Estimate),
        Low = StudyRows.Known(check.Low),
        High = StudyRows.Known(check.High),
        PValue = StudyRows.Known(check.PValue),
        IsRelative = check.IsRelative,
        Agrees = check.Agrees,
        NotMade = check.NotMade,
        TreatedUnits = check.TreatedUnits,
        ControlUnits = check.ControlUnits,
        Persons = check.TellsOne ? study.PersonsOfOne : study.Persons(),
        Source = study.Series.Source,
        Vintage = study.Series.Vintage,
    };

    public static LeaveOneOutRow Of(Study study, string municipality, string name, bool treated, StudyEstimate? estimate) => new()
    {
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        Origin = study.Series.Origin,
        MunicipalityCode = municipality,
        Municipality = name,
        Treated = treated,
        Estimate = estimate is null ? null : StudyRows.Known(estimate.Value),
        Low = estimate is null ? null : StudyRows.Known(estimate.Low),
        High = estimate is null ? null : StudyRows.Known(estimate.High),
        PValue = estimate is null ? null : StudyRows.Known(estimate.PValue),
    };
}
