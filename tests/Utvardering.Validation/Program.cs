using System.CommandLine;
using Utvardering.Testing;
using Utvardering.Validation.Panels;
using Utvardering.Validation.Plans;
using Utvardering.Validation.PreTrends;
using Utvardering.Validation.Report;
using Utvardering.Validation.Simulation;

var replications = new Option<int>("--replications") { Description = "Replications of the fast methods; slow ones take a share of them.", DefaultValueFactory = _ => 500 };
var seed = new Option<ulong>("--seed") { Description = "The seed: the same seed gives the same bytes.", DefaultValueFactory = _ => 1 };
var output = new Option<string>("--output") { Description = "The folder the report is written to.", DefaultValueFactory = _ => Path.Combine(Repository.Root, "docs", "validation") };
var root = new RootCommand("Size and coverage of every inference method with 6 of 11 and 6 of 290 units treated.") { replications, seed, output };
root.SetAction(answer =>
{
    var settings = new StudySettings(answer.GetValue(replications), answer.GetValue(seed));
    var offences = OffenceFiles.TryRead(Repository.Shared, Path.Combine(Repository.Root, "pipelines"));
    if (offences is null)
    {
        Console.Error.WriteLine($"The real panel is left out: {Path.Combine(Repository.Shared, "data")} is absent.");
    }

    var results = Study.Run(Scenarios.All(settings.Seed, offences), settings, Console.Error);
    var folder = Directory.CreateDirectory(answer.GetValue(output)!).FullName;
    File.WriteAllText(Path.Combine(folder, "size-and-coverage.csv"), CsvTable.Write(results));
    File.WriteAllText(Path.Combine(folder, "README.md"), ReportPage.Write(results, settings, offences));
    Console.WriteLine($"Written: {Path.Combine(folder, "README.md")}");
});
root.Subcommands.Add(PlanCommand.Make());
root.Subcommands.Add(PreTrendCommand.Make());
return root.Parse(args).Invoke();
