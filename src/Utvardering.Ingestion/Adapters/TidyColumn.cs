using System.Globalization;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>Where a field's text comes from in a tidy file, and how its form changes. A text that does not fit a step stays as it is.</summary>
/// <param name="From">Column of the file; null for a constant.</param>
/// <param name="Constant">The same text on every row.</param>
/// <param name="Pattern">Regular expression whose first group is taken.</param>
/// <param name="Values">Text → text.</param>
/// <param name="CodeList">Code list and the column of it that the texts stand in: label → code.</param>
/// <param name="DateFormat">Such as <c>yyyy-MM</c>: the first day of the period.</param>
/// <param name="YearEnd">With <c>yyyy</c>: 31 December instead.</param>
/// <param name="DecimalComma">1 234,5 → 1234.5.</param>
internal sealed record TidyColumn(
    string? From,
    string? Constant,
    string? Pattern,
    IReadOnlyDictionary<string, string> Values,
    (string Name, string Column)? CodeList,
    string? DateFormat,
    bool YearEnd,
    bool DecimalComma)
{
    public static TidyColumn Read(SettingsNode map)
    {
        if ((map.Find("from")?.Text() is null) == (map.Find("constant")?.Text() is null))
        {
            throw map.Fault("should have either 'from' (a column of the file) or 'constant' (a text)");
        }

        var lookup = map.Find("lookup");
        return map.Done(new TidyColumn(
            map.Find("from")?.Text(),
            map.Find("constant")?.Text(),
            map.Find("pattern")?.Text(),
            map.Find("values")?.AllTexts() ?? new Dictionary<string, string>(),
            lookup is null ? null : lookup.Done((lookup["codeList"].Text(), lookup["column"].Text())),
            map.Find("date")?.Text() is null ? null : map["date"].OneOf("yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyyMM", "yyyyMMdd", "dd/MM/yyyy"),
            (map.Find("yearEnd")?.Flag() ?? false),
            (map.Find("decimalComma")?.Flag() ?? false)));
    }

    /// <summary>SQL of the field's text.</summary>
    /// <param name="cells">Column → SQL of the cell.</param>
    public string Sql(ProjectFolder project, IReadOnlyDictionary<string, string> cells)
    {
        if (From is null)
        {
            return SqlText.Literal(Constant!);
        }

        var sql = cells[From];
        if (Pattern is not null)
        {
            sql = $"coalesce(nullif(regexp_extract({sql}, {SqlText.Literal(Pattern)}, 1), ''), {sql})";
        }

        if (DecimalComma)
        {
            sql = $"replace(regexp_replace({sql}, '[\\s\\x{{A0}}\\x{{202F}}]', '', 'g'), ',', '.')";
        }

        sql = Replaced(sql, Values);
        if (CodeList is { } list)
        {
            sql = Replaced(sql, Schemas.CodeList.Read(project, list.Name).Map(list.Column, "code"));
        }

        return DateFormat is null ? sql : Date(sql);
    }

    private static string Replaced(string sql, IReadOnlyDictionary<string, string> values) => values.Count == 0
        ? sql
        : $"case {sql} {string.Join(' ', values.Select(pair => $"when {SqlText.Literal(pair.Key)} then {SqlText.Literal(pair.Value)}"))} else {sql} end";

    private string Date(string sql)
    {
        var format = DateFormat!.Replace("yyyy", "%Y", StringComparison.Ordinal).Replace("MM", "%m", StringComparison.Ordinal).Replace("dd", "%d", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"coalesce(strftime(try_strptime({sql}, '{format}'), '{(YearEnd ? "%Y-12-31" : "%Y-%m-%d")}'), {sql})");
    }
}
