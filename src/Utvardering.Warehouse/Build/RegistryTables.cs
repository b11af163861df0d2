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
        Fill(database, "participation_strand", "programme_id varchar, municipality_code varchar, valid_from date, strand varchar",
            from programme in registry.Programmes
            from part in programme.Participants
            from strand in part.Strands
            select new object?[] { programme.Id, part.Municipality, part.From, strand });
        Fill(database, "indicator",
            "indicator_id varchar, title_sv varchar, title_en varchar, unit_sv varchar, unit_en varchar, measure varchar, code varchar, grain varchar, per double, denominator varchar, group_rule varchar, better varchar, " +
            "domain varchar, numerator_sv varchar, numerator_en varchar, small_numbers_sv varchar, small_numbers_en varchar",
            registry.Indicators.Select(row => new object?[]
            {
                row.Id, row.Title.Sv, row.Title.En, row.Unit.Sv, row.Unit.En, row.Measure, row.Code, row.Grain, row.Per, row.Denominator, row.Group, row.Better,
                row.Domain, row.Numerator?.Sv, row.Numerator?.En, row.SmallNumbers?.Sv, row.SmallNumbers?.En,
            }));
        Fill(database, "indicator_caveat", "indicator_id varchar, place integer, caveat_sv varchar, caveat_en varchar",
            registry.Indicators.SelectMany(row => row.Caveats.Select((caveat, place) => new object?[] { row.Id, place + 1, caveat.Sv, caveat.En })));
        Fill(database, "indicator_break", "indicator_id varchar, valid_from date, text_sv varchar, text_en varchar, document_id varchar",
            registry.Indicators.SelectMany(row => row.Breaks, (row, change) => new object?[] { row.Id, change.From, change.Text.Sv, change.Text.En, change.Document }));
        Fill(database, "comparison_group", "group_id varchar, title_sv varchar, title_en varchar, kind varchar, programme_id varchar, of_group_id varchar",
            registry.Groups.Select(row => new object?[] { row.Id, row.Title.Sv, row.Title.En, row.Members.Kind, row.Programme, Of(row.Members) }));
        Fill(database, "comparison_group_by", "group_id varchar, subject varchar",
            registry.Groups.SelectMany(By, (group, subject) => new object?[] { group.Id, subject }));
        Fill(database, "comparison_group_without", "group_id varchar, programme_id varchar",
            registry.Groups.SelectMany(group => group.Without, (group, programme) => new object?[] { group.Id, programme }));
        Fill(database, "population_class", "class_id varchar, at_least integer, title_sv varchar, title_en varchar",
            registry.PopulationClasses.Select(row => new object?[] { row.Id, row.From, row.Title.Sv, row.Title.En }));
    }

    private static string? Of(GroupMembers members) => members switch { PeerMembers peers => peers.Of, NearestMembers nearest => nearest.Of, _ => null };

    private static IReadOnlyList<string> By(ComparisonGroup group) => group.Members switch { PeerMembers peers => peers.By, NearestMembers nearest => nearest.By, _ => [] };

    private static void Fill(Database database, string table, string columns, IEnumerable<object?[]> rows)
    {
        database.Execute($"create table registry.{table} ({columns})");
        using var appender = database.Append(table, "registry");
        appender.AppendAll(rows);
    }
}
