using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>Which variable of a PxWeb table is what, and what is taken of it.</summary>
/// <param name="TotalAge">The table's code for all ages.</param>
/// <param name="Format">Of the answers: <c>json-stat2</c>, or <c>csv</c> with version 1.</param>
/// <param name="MaxCells">The most cells in one answer, where the source itself does not say.</param>
/// <param name="Sexes">The table's code → sex; empty: the variable is left out of the question and the table sums over it.</param>
internal sealed record PxWebSettings(
    string Table,
    string Format,
    long? MaxCells,
    string RegionVariable,
    string AgeVariable,
    int FirstAge,
    int LastAge,
    string TotalAge,
    string SexVariable,
    IReadOnlyDictionary<string, string> Sexes,
    string ContentsVariable,
    string ContentsCode,
    string TimeVariable,
    YearRange Years) : AdapterSettings
{
    public static PxWebSettings Read(SettingsNode select, params ReadOnlySpan<string> formats)
    {
        var (region, age, sex, contents, time) = (select["region"], select["age"], select["sex"], select["contents"], select["time"]);
        var (first, last) = Ages(age);
        var settings = new PxWebSettings(
            select["table"].Text(),
            select.Find("format")?.OneOf(formats) ?? formats[0],
            select.Find("maxCells")?.Positive(),
            region.Done(region["variable"].Text()),
            age["variable"].Text(),
            first,
            last,
            age["total"].Text(),
            sex["variable"].Text(),
            sex.Find("codes")?.AllTexts() ?? new Dictionary<string, string>(),
            contents["variable"].Text(),
            contents["code"].Text(),
            time["variable"].Text(),
            YearRange.Read(time, "years"));
        return select.Done(time.Done(contents.Done(sex.Done(age.Done(settings)))));
    }

    /// <summary>The age group of a code of the table: <c>total</c>, or the age in years.</summary>
    public string AgeGroup(string code) => code == TotalAge ? "total" : code;

    private static (int First, int Last) Ages(SettingsNode age) => age["ages"].Text().Split('-') is [var first, var last]
        && byte.TryParse(first, out var from) && byte.TryParse(last, out var to) && from <= to
        ? (from, to)
        : throw age["ages"].Fault($"is '{age["ages"].Text()}', which is no range of ages such as 0-20");
}
