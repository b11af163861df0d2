using Utvardering.Disclosure;
using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Pipeline.Steps;

/// <summary>Writes the result tables of a run, one Parquet file each.</summary>
internal static class ResultsStep
{
    public static void Write(string folder, Database warehouse, DisclosureFile disclosure, ResultRows results, Definitions definitions)
    {
        var mark = definitions.Run.MarkSv;
        void Table<T>(string name, IReadOnlyList<T> rows) => ParquetRecords.Write(Path.Combine(folder, name + ".parquet"), rows, mark);

        Table("verdicts", results.Verdicts);
        Table("effects", results.Effects);
        Table("unit_effects", results.UnitEffects);
        Table("event_study", results.EventStudy);
        Table("group_time", results.GroupTime);
        Table("power", results.Power);
        Table("sensitivity", results.Sensitivity);
        Table("leave_one_out", results.LeaveOneOut);
        Table("diagnostics", results.Diagnostics);
        Table("weights", results.Weights);
        Table("distances", results.Distances);
        Table("placebos", results.Placebos);
        Table("dose", results.Dose);
        Table("dose_response", results.DoseResponse);
        Table("decisions", results.Decisions);
        Table("group_trend", results.GroupTrend);
        Table("municipality_trend", results.MunicipalityTrend);
        Table("families", definitions.Families);
        Table("plan_changes", definitions.PlanChanges);
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
            // The models lie in key order, and one thread gives their rows as they lie.
            ParquetRecords.Export(warehouse, $"select * from {mart}", Path.Combine(folder, mart + ".parquet"), mark);
        }
    }
}
