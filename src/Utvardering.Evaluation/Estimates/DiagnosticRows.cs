using System.Text.Json;
using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Warnings and tests of the statistics as rows.</summary>
internal static class DiagnosticRows
{
    public static DiagnosticRow Of(Study study, EstimationWarning warning, string number, long? persons) => new()
    {
        ResultId = $"diagnostic:{study.Key}:{number}",
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        Origin = study.Series.Origin,
        Kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(warning.Kind.ToString()),
        Warning = true,
        Value = warning.Value,
        Limit = warning.Limit,
        Unit = warning.Unit,
        Persons = persons,
    };

    public static DiagnosticRow Of(Study study, PreTrendTest test, double alpha, long? persons) => new()
    {
        ResultId = $"diagnostic:{study.Key}:pre-trend",
        OutcomeId = study.Outcome.Id,
        DesignId = study.Design.Id,
        Origin = study.Series.Origin,
        Kind = "pre_trend_joint",
        Warning = test.P <= alpha,
        Value = test.Statistic,
        Limit = test.Periods,
        PValue = test.P,
        Persons = persons,
    };
}
