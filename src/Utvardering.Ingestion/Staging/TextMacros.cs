using System.Globalization;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Staging;

/// <summary>
/// <see cref="WrittenNumber"/> and <see cref="WrittenPeriod"/> as SQL macros, for whole columns. They are held to the same answers by a
/// test; a change goes into both.
/// </summary>
internal static class TextMacros
{
    /// <summary>SQL: "1 234,5" → 1234.5.</summary>
    public static string Number(string sql) => $"written_number({sql})";

    /// <summary>SQL: "31/1 2024" → 2024-01-31.</summary>
    public static string Day(string sql) => $"written_day({sql})";

    /// <summary>SQL: "2024M01" → 2024-01-01.</summary>
    public static string Month(string sql) => $"written_month({sql})";

    /// <summary>SQL: "2024K2" → 2024-04-01.</summary>
    public static string Quarter(string sql) => $"written_quarter({sql})";

    public static void Create(WorkDatabase database) => database.Execute(string.Join(";\n", Macros.Select(macro => "create or replace macro " + macro)));

    private static string Blanks => SqlText.Literal(WrittenNumber.Blanks);

    private static IEnumerable<string> Macros =>
    [
        // Most cells need nothing: plain ASCII without comma and blank is told without a regular expression.
        "written_number(t) as case when t is null or (strlen(t) = length(t) and not contains(t, ',') and not contains(t, ' ')) then t "
            + $"when regexp_full_match(trim(t, {Blanks}), {Form(WrittenNumber.Form)}) "
            + $"then replace(replace(regexp_replace(t, '[ \\x{{A0}}\\x{{202F}}]', '', 'g'), ',', '.'), {SqlText.Literal("\u2212")}, '-') else t end",
        "written_plain(t) as lower(trim(regexp_replace(t, '[ \\x{A0}\\x{202F}]+', ' ', 'g'), ' '))",
        "written_digits(t) as regexp_replace(t, '[^0-9]', '', 'g')",
        "written_named(t) as lpad(cast((instr("
            + $"{SqlText.Literal(WrittenPeriod.MonthLetters)}, replace(replace(regexp_extract(t, '[a-z]{{3}}'), 'may', 'maj'), 'oct', 'okt')) + 2) // 3 as varchar), 2, '0')",
        // What is written as a date but is none in the calendar stays as it is.
        "written_checked(iso, t) as coalesce(strftime(try_cast(iso as date), '%Y-%m-%d'), t)",
        $"written_day_of(z, t) as case when regexp_full_match(z, {Form(WrittenPeriod.IsoDay)}) then written_checked(left(z, 10), t) "
            + $"when regexp_full_match(z, {Form(WrittenPeriod.CompactDay)}) then written_checked(left(z, 4) || '-' || z[5:6] || '-' || z[7:8], t) "
            + $"when regexp_full_match(z, {Form(WrittenPeriod.SlashedDay)}) then written_checked({SlashedIso()}, t) "
            + $"when regexp_full_match(z, {Form(WrittenPeriod.NamedDay)}) then written_checked("
            + "right(z, 4) || '-' || written_named(replace(z, 'den ', '')) || '-' || lpad(regexp_extract(z, '[0-9]{1,2}'), 2, '0'), t) else t end",
        "written_day(t) as written_day_of(written_plain(t), t)",
        $"written_month_of(z, t) as case when regexp_full_match(z, {Form(WrittenPeriod.NumberedMonth)}) "
            + "then written_checked(left(z, 4) || '-' || lpad(written_digits(z[5:]), 2, '0') || '-01', t) "
            + $"when regexp_full_match(z, {Form(WrittenPeriod.NamedMonth)}) then written_checked(regexp_extract(z, '[0-9]{{4}}') || '-' || written_named(z) || '-01', t) else t end",
        "written_month(t) as written_month_of(written_plain(t), t)",
        $"written_quarter_of(z, t) as case when regexp_full_match(z, {Form(WrittenPeriod.Quarter)}) then written_checked(regexp_extract(z, '[0-9]{{4}}') || '-' "
            + "|| lpad(cast(3 * cast(written_digits(regexp_replace(z, '[0-9]{4}', '')) as integer) - 2 as varchar), 2, '0') || '-01', t) else t end",
        "written_quarter(t) as written_quarter_of(written_plain(t), t)",
    ];

    private static string SlashedIso() => string.Join(" || '-' || ", new[] { 3, 2, 1 }.Select(group =>
        string.Create(CultureInfo.InvariantCulture, $"lpad(regexp_extract(z, {Form(WrittenPeriod.SlashedDay)}, {group}), {(group == 3 ? 4 : 2)}, '0')")));

    private static string Form(string form) => SqlText.Literal(form);
}
