using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>Whom each treated municipality is most like, and who weighs the most in its synthetic control.</summary>
internal static class ComparedTable
{
    private const int MostNamed = 4;

    /// <summary>The table, or null where the outcome has neither.</summary>
    public static ReportTable? Make(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var group = context.Lead(outcome)?.ControlGroup;
        var near = context.Rows.Distances.Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.GroupId == group).Select(row => row.Row).ToLookup(row => row.MunicipalityCode);
        var weights = context.Rows.Weights
            .Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row is { Kind: "donor", MunicipalityCode: not null, Weight: > 0 })
            .Select(row => row.Row)
            .ToLookup(row => row.MunicipalityCode!);
        var treated = near.Select(part => part.Key).Union(weights.Select(part => part.Key)).Order(StringComparer.Ordinal).ToList();
        if (treated.Count == 0)
        {
            return null;
        }

        var none = language.Say("uppgift saknas", "not available");
        string Nearest(string code) => string.Join(", ", near[code].OrderBy(row => row.Rank).Take(MostNamed).Select(row => row.Distance is { } distance ? $"{row.Donor} ({language.Number(distance, 2)})" : row.Donor));
        string Heaviest(string code) => string.Join(", ", weights[code].OrderByDescending(row => row.Weight).ThenBy(row => row.DonorCode, StringComparer.Ordinal).Take(MostNamed)
            .Select(row => $"{row.Donor} ({language.Number(row.Weight!.Value * 100, 0)}\u00A0%)"));
        Cell Names(string names) => Cell.Of(names.Length > 0 ? names : none);
        return new ReportTable(
            $"{outcome.OutcomeId}-compared",
            language.Say($"{context.Title(outcome)}: vilka kommuner som liknar och väger mest.", $"{context.Title(outcome)}: which municipalities are most alike and weigh the most."),
            [
                new(language.Say("Kommun med insats", "Municipality with the programme")), new(language.Say("Mest lik före starten (avstånd)", "Most alike before the start (distance)")),
                new(language.Say("Tyngst i den egna syntetiska kontrollen (vikt)", "Heaviest in its own synthetic control (weight)")),
            ],
            [.. treated.Select(code => (IReadOnlyList<Cell>)[Cell.Of(context.Rows.Municipality(code)), Names(Nearest(code)), Names(Heaviest(code))])],
            context.SourceOf(outcome),
            language.Say(
                $"De fyra främsta av varje. Avståndet väger nivå, utveckling, folkmängd och kommungrupp; alla med avstånd och vikter står i filerna similar.{language.Tag}.csv och weights.{language.Tag}.csv.",
                $"The first four of each. The distance weighs level, trend, population and type; all with distances and weights are in the files similar.{language.Tag}.csv and weights.{language.Tag}.csv."));
    }
}
