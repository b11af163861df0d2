using Utvardering.Methods.Catalog;
using Utvardering.Methods.Documentation;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;

namespace Utvardering.Methods.Tests;

/// <summary>What the manual shows can be typed.</summary>
public sealed class MethodExampleTests
{
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var method in MethodCatalog.All.Select(method => method.Description))
        {
            method.Examples.ToList().ForEach(example => examples.Add(method.Name, example.Arguments));
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_names_columns_and_options_that_the_method_has(string method, string arguments)
    {
        var description = MethodRun.Find(method).Description;
        var words = arguments.Split(' ');
        var isOption = Array.IndexOf(words, "--options") is var at and >= 0 ? words[(at + 1)..].TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray() : [];
        var flags = words.Where(word => word.StartsWith("--", StringComparison.Ordinal) && word is not ("--options" or "--seed" or "--json")).ToArray();
        OptionValues.Read(method, description.Options, isOption);
        Assert.All(flags, flag => Assert.Contains(description.Columns, column => MethodInput.Flag(column.Role) == flag));
        Assert.All(description.Columns.Where(column => column.Required), column => Assert.Contains(MethodInput.Flag(column.Role), flags));

        // Each flag is followed by the name of a column.
        Assert.All(flags, flag => Assert.False(words[Array.IndexOf(words, flag) + 1].StartsWith("--", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_method_has_an_example_and_tells_all_of_itself_in_its_help() => Assert.All(MethodCatalog.All.Select(method => method.Description), method =>
    {
        Assert.NotEmpty(method.Examples);
        var help = MethodText.Plain(method);
        Assert.All(method.Options, option => Assert.Contains($"`{option.Name}` (", help, StringComparison.Ordinal));
        Assert.All(method.Columns, column => Assert.Contains($"`{MethodInput.Flag(column.Role)}`", help, StringComparison.Ordinal));
        Assert.All(method.Tables.SelectMany(table => table.Columns.Select(column => column.Name).Prepend(table.Name)), name => Assert.Contains($"`{name}`", help, StringComparison.Ordinal));
        Assert.All(method.Estimates, part => Assert.Contains($"`{part.Name}`", help, StringComparison.Ordinal));
        Assert.Contains("`sha256`", help, StringComparison.Ordinal);
    });

    [Fact]
    public void An_option_that_is_for_another_one_s_values_names_ones_that_there_are() => Assert.All(MethodCatalog.All.Select(method => method.Description), method =>
        Assert.All(method.Options.Where(option => option.For is not null), option =>
        {
            var (other, values) = option.For!.Value;
            var found = Assert.Single(method.Options, one => one.Name == other);
            Assert.All(values, value => Assert.True(found.Kind == OptionKind.Flag ? value is "yes" or "no" : found.Choices.Contains(value)));
        }));

    [Fact]
    public void The_names_are_those_the_command_promises() => Assert.Equal(
        [
            "did", "twfe", "event-study", "group-time", "sun-abraham", "imputation", "bacon", "poisson-did", "synthetic-control", "synthetic-did", "augmented-synthetic-control", "its",
            "randomisation", "staggered", "wild-bootstrap", "honest-did", "power", "meta", "rates", "funnel", "adjust-p",
        ],
        MethodCatalog.All.Select(method => method.Description.Name));
}
