using System.Text.RegularExpressions;
using Utvardering.Testing;

namespace Utvardering.Cli.Tests.Crashes;

/// <summary>
/// A small copy of <c>pipelines/</c> and <c>data-schema/</c> that runs in seconds: 26 municipalities, one outcome, one design, four made-up
/// sources. A second copy where the deliveries' schema refuses all files, for the way into quarantine, and a third where the personal-data
/// gate does: its contract has another name for a column, so that what stands in it may be anything.
/// </summary>
internal sealed partial class CrashHouse
{
    /// <summary>Two days of the made-up world between which Brå publishes a month and the other sources nothing.</summary>
    public const string Earlier = "2025-11-30";

    /// <inheritdoc cref="Earlier"/>
    public const string Later = "2025-12-31";

    public CrashHouse(TemporaryFolder folder)
    {
        Accepting = folder["accepting"];
        Refusing = folder["refusing"];
        Copy(Repository.Root, Accepting);
        Shrink(Accepting);
        Copy(Accepting, Refusing);
        Edit(Path.Combine(Refusing, "data-schema/deliveries/schema.json"), text =>
            NumeratorMaximum().Replace(text, "$1 0", 1));
        Gating = folder["gating"];
        Copy(Accepting, Gating);
        Edit(Path.Combine(Gating, "data-schema/deliveries/schema.json"), text =>
            text.Replace("\"heading\": \"instrument\"", "\"heading\": \"verktyg\"", StringComparison.Ordinal));
    }

    public string Accepting { get; }

    public string Refusing { get; }

    public string Gating { get; }

    private static void Shrink(string house)
    {
        var programmes = File.ReadAllText(Path.Combine(house, "pipelines/registry/programmes.yaml"));
        var needed = MunicipalityOf().Matches(programmes).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        // The made-up world names these two, and wants a municipality of each SKR group.
        needed.UnionWith(["0180", "1280"]);
        var groups = new HashSet<string>(StringComparer.Ordinal);
        Edit(Path.Combine(house, "pipelines/registry/municipalities.csv"), text => string.Concat(text.Split('\n')
            .Where((line, index) => index == 0 || (line.Length > 0 && (needed.Contains(line[..4]) | groups.Add(line[(line.LastIndexOf(',') + 1)..]))))
            .Select(line => line + "\n")));
        Edit(Path.Combine(house, "pipelines/profiles/sample.yaml"), text =>
            SourcesOf().Replace(text, "sources: [kolada-groups, scb-population, bra-sol, deliveries]"));
        Edit(Path.Combine(house, "pipelines/profiles/live.yaml"), text => SourcesOf().Replace(text, "sources: [kolada-groups]"));
        Edit(Path.Combine(house, "pipelines/evaluation/pilot-2024.yaml"), text =>
            OtherOutcomes().Replace(OtherDesigns().Replace(text, ""), "$1").Replace("draws: 400", "draws: 20", StringComparison.Ordinal));
    }

    private static void Copy(string from, string to)
    {
        foreach (var top in new[] { "pipelines", "data-schema" })
        {
            Trees.Copy(Path.Combine(from, top), Path.Combine(to, top));
        }
    }

    private static void Edit(string file, Func<string, string> edit)
    {
        var text = File.ReadAllText(file);
        var edited = edit(text);
        Assert.NotEqual(text, edited);
        File.WriteAllText(file, edited);
    }

    [GeneratedRegex("municipality: \"([0-9]{4})\"")]
    private static partial Regex MunicipalityOf();

    [GeneratedRegex(@"^sources: .*$", RegexOptions.Multiline)]
    private static partial Regex SourcesOf();

    [GeneratedRegex(@"(outcomes:\n[^\n]*\n)(?:  - [^\n]*\n)+")]
    private static partial Regex OtherOutcomes();

    [GeneratedRegex(@"  - id: vs-similar\n(?:[^\n]*\n)*?(?=power: )")]
    private static partial Regex OtherDesigns();

    [GeneratedRegex("(\"name\": \"numerator\".*?\"maximum\":) [0-9]+", RegexOptions.Singleline)]
    private static partial Regex NumeratorMaximum();
}
