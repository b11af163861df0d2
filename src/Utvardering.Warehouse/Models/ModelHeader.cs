using System.Globalization;
using System.Text.RegularExpressions;

namespace Utvardering.Warehouse.Models;

/// <summary>
/// The comment lines at the top of a model's file: words for the reader, and lines <c>-- word: …</c> that say what must hold.
/// <c>grain: …; key: a, b</c> the key, <c>not null: a, b</c>, <c>test:</c> and <c>warn:</c> a condition or <c>column in schema.table[.column]</c>,
/// <c>rows: 1..</c> or <c>as schema.table</c>, <c>fresh: date within N days[, or stop]</c>, <c>order: given</c> where the rows come in the order of the
/// key when what the model reads lies in that of its own, <c>kept: as a view</c> where they need not be written down once more, <c>codes: a, b</c>
/// where they are many and the texts few (<see cref="CodedTable"/>).
/// </summary>
/// <param name="Key">The key columns.</param>
/// <param name="Tests">What must hold; that of the key first.</param>
/// <param name="Codes">The columns kept as codes, by name.</param>
/// <param name="ComesInOrder">Whether the rows come in the order of the key.</param>
/// <param name="IsView">Whether they are not written down once more.</param>
internal sealed partial record ModelHeader(IReadOnlyList<string> Key, IReadOnlyList<ModelTest> Tests, IReadOnlyDictionary<string, CodedColumn> Codes, bool ComesInOrder, bool IsView)
{
    /// <exception cref="InputException">The header states no key, or a line is not understood.</exception>
    public static ModelHeader Read(string path, string sql)
    {
        IReadOnlyList<string>? key = null;
        var tests = new List<ModelTest>();
        IReadOnlyList<string> codes = [];
        var (inOrder, isView) = (false, false);
        foreach (var line in sql.Split('\n').TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)).Select(line => Line().Match(line.TrimEnd())).Where(line => line.Success))
        {
            var (word, text) = (line.Groups["word"].Value, line.Groups["text"].Value);
            switch (word)
            {
                case "grain":
                    key = KeyColumns().Match(text) is { Success: true } match ? Columns(match.Groups["columns"].Value) : null;
                    break;
                case "not null":
                    tests.AddRange(Columns(text).Select(column => new RowTest($"{column} is not null", Stops: true)));
                    break;
                case "test" or "warn":
                    tests.Add(Condition(text, stops: word == "test"));
                    break;
                case "rows":
                    tests.Add(RowCount(path, text));
                    break;
                case "fresh":
                    tests.Add(Freshness(path, text));
                    break;
                case "codes":
                    codes = Columns(text);
                    break;
                case "order":
                    inOrder = text == "given" ? true : throw Fault(path, $"'order: {text}' is not understood", "write 'order: given', or leave it out and the rows are sorted");
                    break;
                case "kept":
                    isView = text == "as a view" ? true : throw Fault(path, $"'kept: {text}' is not understood", "write 'kept: as a view', or leave it out and the model is a table");
                    break;
                default:
                    throw Fault(path, $"'{word}:' in the header is not known", "grain, not null, test, warn, rows, order, kept, codes and fresh are; other lines should not begin with a word and a colon");
            }
        }

        return key is null
            ? throw new InputException($"{path}: the header comment states no key. Add a line such as '-- grain: municipality × month; key: municipality_code, month'.")
            : new(key, [new KeyTest(key), .. tests], codes.ToDictionary(column => column, column => Coded(path, column, tests), StringComparer.Ordinal), inOrder, isView);
    }

    private static CodedColumn Coded(string path, string column, List<ModelTest> tests) => tests
        .Where(test => test.Stops)
        .Select(test => test switch
        {
            RelationTest relation when relation.Column == column => new CodedColumn(column, $"select {relation.TableColumn} from {relation.Table}", test),
            RowTest when Listed().Match(test.Text) is { Success: true } listed && listed.Groups["column"].Value == column => new CodedColumn(column, $"select unnest([{listed.Groups["texts"].Value}])", test),
            _ => null,
        })
        .FirstOrDefault(coded => coded is not null)
        ?? throw Fault(path, $"'codes: {column}' has no list of texts", $"add '-- test: {column} in schema.table' or '-- test: {column} in ('one', 'other')'");

    private static ModelTest Condition(string text, bool stops) => Relation().Match(text) is { Success: true } relation
        ? new RelationTest(
            text, stops, relation.Groups["column"].Value, relation.Groups["table"].Value,
            relation.Groups["other"] is { Success: true } other ? other.Value : relation.Groups["column"].Value)
        : new RowTest(text, stops);

    private static RowCountTest RowCount(string path, string text) => Rows().Match(text) is { Success: true } rows
        ? new(text, Number(rows.Groups["least"]) ?? 0, Number(rows.Groups["most"]), rows.Groups["as"] is { Success: true } other ? other.Value : null)
        : throw Fault(path, $"'rows: {text}' is not understood", "write '1..', '..10', '290..290' or 'as core.observation'");

    private static FreshnessTest Freshness(string path, string text) => Fresh().Match(text) is { Success: true } fresh
        ? new(text, fresh.Groups["stop"].Success, fresh.Groups["date"].Value, int.Parse(fresh.Groups["days"].Value, CultureInfo.InvariantCulture))
        : throw Fault(path, $"'fresh: {text}' is not understood", "write 'month within 200 days', with ', or stop' where an old table must stop the run");

    private static InputException Fault(string path, string what, string remedy) => new($"{path}: {what}; {remedy}.");

    private static string[] Columns(string text) => text.Split(',', StringSplitOptions.TrimEntries);

    private static long? Number(Group group) => group.Length > 0 ? long.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("^-- (?<word>[a-z]+( [a-z]+)?): (?<text>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"\bkey: (?<columns>[a-z_0-9, ]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex KeyColumns();

    [GeneratedRegex(@"^(?<column>[a-z_0-9]+) in (?<table>[a-z_]+\.[a-z_0-9]+)(\.(?<other>[a-z_0-9]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Relation();

    [GeneratedRegex(@"^(?<column>[a-z_0-9]+) in \((?<texts>'[^']*'(, '[^']*')*)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^((?<least>[0-9]*)\.\.(?<most>[0-9]*)|as (?<as>[a-z_]+\.[a-z_0-9]+))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Rows();

    [GeneratedRegex("^(?<date>.+) within (?<days>[0-9]+) days(?<stop>, or stop)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Fresh();
}
