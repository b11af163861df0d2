using System.Globalization;
using System.Text.RegularExpressions;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>Where a field's text comes from, and how its form changes, in the order below. A text that does not fit a step stays as it is.</summary>
internal sealed record TidyColumn
{
    /// <summary>Column of the file; null for a constant or a part of the file's name.</summary>
    public string? From { get; private init; }

    /// <summary>The same text on every row.</summary>
    public string? Constant { get; private init; }

    /// <summary>Regular expression on the file's path, whose first group is taken.</summary>
    public string? FileName { get; private init; }

    /// <summary>Regular expression whose first group is taken.</summary>
    public string? Pattern { get; private init; }

    /// <summary>1 234,5 → 1234.5.</summary>
    public bool DecimalComma { get; private init; }

    /// <summary>Text → text.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private init; } = new Dictionary<string, string>();

    /// <summary>What a text that is not among <see cref="Values"/> becomes; null: it stays.</summary>
    public string? Otherwise { get; private init; }

    /// <summary>Code list and the column of it that the texts stand in: label → code.</summary>
    public (string Name, string Column)? CodeList { get; private init; }

    /// <summary><c>municipality</c> or <c>county</c>: a name in any way of writing it → its code.</summary>
    public string? Region { get; private init; }

    /// <summary>Such as <c>yyyy-MM</c>: the first day of the period.</summary>
    public string? DateFormat { get; private init; }

    /// <summary>With <c>yyyy</c>: 31 December instead.</summary>
    public bool YearEnd { get; private init; }

    /// <summary><c>day</c>, <c>month</c> or <c>quarter</c> in any way of writing it → its first day.</summary>
    public string? Period { get; private init; }

    /// <summary><c>value</c>: a mark for a missing value becomes its value (zero, or none); <c>status</c>: it becomes its status.</summary>
    public string? Mark { get; private init; }

    /// <summary>Where a plain number in a cell is the field's number: the sign before its decimals. Null where texts are changed in another way.</summary>
    public char? DecimalSign => From is not null && Pattern is null && Values.Count == 0 && CodeList is null && Region is null && DateFormat is null && Period is null && Mark is null
        ? DecimalComma ? ',' : '.'
        : null;

    public static TidyColumn Read(SettingsNode map)
    {
        var origins = new[] { "from", "constant", "fileName" }.Count(key => map.Find(key) is not null);
        if (origins != 1)
        {
            throw map.Fault("should have one of 'from' (a column of the file), 'constant' (a text) and 'fileName' (a pattern on the file's name)");
        }

        var lookup = map.Find("lookup");
        return map.Done(new TidyColumn
        {
            From = map.Find("from")?.Text(),
            Constant = map.Find("constant")?.Text(),
            FileName = map.Find("fileName")?.Text(),
            Pattern = map.Find("pattern")?.Text(),
            DecimalComma = map.Find("decimalComma")?.Flag() ?? false,
            Values = map.Find("values")?.AllTexts() ?? new Dictionary<string, string>(),
            Otherwise = map.Find("otherwise")?.Text(),
            CodeList = lookup is null ? null : lookup.Done((lookup["codeList"].Text(), lookup["column"].Text())),
            Region = map.Find("region")?.OneOf("municipality", "county"),
            DateFormat = map.Find("date")?.OneOf("yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyyMM", "yyyyMMdd", "dd/MM/yyyy"),
            YearEnd = map.Find("yearEnd")?.Flag() ?? false,
            Period = map.Find("period")?.OneOf("day", "month", "quarter"),
            Mark = map.Find("mark")?.OneOf("value", "status"),
        });
    }

    /// <summary>What a file's rows keep it as until they are mapped: the column, or the pattern between strokes; null for a constant.</summary>
    public string? Gathered => FileName is null ? From : $"/{FileName}/";

    /// <summary>The text that all rows of a file have: the constant, or what its name gives.</summary>
    public string Given(LandedBody body) => Constant
        ?? (Regex.Match(body.Origin.Normalize(), FileName!, RegexOptions.CultureInvariant) is { Success: true } match ? match.Groups[1].Value : body.Origin);

    /// <summary>SQL of the field's text.</summary>
    /// <param name="cells">Column → SQL of the cell.</param>
    /// <param name="marks">The source's marks for missing values.</param>
    public string Sql(StagedRows staged, LandedBody body, IReadOnlyDictionary<string, string> cells, SourceMarks marks) =>
        Sql(staged, From is null ? SqlText.Literal(Given(body)) : cells[From], marks);

    /// <inheritdoc cref="Sql(StagedRows, LandedBody, IReadOnlyDictionary{string, string}, SourceMarks)"/>
    /// <param name="sql">SQL of the text before it is changed.</param>
    public string Sql(StagedRows staged, string sql, SourceMarks marks)
    {
        if (Pattern is not null)
        {
            sql = $"coalesce(nullif(regexp_extract({sql}, {SqlText.Literal(Pattern)}, 1), ''), {sql})";
        }

        sql = DecimalComma ? TextMacros.Number(sql) : sql;
        sql = Replaced(sql, Values, Otherwise);
        if (CodeList is { } list)
        {
            sql = Replaced(sql, Schemas.CodeList.Read(staged.Project, list.Name).Map(list.Column, "code"));
        }

        sql = Region switch
        {
            "municipality" => Code(sql, RegionNames.Table, "municipality_code"),
            "county" => Code(sql, RegionNames.Counties, "county_code"),
            _ => sql,
        };
        sql = DateFormat is null ? sql : Date(sql);
        sql = Period switch
        {
            "day" => TextMacros.Day(sql),
            "month" => TextMacros.Month(sql),
            "quarter" => TextMacros.Quarter(sql),
            _ => sql,
        };
        return Mark switch
        {
            "value" => marks.ValueSql(sql),
            "status" => marks.StatusSql(sql),
            _ => sql,
        };
    }

    private static string Replaced(string sql, IReadOnlyDictionary<string, string> values, string? otherwise = null) => values.Count == 0
        ? sql
        : $"case {sql} {string.Join(' ', values.Select(pair => $"when {SqlText.Literal(pair.Key)} then {SqlText.Literal(pair.Value)}"))} else {(otherwise is null ? sql : $"case when {sql} is not null then {SqlText.Literal(otherwise)} end")} end";

    private static string Code(string sql, string table, string code) =>
        $"coalesce((select {code} from {table} where {table}.name = {RegionNames.Plain(sql)}), {sql})";

    private string Date(string sql)
    {
        var format = DateFormat!.Replace("yyyy", "%Y", StringComparison.Ordinal).Replace("MM", "%m", StringComparison.Ordinal).Replace("dd", "%d", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"coalesce(strftime(try_strptime({sql}, '{format}'), '{(YearEnd ? "%Y-12-31" : "%Y-%m-%d")}'), {sql})");
    }
}
