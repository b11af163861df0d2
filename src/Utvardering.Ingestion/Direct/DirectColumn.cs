using System.Globalization;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Direct;

/// <summary>How a field's texts are checked and stored in one pass.</summary>
/// <param name="CodeType">The enumeration of its allowed texts; null: any text, or a value.</param>
/// <param name="FirstYear">The first year of the enumeration, for a field of years.</param>
internal sealed record DirectColumn(SchemaField Field, string? CodeType, int FirstYear = 0)
{
    /// <summary>Rules that a place in the enumeration keeps by itself.</summary>
    private static readonly HashSet<string> OfCodes = new(StringComparer.Ordinal) { "pattern", "codes", "foreignKey", "type", "minimum", "maximum" };

    /// <summary>SQL over the stored rows: the value in the schema's type.</summary>
    public string Read => $"{SqlText.Identifier(Field.Name)}{(CodeType is not null && Field.Type == FieldType.Text ? "::varchar" : "")}";

    /// <param name="registered">The registry's codes when the field must stand in one.</param>
    public static DirectColumn Of(WorkDatabase database, SchemaField field, IReadOnlyList<string>? registered)
    {
        if (field.Type == FieldType.Year)
        {
            var (first, last) = (Math.Max(Year(field.Minimum, 1000), 1000), Math.Min(Year(field.Maximum, 9999), 9999));
            return first > last || registered is not null
                ? new(field, null)
                : new(field, Enumeration(database, field, [.. Enumerable.Range(first, last - first + 1).Select(year => year.ToString(CultureInfo.InvariantCulture))]), first);
        }

        if (field.Type != FieldType.Text || (field.Codes is null && registered is null))
        {
            return new(field, null);
        }

        var codes = (field.Codes ?? registered!).Where(code => registered?.Contains(code) ?? true).Distinct(StringComparer.Ordinal).ToList();
        return new(field, Enumeration(database, field, codes));
    }

    /// <summary>SQL over the texts: the value that is stored; null when the text is none. What is null here and not there is judged by <see cref="Broken"/>.</summary>
    /// <param name="plainNumbers">See <see cref="Staging.CellSurvey"/>: of cells that are bare and have plain numbers.</param>
    /// <remarks>
    /// The forms are those of <see cref="TypedRows.Value"/>, told without a regular expression where that is quicker. One that is refused
    /// here and allowed there (+5, 007) only takes the longer way.
    /// </remarks>
    public string Value(bool plainNumbers)
    {
        var text = TypedRows.TextOf(Field.Name);
        return Field.Type switch
        {
            FieldType.Text => CodeType is null ? text : $"try_cast({text} as {CodeType})",
            FieldType.Year when CodeType is not null => string.Create(CultureInfo.InvariantCulture, $"({FirstYear} + enum_code(try_cast({text} as {CodeType})))::integer"),
            FieldType.WholeNumber => $"case when try_cast({text} as bigint)::varchar = {text} then try_cast({text} as bigint) end",
            FieldType.Number when plainNumbers => $"try_cast({text} as double)",
            _ => TypedRows.Value(Field, text),
        };
    }

    /// <summary>SQL over texts and values: true where a row breaks a rule of this field.</summary>
    public IEnumerable<string> Broken(IEnumerable<RowRule> rules)
    {
        var (text, value) = (TypedRows.TextOf(Field.Name), SqlText.Identifier(Field.Name));
        var own = rules.Where(rule => rule.Field == Field.Name && (CodeType is null || !OfCodes.Contains(rule.Name))).Select(rule => $"coalesce({rule.Broken}, false)");
        return CodeType is not null ? own.Append($"({text} is not null and {value} is null)")
            : Field.Type == FieldType.Number ? own.Append($"not coalesce(isfinite({value}), true)")
            : own;
    }

    private static int Year(string? limit, int otherwise) => limit is null ? otherwise : int.Parse(limit, CultureInfo.InvariantCulture);

    private static string Enumeration(WorkDatabase database, SchemaField field, IReadOnlyList<string> texts)
    {
        var type = SqlText.Identifier("codes:" + field.Name);
        var fitting = field.Pattern is null ? "" : $" where regexp_full_match(code, {SqlText.Literal(field.Pattern)})";
        database.Execute($"drop type if exists {type}");
        // In the order of the texts, so that places compare as texts do.
        database.Execute($"create type {type} as enum (select code from unnest({SqlText.Literals(texts)}) as list (code){fitting} order by code)");
        return type;
    }
}
