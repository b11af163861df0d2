using System.Globalization;
using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Who started when, where that was not in one period, and who started where the figures do not reach.</summary>
internal static class StartDecisions
{
    public static IEnumerable<DecisionRow> Of(Outcome outcome, Design design, IndicatorSeries series, Windows windows, IReadOnlyDictionary<string, string> names)
    {
        if (windows.HasSeveralStarts)
        {
            var told = string.Join("; ", windows.Starts.Select(start => $"{Period(start.Windows.Start)}: {string.Join(", ", start.Municipalities.Select(municipality => names[municipality]))}"));
            yield return new()
            {
                OutcomeId = outcome.Id,
                DesignId = design.Id,
                Kind = "several_starts",
                ReasonSv = $"Pilotkommunerna började olika ({told}). Var och en jämförs före och efter sin egen start, med jämförelsekommunernas utveckling under samma tid.",
                ReasonEn = $"The pilot municipalities started at different times ({told}). Each is compared before and after its own start, with the comparison municipalities' development over the same time.",
            };
        }

        foreach (var (municipality, start) in windows.OutOfReach)
        {
            yield return new()
            {
                OutcomeId = outcome.Id,
                DesignId = design.Id,
                MunicipalityCode = municipality,
                Kind = "left_out",
                ReasonSv = $"{names[municipality]} började {Period(start)}, och uppgifterna ({series.FirstPeriod:yyyy-MM} till {series.LastPeriod:yyyy-MM}) täcker inte båda sidor om den starten.",
                ReasonEn = $"{names[municipality]} started {Period(start)}, and the figures ({series.FirstPeriod:yyyy-MM} to {series.LastPeriod:yyyy-MM}) do not cover both sides of that start.",
            };
        }

        string Period(DateOnly start) => start.ToString(windows.Grain == PeriodGrain.Year ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture);
    }
}
