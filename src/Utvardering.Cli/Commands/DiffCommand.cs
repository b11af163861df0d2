using System.CommandLine;
using Utvardering.Cli.Output;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Vintages;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering diff</c></summary>
internal static class DiffCommand
{
    private const string Names = "a vintage's name or the beginning of it, newest, previous, or a date";

    public static Command Make()
    {
        var dataset = new Argument<string>("dataset") { Description = "The dataset, such as reported_offences." };
        var from = new Option<string?>("--from") { Description = $"The earlier state: {Names}. Default: the one before --to.", HelpName = "V" };
        var to = new Option<string?>("--to") { Description = $"The later state: {Names}. Default: newest.", HelpName = "V" };
        var source = new Option<string?>("--source") { Description = "The source, where several feed the dataset.", HelpName = "NAME" };
        var by = new Option<string?>("--by") { Description = "Key columns to count by, with commas between. Default: the first two that are no registry's.", HelpName = "COLUMNS" };
        var largest = new Option<int>("--largest") { Description = "How many of the largest revisions to list.", DefaultValueFactory = _ => 20, HelpName = "N" };
        var order = new Option<string>("--largest-by") { Description = "absolute or relative.", DefaultValueFactory = _ => "absolute", HelpName = "SIZE" };
        order.AcceptOnlyFromAmong("absolute", "relative");
        var format = new Option<string>("--format") { Description = "table, json (the same for programs) or csv (every changed cell).", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var profile = SharedOptions.Profile();
        var data = SharedOptions.Data();
        var command = new Command("diff", "Shows what a new vintage of a dataset changed: rows added, removed and revised, and how far numbers moved.")
        {
            dataset, from, to, source, by, largest, order, format, profile, data,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(largest) < 0)
            {
                throw new InputException($"--largest is {parsed.GetValue(largest)}. Give a number of rows, 0 for none.");
            }

            var lake = new LakeStore(Path.Combine(SharedOptions.DataRoot(parsed.GetValue(data), parsed.GetValue(profile)!), "lake"));
            var (earlier, later) = VintageChoice.Pair(lake, parsed.GetValue(dataset)!, parsed.GetValue(source), parsed.GetValue(from), parsed.GetValue(to));
            using var comparison = new VintageComparison(earlier, later, parsed.GetValue(by)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            var diff = comparison.Diff(parsed.GetValue(largest), parsed.GetValue(order) == "relative" ? RevisionOrder.Relative : RevisionOrder.Absolute);
            if (diff.Synthetic)
            {
                Console.Error.WriteLine("Made-up figures, for trials only.");
            }

            switch (parsed.GetValue(format))
            {
                case "json":
                    JsonOutput.Write(diff);
                    break;
                case "csv":
                    using (var output = Console.OpenStandardOutput())
                    {
                        comparison.WriteCsv(output);
                    }

                    break;
                default:
                    DiffOutput.Write(diff);
                    break;
            }

            return ExitCode.Done;
        });
        return command;
    }
}
