using System.CommandLine;
using Utvardering.Cli.Output;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering query</c></summary>
internal static class QueryCommand
{
    public static Command Make()
    {
        var sql = new Argument<string>("sql") { Description = "One SELECT; \"from tables\" lists the tables there are, \"from columns\" what is in them." };
        var profile = SharedOptions.Profile();
        var data = SharedOptions.Data();
        var run = SharedOptions.Run();
        var format = new Option<string>("--format") { Description = "table, csv, json or parquet.", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "csv", "json", "parquet");
        var output = new Option<string?>("--output") { Description = "A new file to write to instead of the screen.", HelpName = "FILE" };
        var command = new Command("query", "Looks at a run's released tables and marts with SQL (DuckDB's), read-only.") { sql, profile, data, run, format, output };
        command.SetAction(parsed =>
        {
            var folders = new RunFolders(Path.Combine(SharedOptions.DataRoot(parsed.GetValue(data), parsed.GetValue(profile)!), "runs"));
            var released = Path.Combine(folders.Existing(parsed.GetValue(run)), "released");
            using var query = new ParquetQuery(released, parsed.GetValue(sql)!);
            if (query.Mark is { } mark)
            {
                Console.Error.WriteLine(mark);
            }

            QueryOutput.Write(query, parsed.GetValue(format)!, parsed.GetValue(output));
            return ExitCode.Done;
        });
        return command;
    }
}
