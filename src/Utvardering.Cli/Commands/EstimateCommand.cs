using System.CommandLine;
using System.Security.Cryptography;
using Utvardering.Cli.Output;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Documentation;
using Utvardering.Methods.Tables;
using Utvardering.Warehouse;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering estimate</c>: one command below it for each method.</summary>
internal static class EstimateCommand
{
    public static Command Make()
    {
        var command = new Command("estimate", "Runs one method on a tidy table, CSV or Parquet: estimate METHOD --help tells its columns, options and answer.");
        foreach (var method in MethodCatalog.All)
        {
            command.Add(Make(method));
        }

        return command;
    }

    private static Command Make(IEstimationMethod method)
    {
        var description = method.Description;
        var data = new Option<string>("--data") { Description = "The table, .csv or .parquet.", HelpName = "FILE", Required = true };
        var options = new Option<string[]>("--options") { Description = "Options of the method.", HelpName = "name=value", AllowMultipleArgumentsPerToken = true };
        var seed = new Option<ulong>("--seed") { Description = "Seed of random numbers.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of tables." };
        var command = new Command(description.Name, $"{description.Title}.\n\n{MethodText.Plain(description)}") { data };
        var columns = Enum.GetValues<ColumnRole>().ToDictionary(role => role, role => new Option<string?>(MethodInput.Flag(role))
        {
            Description = description.Columns.FirstOrDefault(column => column.Role == role)?.Meaning ?? "no use here",
            HelpName = role == ColumnRole.Covariates ? "A,B" : "COL",
            Hidden = description.Columns.All(column => column.Role != role),
        });
        foreach (var column in columns.Values)
        {
            command.Add(column);
        }

        command.Add(options);
        command.Add(seed);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var given = new TidyColumns
            {
                Unit = parsed.GetValue(columns[ColumnRole.Unit]),
                Time = parsed.GetValue(columns[ColumnRole.Time]),
                Outcome = parsed.GetValue(columns[ColumnRole.Outcome]),
                Treated = parsed.GetValue(columns[ColumnRole.Treated]),
                Cohort = parsed.GetValue(columns[ColumnRole.Cohort]),
                Cluster = parsed.GetValue(columns[ColumnRole.Cluster]),
                Exposure = parsed.GetValue(columns[ColumnRole.Exposure]),
                Weights = parsed.GetValue(columns[ColumnRole.Weights]),
                Covariates = parsed.GetValue(columns[ColumnRole.Covariates])?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            };
            Run(method, parsed.GetValue(data)!, given, parsed.GetValue(options) ?? [], parsed.GetValue(seed), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Run(IEstimationMethod method, string file, TidyColumns columns, string[] options, ulong seed, bool json)
    {
        var input = MethodInput.Read(method.Description, file, columns, options, seed);
        MethodAnswer answer;
        try
        {
            answer = method.Run(input);
        }
        catch (ArgumentException fault)
        {
            throw new InputException(fault.Message);
        }

        if (json)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(AnswerJson.Write(method.Description, input, answer, Sha256(file)));
        }
        else
        {
            EstimateOutput.Write(answer);
        }
    }

    private static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
