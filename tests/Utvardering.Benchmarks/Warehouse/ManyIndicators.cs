using System.Globalization;
using System.Text;
using Utvardering.Testing;

namespace Utvardering.Benchmarks.Warehouse;

/// <summary>
/// The repository's registry with as many indicators as Kolada has, over 312 units: the 290 municipalities and 22 more, as many as the
/// regions and the country. Of ten indicators seven are rates of all inhabitants, two of children, one is a mean.
/// </summary>
internal static class ManyIndicators
{
    public const int Units = 312;

    /// <summary>The indicators' codes, in order.</summary>
    public static string Code(long number) => string.Create(CultureInfo.InvariantCulture, $"N{number:00000}");

    /// <summary>The units' codes, in order.</summary>
    public static IReadOnlyList<string> Codes(string pipelines) =>
        [.. File.ReadLines(Municipalities(pipelines)).Skip(1).Select(line => line[..4]).Order(StringComparer.Ordinal)];

    public static void Write(string pipelines, int indicators)
    {
        var registry = Path.Combine(pipelines, "registry");
        Directory.CreateDirectory(registry);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "pipelines", "registry")))
        {
            File.Copy(file, Path.Combine(registry, Path.GetFileName(file)));
        }

        var known = File.ReadLines(Municipalities(pipelines)).Count() - 1;
        File.AppendAllLines(Municipalities(pipelines), Enumerable.Range(0, Units - known).Select(number => string.Create(CultureInfo.InvariantCulture, $"98{number:00},Enhet {number},98,Enheter,-")));
        var text = new StringBuilder();
        for (var number = 0; number < indicators; number++)
        {
            Indicator(text, number);
        }

        File.WriteAllText(Path.Combine(registry, "indicators.yaml"), text.ToString());
    }

    private static void Indicator(StringBuilder text, int number)
    {
        var code = Code(number);
        var rule = (number % 10) switch
        {
            9 => "group: unweighted_mean",
            7 or 8 => "per: 1000\n  denominator: population_0_20\n  group: population_weighted",
            _ => "per: 100000\n  denominator: population_total\n  group: population_weighted",
        };
        text.Append(CultureInfo.InvariantCulture, $$"""
            - id: "kolada:{{code}}"
              title: {sv: Nyckeltal {{code}}, en: Key figure {{code}}}
              unit: {sv: antal, en: number}
              measure: indicator_values
              code: {{code}}
              grain: year
              domain: context
              {{rule}}
              better: neither
              caveats: []

            """);
    }

    private static string Municipalities(string pipelines) => Path.Combine(pipelines, "registry", "municipalities.csv");
}
