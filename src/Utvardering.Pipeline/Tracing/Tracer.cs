using Utvardering.Evaluation.Panels;
using Utvardering.Ingestion;
using Utvardering.Ingestion.Schemas;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Build;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lineage;
using Utvardering.Warehouse.Models;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Pipeline.Tracing;

/// <summary>Follows a figure of a run back: row, plan, registry, columns of the models, vintages, landed files.</summary>
/// <param name="project">Whose <c>pipelines/</c> the models and the registry are read from.</param>
/// <param name="dataRoot">The data root that holds the run.</param>
public sealed class Tracer(ProjectFolder project, string dataRoot)
{
    private const int ShownFigures = 50;

    private string Pipelines => Path.Combine(project.Root, "pipelines");

    /// <param name="id">The figure: a result id, or a table's name and a row's key.</param>
    /// <param name="runId">The run, or null for the one made last.</param>
    /// <exception cref="InputException">There is no such run or figure, or the id names figures of several indicators.</exception>
    public Trace Find(string id, string? runId)
    {
        var folder = new RunFolders(Path.Combine(dataRoot, "runs")).Existing(runId);
        var provenance = Provenance.Read(folder);
        var models = SqlModel.LoadAll(Path.Combine(Pipelines, "warehouse"));
        var registry = RegistryFiles.Load(Pipelines);
        using var rows = new RunRows(Path.Combine(folder, "results"), models, id);
        if (rows.Count == 0)
        {
            throw new InputException($"No figure of the run {provenance.RunId} has the id '{id}'. Near: {string.Join(", ", rows.Nearest(id))}. Ids stand under the report's charts and in its tables; a row of a table without ids is named by the table and its key.");
        }

        // What may not leave is not shown here either: its way is, without its values.
        using var released = new RunRows(Path.Combine(folder, "released"), models, id);
        var outcomes = rows.Distinct("outcome_id").Select(outcome => rows.Row("outcomes", "outcome_id", outcome)).ToList();
        var indicator = Indicator(id, rows, outcomes, registry);
        var trees = Trees(rows.Tables, indicator, models, registry);
        return new(
            id,
            provenance.RunId,
            provenance.Profile,
            provenance.Mark,
            rows.Count,
            Figures(rows, released),
            provenance.Plan,
            outcomes is [var outcome] ? outcome : null,
            rows.Distinct("design_id") is [var design] ? rows.Row("designs", "design_id", design) : null,
            indicator is null ? null : new(indicator.Id, indicator.Title.En, indicator.Unit.En, indicator.Measure, indicator.Code, indicator.Per, indicator.Denominator, indicator.Group, Place(indicator)),
            trees,
            Vintages(provenance, rows, indicator, trees),
            Notes(provenance, rows.Count - released.Count));
    }

    private static Indicator? Indicator(string id, RunRows rows, IEnumerable<IReadOnlyDictionary<string, object?>?> outcomes, RegistryFiles registry)
    {
        var ids = rows.Distinct("indicator_id").Concat(outcomes.Select(outcome => outcome?.GetValueOrDefault("indicator_id") as string).OfType<string>()).Distinct().ToList();
        return ids.Count > 1
            ? throw new InputException($"'{id}' names {rows.Count} figures of {ids.Count} indicators: {string.Join(", ", ids)}. Add to the id.")
            : registry.Indicators.FirstOrDefault(candidate => ids.Contains(candidate.Id));
    }

    private IReadOnlyList<TracedColumn> Trees(IReadOnlyList<string> tables, Indicator? indicator, IReadOnlyList<SqlModel> models, RegistryFiles registry)
    {
        using var database = Database.OpenInMemory();
        WarehouseBuilder.Prepare(database, DatasetTables.Of(project, []), registry);
        var map = LineageMap.Of(models, database);
        var others = indicator is null ? [] : registry.Indicators.Select(candidate => candidate.Measure).Where(measure => measure != indicator.Measure).Select(measure => $"lake.{measure}").ToHashSet();
        var marts = map.Models.Where(model => tables.Contains(model.Model)).SelectMany(model => model.Columns.Select(column => new TableColumn(model.Model, column.Column)));
        // Another table is the evaluation's, which reads the marts by these questions.
        var read = tables.Where(table => !map.IsModel(table)).SelectMany(WarehouseQueries.Behind).Distinct().SelectMany(sql => map.OfQuery("the evaluation's question", sql).Columns).SelectMany(column => column.From).Distinct();
        return new ColumnTrees(map, models, others, model => Path.GetRelativePath(project.Root, model.Path).Replace(Path.DirectorySeparatorChar, '/'))
            .Of(marts.Concat(read).Distinct());
    }

    private IReadOnlyList<TracedVintage> Vintages(RunProvenance provenance, RunRows rows, Indicator? indicator, IReadOnlyList<TracedColumn> trees)
    {
        var datasets = ColumnTrees.Datasets(trees).ToList();
        var sources = rows.Distinct("source");
        bool IsOwn(UsedVintage vintage) => vintage.Dataset == indicator?.Measure;
        var municipalities = rows.Distinct("municipality_code");
        // Of a mart the period is the figure's; an estimate is of more than the period it names.
        var periods = rows.Tables.All(table => table.StartsWith("marts.", StringComparison.Ordinal)) ? rows.Distinct("period_start") : [];
        var figure = indicator is null ? null : new FigureRows(indicator.Code, municipalities.Count > 0 ? municipalities : null, periods.Count > 0 ? periods : null);
        var trace = new VintageTrace(dataRoot);
        return [.. provenance.Vintages
            .Where(vintage => datasets.Contains(vintage.Dataset) && (!IsOwn(vintage) || sources.Count == 0 || sources.Contains(vintage.Source)))
            .OrderBy(vintage => !IsOwn(vintage))
            .ThenBy(vintage => vintage.Dataset, StringComparer.Ordinal)
            .ThenBy(vintage => vintage.Source, StringComparer.Ordinal)
            .Select(vintage => trace.Of(vintage, IsOwn(vintage) ? figure : null))];
    }

    private static IReadOnlyList<TracedFigure> Figures(RunRows rows, RunRows released)
    {
        var shown = released.First(ShownFigures).ToLookup(figure => (figure.Table, figure.Id));
        return [.. rows.First(ShownFigures).Select(figure => shown[(figure.Table, figure.Id)].FirstOrDefault() ?? figure with { Values = null })];
    }

    private List<string> Notes(RunProvenance provenance, long withheld)
    {
        var notes = new List<string>();
        if (FolderHash.Of(Pipelines) != provenance.PipelinesHash)
        {
            notes.Add($"pipelines/ has changed since the run was made (its hash was {provenance.PipelinesHash[..12]}): the columns and the registry's entry are shown as they stand now.");
        }

        if (withheld > 0)
        {
            notes.Add($"{withheld} of the figures were not released (pipelines/disclosure.yaml): their values are not shown.");
        }

        return notes;
    }

    private string Place(Indicator indicator)
    {
        var file = Path.Combine(Pipelines, "registry", "indicators.yaml");
        var line = File.ReadLines(file).TakeWhile(line => line.Trim() != $"- id: \"{indicator.Id}\"" && line.Trim() != $"- id: {indicator.Id}").Count() + 1;
        return $"pipelines/registry/indicators.yaml:{line}";
    }
}
