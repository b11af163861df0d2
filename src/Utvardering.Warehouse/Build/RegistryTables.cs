using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Warehouse.Build;

/// <summary>The registry as tables of the schema <c>registry</c>.</summary>
internal static class RegistryTables
{
    public static void Create(Database database, RegistryFiles registry)
    {
        database.Execute("create schema registry");
        Fill(database, "municipality", "code varchar, name varchar, county_code varchar, county varchar, skr_group varchar",
            registry.Municipalities.Select(row => new object?[] { row.Code, row.Name, row.CountyCode, row.County, row.SkrGroup }));
        Fill(database, "source_document", "document_id varchar, publisher varchar, title varchar, published varchar",
            registry.Documents.Select(row => new object?[] { row.Id, row.Publisher, row.Title, row.Published }));
        Fill(database, "programme", "programme_id varchar, title_sv varchar, title_en varchar, targeted boolean, note_sv varchar, note_en varchar",
            registry.Programmes.Select(row => new object?[] { row.Id, row.Title.Sv, row.Title.En, row.Targeted, row.Note.Sv, row.Note.En }));
        Fill(database, "programme_strand", "programme_id varchar, strand varchar",
            registry.Programmes.SelectMany(programme => programme.Strands, (programme, strand) => new object?[] { programme.Id, strand }));
        Fill(database, "participation", "programme_id varchar, municipality_code varchar, role varchar, valid_from date, valid_to date, document_id varchar, certainty varchar",
            registry.Programmes.SelectMany(programme => programme.Participants, (programme, part) =>
                new object?[] { programme.Id, part.Municipality, part.Role, part.From, part.To, part.Document, part.Certainty }));
        Fill(database, "indicator", "indicator_id varchar, title_sv varchar, title_en varchar, unit_sv varchar, unit_en varchar, measure varchar, code varchar, grain varchar, per double, denominator varchar, group_rule varchar, better varchar",
            registry.Indicators.Select(row => new object?[]
            {
                row.Id, row.Title.Sv, row.Title.En, row.Unit.Sv, row.Unit.En, row.Measure, row.Code, row.Grain, row.Per, row.Denominator, row.Group, row.Better,
            }));
        Fill(database, "comparison_group", "group_id varchar, title_sv varchar, title_en varchar, programme_id varchar",
            registry.Groups.Select(row => new object?[] { row.Id, row.Title.Sv, row.Title.En, row.Programme }));
        Fill(database, "comparison_group_without", "group_id varchar, programme_id varchar",
            registry.Groups.SelectMany(group => group.Without, (group, programme) => new object?[] { group.Id, programme }));
    }

    private static void Fill(Database database, string table, string columns, IEnumerable<object?[]> rows)
    {
        database.Execute($"create table registry.{table} ({columns})");
        using var appender = database.Append(table, "registry");
        appender.AppendAll(rows);
    }
}
