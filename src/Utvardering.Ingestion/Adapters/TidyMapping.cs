using System.Globalization;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>From a table's columns to a dataset's fields, as the YAML says.</summary>
/// <param name="Fields">Field of the dataset → where its text comes from; fields left out are empty.</param>
/// <param name="Where">Column → regular expression that the whole cell must match; other rows are skipped and counted.</param>
/// <param name="Skip">Column → regular expression; rows whose whole cell matches one are skipped and counted.</param>
internal sealed record TidyMapping(IReadOnlyDictionary<string, TidyColumn> Fields, IReadOnlyDictionary<string, string> Where, IReadOnlyDictionary<string, string> Skip)
{
    /// <summary>The columns the table must have.</summary>
    public IReadOnlyCollection<string> Needed { get; } =
        Fields.Values.Select(column => column.From).OfType<string>().Concat(Where.Keys).Concat(Skip.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is taken of each file before it is mapped: the needed columns, and what its name says.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Fields.Values.Select(column => column.Gathered).OfType<string>().Concat(Where.Keys).Concat(Skip.Keys).Distinct(StringComparer.Ordinal)];

    public static TidyMapping Read(SettingsNode source, IReadOnlyList<string> fields)
    {
        var columns = source["columns"];
        var unknown = columns.Keys.Except(fields).FirstOrDefault();
        return unknown is not null
            ? throw columns[unknown].Fault($"is no field of the dataset, which has {string.Join(", ", fields)}")
            : new(
                columns.Done(columns.Keys.ToDictionary(field => field, field => TidyColumn.Read(columns[field]))),
                source.Find("where")?.AllTexts() ?? new Dictionary<string, string>(),
                source.Find("skip")?.AllTexts() ?? new Dictionary<string, string>());
    }

    /// <summary>For the problem reports: field → the file's own name of the column.</summary>
    public Dictionary<string, string> Names(Func<string, string> nameOf) =>
        Fields.Where(field => field.Value.From is not null).ToDictionary(field => field.Key, field => nameOf(field.Value.From!));

    /// <summary>Those of <see cref="Columns"/> that a file's name gives, with the text.</summary>
    public Dictionary<string, string> Given(LandedBody body) => Fields.Values
        .Where(column => column.FileName is not null)
        .DistinctBy(column => column.Gathered)
        .ToDictionary(column => column.Gathered!, column => column.Given(body), StringComparer.Ordinal);

    /// <param name="rows">With <see cref="Columns"/>.</param>
    public void Insert(StagedRows staged, GatheredRows rows)
    {
        if (!rows.Any)
        {
            return;
        }

        if (Fields.Values.Any(field => field.Region is not null))
        {
            RegionNames.Load(staged);
        }

        var marks = SourceMarks.Of(staged.Project, staged.Source.Adapter);
        var wanted = string.Join(" and ", Where.Select(where => Matches(where)).Concat(Skip.Select(skip => $"not {Matches(skip)}")).DefaultIfEmpty("true"));
        foreach (var (body, skipped) in GatheredRows.Counts(staged, $"{GatheredRows.Table} where not ({wanted})"))
        {
            staged.Warn(string.Create(CultureInfo.InvariantCulture, $"{body.Origin}: {skipped} rows skipped by '{(Skip.Count == 0 ? "where" : Where.Count == 0 ? "skip" : "where and skip")}'."));
        }

        staged.Insert(
            Fields.ToDictionary(field => field.Key, field => field.Value.Sql(staged, field.Value.Gathered is { } column ? rows.Of(column) : SqlText.Literal(field.Value.Constant!), marks)),
            $"{GatheredRows.Table} where {wanted}");

        string Matches(KeyValuePair<string, string> rule) => $"regexp_full_match(coalesce({rows.Of(rule.Key)}, ''), {SqlText.Literal(rule.Value)})";
    }
}
