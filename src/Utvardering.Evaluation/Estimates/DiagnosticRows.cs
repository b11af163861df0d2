using System.Text.Json;
using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Warnings and tests of the statistics as rows.</summary>
internal static class DiagnosticRows
{
    public static IEnumerable<DiagnosticRow> Of(Study study, IEnumerable<EstimationWarning> warnings) => warnings.Select((warning, number) => new DiagnosticRow
    {
        ResultId = $"diagnostic:{study.Key}:warning:{number}",
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        Origin = study.Series.Origin,
        Kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(warning.Kind.ToString()),
        Warning = true,
        Value = warning.Value,
        Limit = warning.Limit,
        Unit = warning.Unit,
        Persons = study.Persons(),
    });

    public static DiagnosticRow Of(Study study, PreTrendTest test) => new()
    {
        ResultId = $"diagnostic:{study.Key}:pre-trend",
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        Origin = study.Series.Origin,
        Kind = PreTrend,
        Warning = test.P <= study.Plan.Alpha,
        Value = test.Statistic,
        Limit = test.Periods,
        PValue = test.P,
        Persons = study.Persons(),
    };

    /// <summary>A figure that a careful reader would ask for, such as balance or fit, with the limit beyond which it is a warning.</summary>
    public static DiagnosticRow Of(Study study, string kind, double value, double? limit, bool isWarning) => new()
    {
        ResultId = $"diagnostic:{study.Key}:{kind}",
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        Origin = study.Series.Origin,
        Kind = kind,
        Warning = isWarning,
        Value = StudyRows.Known(value),
        Limit = limit,
        Persons = study.Persons(),
    };

    /// <summary>The kind of the joint test of the periods before the start.</summary>
    public const string PreTrend = "pre_trend_joint";
}
