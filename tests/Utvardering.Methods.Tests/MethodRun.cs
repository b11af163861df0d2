using System.Text.Json;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Tables;
using Utvardering.Testing;

namespace Utvardering.Methods.Tests;

/// <summary>Runs a method by its name on a table written as text, the way the command does, and holds the answer to the method's description.</summary>
internal static class MethodRun
{
    public static IEstimationMethod Find(string name) => MethodCatalog.All.Single(method => method.Description.Name == name);

    /// <param name="csv">The table's text, or the path of a file.</param>
    public static (MethodAnswer Answer, JsonElement Json) Of(string method, string csv, TidyColumns columns, ulong seed = 1, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var path = csv.Contains('\n', StringComparison.Ordinal) ? folder["table.csv"] : csv;
        if (path != csv)
        {
            File.WriteAllText(path, csv);
        }

        var found = Find(method);
        var input = MethodInput.Read(found.Description, path, columns, options, seed);
        var answer = found.Run(input);
        AssertAsDescribed(found.Description, answer);
        return (answer, JsonDocument.Parse(AnswerJson.Write(found.Description, input, answer, new string('0', 64))).RootElement);
    }

    private static void AssertAsDescribed(MethodDescription description, MethodAnswer answer)
    {
        Assert.All(answer.Estimates, named => Assert.Contains(description.Estimates, part => Fits(part.Name, named.Name)));
        Assert.All(answer.Tables, table =>
        {
            var described = Assert.Single(description.Tables, one => one.Name == table.Name);
            Assert.Equal(described.Columns.Select(column => column.Name), table.Columns);
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        });
        Assert.True(description.UsesSeed || answer.Estimates.All(named => named.Estimate.Seed is null), "A seed is told by a method that is said to draw none.");
    }

    private static bool Fits(string described, string name) =>
        described.Split('*') is [var start, var end] ? name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal) : described == name;
}
