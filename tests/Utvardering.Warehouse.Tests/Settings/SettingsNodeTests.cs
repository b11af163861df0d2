using Utvardering.Testing;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Tests.Settings;

public sealed class SettingsNodeTests
{
    [Fact]
    public void Values_are_read_in_their_kinds()
    {
        var node = Load("{text: abc, number: 1.5, whole: 7, percent: -10%, flag: true, day: 2024-02-29, month: 2024-02, both: {sv: å, en: a}, list: [x, y]}");

        Assert.Equal("abc", node["text"].Text());
        Assert.Equal(1.5, node["number"].Number());
        Assert.Equal(7, node["whole"].WholeNumber());
        Assert.Equal(-0.10, node["percent"].Percent(), 12);
        Assert.True(node["flag"].Flag());
        Assert.Equal(new DateOnly(2024, 2, 29), node["day"].Date());
        Assert.Equal(new DateOnly(2024, 2, 1), node["month"].Date());
        Assert.Equal(new LocalText("å", "a"), node["both"].Local());
        Assert.Equal(["x", "y"], node["list"].Texts());
        Assert.Null(node.Find("nosuch"));
    }

    [Theory]
    [InlineData("a: 1\nb: [", "x.yaml line ")]
    [InlineData("a: 1\nb: {c: 1", "x.yaml line ")]
    public void What_is_not_YAML_is_told_by_file_and_line(string yaml, string told)
        => Assert.Contains(told, Assert.Throws<InputException>(() => Load(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_that_nobody_asked_for_is_told_with_its_line_and_the_known_ones()
    {
        var node = Load("a: 1\nnosuch: 2");
        var read = (node["a"].WholeNumber(), node.Find("b")?.Text());

        Assert.Contains("line 2: unknown key 'nosuch'. Known keys: a, b", Assert.Throws<InputException>(() => node.Done(read)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_of_kind_are_told_by_file_line_and_key()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["plan.yaml"], "a:\n  b: x\n");
        var node = SettingsFile.Load(folder["plan.yaml"]);

        var fault = Assert.Throws<InputException>(() => node["a"]["b"].Number());

        Assert.Contains("plan.yaml line 2: 'b' is 'x', which is not a number", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_is_told_with_the_line_of_the_mapping_that_lacks_it()
        => Assert.Contains("line 2: the key 'c' is missing under 'a'", Assert.Throws<InputException>(() => Load("a:\n  b: 1")["a"]["c"]).Message, StringComparison.Ordinal);

    private static SettingsNode Load(string yaml)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["x.yaml"], yaml);
        return SettingsFile.Load(folder["x.yaml"]);
    }
}
