using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Checks;

/// <summary>Code lists as tables <c>codelist_name</c>, for the checks across fields.</summary>
internal static class CodeListTables
{
    public static void Load(StagedRows staged)
    {
        foreach (var file in Directory.GetFiles(staged.Project.CodeLists, "*.csv").Order(StringComparer.Ordinal))
        {
            var name = "codelist_" + Path.GetFileNameWithoutExtension(file).Replace('-', '_');
            staged.Database.Execute($"create or replace table {SqlText.Identifier(name)} as select * from {CodeList.From(file)}");
        }

        staged.Database.Execute($"create or replace table codelist_municipalities as select * from {CodeList.From(staged.Project.Municipalities)}");
    }
}
