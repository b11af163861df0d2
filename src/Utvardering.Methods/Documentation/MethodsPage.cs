using System.Text;
using Utvardering.Methods.Catalog;

namespace Utvardering.Methods.Documentation;

/// <summary>Writes <c>docs/methods.md</c> from what the methods say of themselves.</summary>
public static class MethodsPage
{
    private const string Head = """
        # Methods
        *Made from the methods' own descriptions (`src/Utvardering.Methods`): don't edit by hand, run
        `UTVARDERING_WRITE_DOCS=1 dotnet test tests/Utvardering.Methods.Tests`.*

        Any method runs on any tidy table, without C#:

        ```sh
        dotnet run --project src/Utvardering.Cli -c Release -- estimate METHOD --data FILE.csv --unit COL --time COL --outcome COL \
            [--treated COL | --cohort COL] [--cluster COL] [--exposure COL] [--weights COL] [--covariates A,B] \
            [--options name=value …] [--seed N] [--json]
        ```

        FILE is CSV or Parquet, one row for each unit and period. `estimate METHOD --help` tells what stands below. Without `--json` the answer
        is tables for the eye; with it one object:

        | field | what |
        |---|---|
        | `method`, `options`, `seed` | what was run: every option with the value that held; the seed where random numbers are drawn, else null |
        | `data` | the file's name, SHA-256, number of rows, and which column was what |
        | `estimates` | each with `name`, `method` in words, `estimate`, `standardError`, `degreesOfFreedom`, `low`, `high`, `confidence`, `pValue`, `sample`, `warnings` |
        | `tables` | by name, each a list of rows |
        | `warnings` | what a careful statistician would tell the reader: `kind`, `unit`, `period`, `value`, `limit` |

        A number that a method does not give is null; an endless limit is the text `"Infinity"` or `"-Infinity"`.
        The same file, options and seed give the same bytes, whatever the number of processors.

        """;

    public static string Write()
    {
        var methods = MethodCatalog.All.Select(method => method.Description).ToList();
        return new StringBuilder(Head)
            .Append("\n| method | what |\n|---|---|\n")
            .AppendJoin("", methods.Select(method => $"| [`{method.Name}`](#{method.Name}) | {method.Title} |\n"))
            .AppendJoin("", methods.Select(method => $"\n## {method.Name}\n{method.Title}. {MethodText.Markdown(method)}\n"))
            .ToString();
    }
}
