namespace Utvardering.Ingestion.Fuzz.Tests.Mutations;

/// <summary>Values that have broken readers before, and values that look right and may not be.</summary>
internal static class Nasty
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\u00A0", "\t", "0", "-0", "+5", "00012", "1.0", "12.5", "1,5", "1 234", "1\u00A0234", "1 2345", "-1", "\u22125", "1e3", "1e-3", "1e308", "1e999", "-1e999",
        "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "0x1F", "1_000", "0b11", "NaN", "nan", "Infinity", "-inf", "true", "null", "NULL",
        "١٢٣", "１２", "½", "..", ".", "-", "–", "X", "x", "*", "n/a", "=1+1", "@SUM(A1)", "+46", "'", "\"", "\"\"", "\"a", "a\"b", ";", ",", "|", "\\", "\\N", "\u0000", "a\u0000b",
        "\u0001", "\u001A", "\u007F", "\u0085", "\u2028", "\u202E1490", "\u200B", "\uFEFF", "\uFFFE", "\uFFFF", "\uFFFD", "A\u030A", "\u030A", "\U0001F469\u200D\U0001F467",
        "0000", "9999", "1490", "0380", "Borås", "boras", "Uppsala län", "Riket", "Okänd kommun", "Kommun;Antal", "Anmälda brott", "total", "T", "girls",
        "2024", "1899", "2101", "0000-00-00", "2024-02-30", "2024-02-29", "2023-02-29", "9999-12-31", "10000-01-01", "2024-1-5", "2024/01/05", "2024-01-05 (BC)", "epoch", "infinity",
        "31/12/2024", "2024K5", "2024M13", "2024-00", "20240101", "<html>", "<!doctype html><title>x</title>", "&nbsp;", "&#0;", "<![CDATA[", "{", "[", "%s", "{0}", "../../etc/passwd",
    ];

    /// <summary>Written into JSON as they stand.</summary>
    public static IReadOnlyList<string> Json { get; } =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.5", "1e3", "1e999", "-1e999", "1E400", "99999999999999999999999999999999", "9223372036854775808", "2147483648", "0.1e-400",
        "NaN", "Infinity", "01", "+1", ".5", "1.", "0x1F", "''", "\"\"", "\" \"", "\"1\"", "\"1,5\"", "\"1 234\"", "\"NaN\"", "\"..\"", "\"X\"", "\"-\"", "\"T\"", "\"1490\"", "\"0001\"",
        "\"N07403\"", "\"n07403\"", "\"2023\"", "2023", "99999", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uFFFF\"", "\"\u202E\"", "\"\uFEFF\"", "\"\\x\"",
        "[]", "{}", "[null]", "[[]]", "{\"\":0}", "[1,2,3]", "\"https://\"", "\"//\"", "\"http://[\"", "\"\\\\\\\\x\"", "\"/data\"", "\"2024-02-30 25:61:61 +99:00\"",
    ];

    /// <summary>XML in the place of a text or an attribute of a workbook.</summary>
    public static IReadOnlyList<string> Xml { get; } =
    [
        "&lt;", "&amp;", "&#0;", "&#xFFFF;", "&#x202E;", "&x;", "&", "<", "<a>", "]]>", "<!-- x -->", "_x0000_", "1048576", "1048577", "XFD1048576", "AAAA1", "A0", "A-1", "a1", "ZZZZZZZ9",
        "A1:XFD1048576", "rId99", "../x.xml", "/xl/workbook.xml", "s", "e", "b", "d", "str", "n", "inlineStr", "1e999", "2958466", "-1", "60",
    ];
}
