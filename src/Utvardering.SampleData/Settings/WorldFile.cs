using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.Converters;
using YamlDotNet.Serialization.NamingConventions;

namespace Utvardering.SampleData.Settings;

/// <summary>Reads <c>pipelines/sample/world.yaml</c>.</summary>
internal static class WorldFile
{
    /// <exception cref="InvalidDataException">The file can't be read as settings, or its parts don't fit each other.</exception>
    public static WorldSettings Read(string pipelinesFolder)
    {
        var path = Path.Combine(pipelinesFolder, "sample", "world.yaml");
        var settings = Parse(File.ReadAllText(path), path);
        Check(settings, path);
        return settings;
    }

    private static WorldSettings Parse(string text, string path)
    {
        var reader = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithEnumNamingConvention(CamelCaseNamingConvention.Instance)
            .WithTypeConverter(new DateOnlyConverter(formats: ["yyyy-MM-dd"]))
            .WithEnforceRequiredMembers()
            .Build();
        try
        {
            return reader.Deserialize<WorldSettings>(text);
        }
        catch (YamlException problem)
        {
            var why = problem.InnerException?.Message ?? problem.Message;
            throw new InvalidDataException($"{path}, line {problem.Start.Line}: {why} Correct that line; the comments in the file say what each setting is.", problem);
        }
    }

    private static void Check(WorldSettings settings, string path)
    {
        var outcomes = settings.Outcomes.Select(outcome => outcome.Id).ToHashSet();
        foreach (var effect in settings.Effects)
        {
            Need(outcomes.Contains(effect.Outcome), $"effect {effect.Id} names the outcome {effect.Outcome}, which no source in the file has");
            Need(settings.Groups.ContainsKey(effect.Group), $"effect {effect.Id} names the group {effect.Group}, which is not under groups");
        }

        foreach (var group in settings.Deliveries.Groups)
        {
            Need(settings.Groups.ContainsKey(group), $"deliveries names the group {group}, which is not under groups");
        }

        foreach (var code in settings.Kolada.Similar.SelectMany(similar => similar.By))
        {
            Need(settings.Kolada.Kpis.Any(kpi => kpi.Code == code), $"similar of kolada names the key figure {code}, which is not under kpis");
        }

        foreach (var giver in settings.SupportLog.Givers)
        {
            Need(settings.Groups.ContainsKey(giver.Group), $"supportLog names the group {giver.Group}, which is not under groups");
        }

        Need(settings.SupportLog.Season.Count == 12, $"season of supportLog has {settings.SupportLog.Season.Count} factors: one for each month is needed");
        var denominators = settings.Deliveries.Measures.Count(measure => measure.Denominator);
        Need(denominators == 1, $"{denominators} measures under deliveries are marked denominator: one must be");

        void Need(bool holds, string what)
        {
            if (!holds)
            {
                throw new InvalidDataException($"{path}: {what}. Correct the name or add what it names.");
            }
        }
    }
}
