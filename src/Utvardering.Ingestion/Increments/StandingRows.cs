using System.Globalization;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Increments;

/// <summary>
/// The rows of the vintage that stands, under the changes that were staged: a changed value takes the place of the one that stood, a new
/// one is added, a withdrawn one goes.
/// </summary>
internal sealed class StandingRows
{
    private const string Changed = "changed_keys";
    private const string Standing = "standing_rows";
    private const string StandingBodies = "standing_bodies";

    // So an adapter tells that the source has withdrawn a value.
    private const string Withdrawn = "status is not distinct from 'withdrawn'";

    private readonly DataPackage package;

    /// <param name="landing"><c>landing/&lt;source&gt;</c>.</param>
    public StandingRows(Vintage vintage, string landing)
    {
        Vintage = vintage;
        package = vintage.ReadPackage();
        Bodies = [.. package.Landing.DistinctBy(body => body.Sha256).Select(body =>
            new LandedBody(body.Sha256, body.Origin, body.Retrieved, Path.Combine(landing, body.Sha256), 0, null, null))];
    }

    public Vintage Vintage { get; }

    /// <summary>The bodies its rows came from. They are not read again, and need not be there any more.</summary>
    public IReadOnlyList<LandedBody> Bodies { get; }

    /// <summary>Puts the standing rows under the staged changes.</summary>
    /// <param name="staged">Holds the rows of the changes, and afterwards all rows. <see cref="Bodies"/> are among its bodies.</param>
    public void PutUnder(StagedRows staged)
    {
        foreach (var note in package.Notes ?? [])
        {
            staged.Note(note);
        }

        var fields = SqlLists.Names(staged.Schema.FieldNames);
        var key = SqlLists.Names(staged.Schema.PrimaryKey);
        staged.Database.Execute($"create or replace table {Changed} as select distinct {key} from {StagedRows.Table}");
        // A value that was withdrawn and given anew stands: whatever of it the source says last, it is there.
        staged.Database.Execute($"delete from {StagedRows.Table} where {Withdrawn}");
        LoadStanding(staged);
        staged.Database.Execute(
            $"insert into {StagedRows.Table} ({StagedRows.FileColumn}, {StagedRows.RowColumn}, {fields}) " +
            $"select {StagedRows.FileColumn}, {StagedRows.RowColumn}, {fields} from {Standing} " +
            $"where not exists (select 1 from {Changed} where {Same(staged, Changed, Standing)})");
        staged.Database.Execute($"drop table {Changed}; drop table {Standing}; drop table {StandingBodies}");
    }

    /// <summary>The draft of the vintage that the changes make: it names the vintage it was built upon, and the bodies that rows came from.</summary>
    /// <param name="draft">Of the staged rows.</param>
    public VintageDraft Name(VintageDraft draft, StagedRows staged, ChangeSet changes)
    {
        var used = staged.Database.Texts($"select distinct {StagedRows.FileColumn} from {StagedRows.Table}")
            .Select(file => staged.Bodies[int.Parse(file, CultureInfo.InvariantCulture)].Sha256).ToHashSet(StringComparer.Ordinal);
        var fresh = changes.Bodies.Select(body => (body.Sha256, body.Origin)).ToHashSet();
        return draft with
        {
            Landing = [.. draft.Landing.Where(body => used.Contains(body.Sha256) || fresh.Contains((body.Sha256, body.Origin))).DistinctBy(body => (body.Sha256, body.Origin))],
            Base = new(Vintage.Name.ToString(), changes.From, [.. changes.Bodies.Select(body => body.Sha256).Distinct()]),
        };
    }

    /// <summary>The vintage's rows as texts, as the source gave them: its corrections are undone, and made anew of what stands afterwards.</summary>
    private void LoadStanding(StagedRows staged)
    {
        var bodies = string.Join(", ", Bodies.Select(body => $"({staged.FileOf(body)}, {SqlText.Literal(body.Sha256)})"));
        staged.Database.Execute($"create or replace table {StandingBodies} as select * from (values {bodies}) as body ({StagedRows.FileColumn}, landing_sha256)");
        var texts = string.Join(", ", staged.Schema.FieldNames.Select(field => $"cast({SqlText.Identifier(field)} as varchar) as {SqlText.Identifier(field)}"));
        staged.Database.Execute(
            $"create or replace table {Standing} as select {StagedRows.FileColumn}, {StagedRows.RowColumn}, {texts} " +
            $"from read_parquet({SqlText.Literals(Vintage.Parts)}) join {StandingBodies} using (landing_sha256)");
        foreach (var correction in package.Corrections ?? [])
        {
            var key = string.Join(" and ", correction.Key.Select(part => $"{SqlText.Identifier(part.Key)} is not distinct from {Literal(part.Value)}"));
            staged.Database.Execute($"update {Standing} set {SqlText.Identifier(correction.Column)} = {Literal(correction.Old)} where {key}");
        }
    }

    private static string Same(StagedRows staged, string one, string other) =>
        string.Join(" and ", staged.Schema.PrimaryKey.Select(name => $"{one}.{SqlText.Identifier(name)} is not distinct from {other}.{SqlText.Identifier(name)}"));

    private static string Literal(string? text) => text is null ? "null" : SqlText.Literal(text);
}
