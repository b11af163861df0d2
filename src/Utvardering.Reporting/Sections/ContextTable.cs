using System.Globalization;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>The newest published figures of the shown municipalities: a row a municipality, a column an indicator.</summary>
internal static class ContextTable
{
    private const int MostColumns = 6;

    /// <summary>The table, or null where there is nothing of the shown municipalities.</summary>
    public static ReportTable? Make(ReportContext context)
    {
        var language = context.Language;
        var groups = context.Rows.MunicipalityTrend.Select(row => row.Row).DistinctBy(row => row.MunicipalityCode).ToDictionary(row => row.MunicipalityCode, row => row.GroupId);
        var rows = context.Rows.Context.Where(row => groups.ContainsKey(row.Row.MunicipalityCode)).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var indicators = rows.Select(row => row.Row.IndicatorCode).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostColumns).ToList();
        var decimals = indicators.ToDictionary(code => code, code => Quantity.OfLevel(rows.Where(row => row.Row.IndicatorCode == code).Max(row => Math.Abs(row.Row.Value ?? 0))));
        var order = context.Rows.Groups.Select(group => group.GroupId).ToList();
        var municipalities = rows.Select(row => (row.Row.MunicipalityCode, row.Row.Municipality)).Distinct()
            .OrderBy(place => order.IndexOf(groups[place.MunicipalityCode])).ThenBy(place => place.MunicipalityCode, StringComparer.Ordinal);
        return new ReportTable(
            "context",
            language.Say("Senast publicerade tal för de visade kommunerna, per nyckeltal i Kolada.", "Newest published figures of the shown municipalities, by indicator in Kolada."),
            [new(language.Say("Kommun", "Municipality")), new(language.Say("Grupp", "Group")), .. indicators.Select(code => new Column(Title(context, code), true))],
            [.. municipalities.Select(place => (IReadOnlyList<Cell>)
            [
                Cell.Of(place.Municipality),
                Cell.Of(context.GroupTitle(groups[place.MunicipalityCode])),
                .. indicators.Select(code => Figure(place.MunicipalityCode, code)),
            ])],
            context.Source(rows.Select(row => (row.Row.Source, row.Row.Vintage))),
            language.Say("Årtalet inom parentes är det år talet avser.", "The year in brackets is the year of the figure."));

        Cell Figure(string municipality, string code)
        {
            var found = rows.FirstOrDefault(row => row.Row.MunicipalityCode == municipality && row.Row.IndicatorCode == code);
            return found?.Row.Value is { } value
                ? new Cell($"{language.Number(value, decimals[code])} ({found.Row.Year.ToString(CultureInfo.InvariantCulture)})", language.Data(value))
                : Cell.Of(Missing.Of(context, found?.Rule ?? ""));
        }
    }

    private static string Title(ReportContext context, string code)
    {
        var row = context.Rows.Context.First(candidate => candidate.Row.IndicatorCode == code).Row;
        return row.TitleSv == code ? code : $"{context.Language.Say(row.TitleSv, row.TitleEn)} ({code})";
    }
}
