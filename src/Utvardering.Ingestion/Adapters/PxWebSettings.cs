using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Adapters;

/// <summary>Which variable of a PxWeb table is what, and what is taken of it.</summary>
/// <param name="TotalAge">The table's code for all ages.</param>
/// <param name="Sexes">The table's code → sex; empty: the variable is left out of the question and the table sums over it.</param>
internal sealed record PxWebSettings(
    string Table,
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
    public static PxWebSettings Read(YamlMap select)
    {
        var (region, age, sex, contents, time) = (select.Map("region"), select.Map("age"), select.Map("sex"), select.Map("contents"), select.Map("time"));
        var (first, last) = Ages(age);
        var settings = new PxWebSettings(
            select.Text("table"),
            region.Done(region.Text("variable")),
            age.Text("variable"),
            first,
            last,
            age.Text("total"),
            sex.Text("variable"),
            sex.OptionalMap("codes")?.AllTexts() ?? new Dictionary<string, string>(),
            contents.Text("variable"),
            contents.Text("code"),
            time.Text("variable"),
            YearRange.Read(time, "years"));
        return select.Done(time.Done(contents.Done(sex.Done(age.Done(settings)))));
    }

    /// <summary>The age group of a code of the table: <c>total</c>, or the age in years.</summary>
    public string AgeGroup(string code) => code == TotalAge ? "total" : code;

    private static (int First, int Last) Ages(YamlMap age) => age.Text("ages").Split('-') is [var first, var last]
        && byte.TryParse(first, out var from) && byte.TryParse(last, out var to) && from <= to
        ? (from, to)
        : throw age.Fault("ages", $"'{age.Text("ages")}' is no range of ages. Write 0-20");
}
