using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Checks;

/// <summary>The code lists that the checks across fields ask, as tables <c>codelist_name</c>.</summary>
internal static class CodeListTables
{
    public static void Load(StagedRows staged)
    {
        foreach (var file in Directory.GetFiles(staged.Project.CodeLists, "*.csv").Append(staged.Project.Municipalities).Order(StringComparer.Ordinal))
        {
            var name = "codelist_" + Path.GetFileNameWithoutExtension(file).Replace('-', '_');
            if (staged.Schema.Checks.Any(check => check.Sql.Contains(name, StringComparison.Ordinal)))
            {
                staged.Database.Execute($"create or replace table {SqlText.Identifier(name)} as select * from {CodeList.From(file)}");
            }
        }
    }
}
