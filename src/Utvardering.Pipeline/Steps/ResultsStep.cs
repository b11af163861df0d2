using Utvardering.Disclosure;
using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Pipeline.Steps;

/// <summary>Writes the result tables of a run, one Parquet file each.</summary>
internal static class ResultsStep
{
    public static void Write(string folder, Database warehouse, DisclosureFile disclosure, EvaluationResults results, Definitions definitions)
    {
        var mark = definitions.Run.MarkSv;
        void Table<T>(string name, IReadOnlyList<T> rows) => ParquetRecords.Write(Path.Combine(folder, name + ".parquet"), rows, mark);

        Table("effects", results.Effects);
        Table("event_study", results.EventStudy);
        Table("diagnostics", results.Diagnostics);
        Table("decisions", results.Decisions);
        Table("group_trend", results.GroupTrend);
        Table("municipality_trend", results.MunicipalityTrend);
        Table("outcomes", definitions.Outcomes);
        Table("designs", definitions.Designs);
        Table("groups", definitions.Groups);
        Table("programmes", definitions.Programmes);
        Table("sources", definitions.Sources);
        Table<RunRow>("run", [definitions.Run]);
        if (definitions.PlantedEffects.Count > 0)
        {
            Table("planted_effects", definitions.PlantedEffects);
        }

        foreach (var mart in disclosure.Tables.Select(table => table.Name).Where(name => name.StartsWith("marts.", StringComparison.Ordinal)))
        {
            // The models lie in key order.
            ParquetRecords.Export(warehouse, $"select * from {mart} order by rowid", Path.Combine(folder, mart + ".parquet"), mark);
        }
    }
}
