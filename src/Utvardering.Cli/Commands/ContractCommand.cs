using System.CommandLine;
using System.Text;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Template;
using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering contract</c></summary>
internal static class ContractCommand
{
    public static Command Make()
    {
        var dataset = new Argument<string>("dataset") { Description = "What is delivered: deliveries or support_log." };
        var output = new Option<string>("--out") { Description = "The folder to write to. Default: beside the schema.", HelpName = "DIR" };
        var command = new Command("contract", "Writes the Excel template and the Swedish guide of a delivery, made from its schema.") { dataset, output };
        command.SetAction(parsed =>
        {
            var project = HouseFolder.Find();
            var name = parsed.GetValue(dataset)!;
            var known = ContractReader.Datasets(project);
            if (!known.Contains(name))
            {
                throw new InputException($"'{name}' is nothing that is delivered. Choose one of: {string.Join(", ", known)}.");
            }

            var contract = ContractReader.Read(project, SchemaReader.Read(project, name));
            var folder = Path.GetFullPath(parsed.GetValue(output) ?? Path.GetDirectoryName(project.Schema(name))!);
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, ContractTemplate.FileName), ContractTemplate.Write(contract));
            File.WriteAllText(Path.Combine(folder, ContractGuide.FileName), ContractGuide.Write(contract), new UTF8Encoding(false));
            Console.WriteLine($"Written: {ContractTemplate.FileName} and {ContractGuide.FileName} in {folder}");
            return ExitCode.Done;
        });
        return command;
    }
}
