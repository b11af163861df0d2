using System.Globalization;
using System.Text.Json.Nodes;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Adapters;

/// <summary>A selection of a PxWeb table: variable → codes, in the question's order.</summary>
internal sealed record PxWebQuestion(IReadOnlyList<(string Variable, IReadOnlyList<string> Codes)> Selection)
{
    public long Cells => Selection.Aggregate(1L, (cells, part) => cells * part.Codes.Count);

    /// <summary>The body of a POST, version 2.</summary>
    public string ToJson() => new JsonObject
    {
        ["selection"] = new JsonArray([.. Selection.Select(part => new JsonObject
        {
            ["variableCode"] = part.Variable,
            ["valueCodes"] = new JsonArray([.. part.Codes.Select(code => JsonValue.Create(code))]),
        })]),
    }.ToJsonString();

    /// <summary>The body of a POST, version 1.</summary>
    /// <param name="format"><c>json-stat2</c> or <c>csv</c>.</param>
    public string ToJsonOfVersion1(string format) => new JsonObject
    {
        ["query"] = new JsonArray([.. Selection.Select(part => new JsonObject
        {
            ["code"] = part.Variable,
            ["selection"] = new JsonObject
            {
                ["filter"] = "item",
                ["values"] = new JsonArray([.. part.Codes.Select(code => JsonValue.Create(code))]),
            },
        })]),
        ["response"] = new JsonObject { ["format"] = format },
    }.ToJsonString();

    /// <summary>The question in parts that each stay within the source's limit: the longest list is halved until they do.</summary>
    public IEnumerable<PxWebQuestion> Split(long maxCells)
    {
        if (Cells <= maxCells || Selection.All(part => part.Codes.Count == 1))
        {
            return [this];
        }

        var longest = Selection.MaxBy(part => part.Codes.Count);
        var half = (longest.Codes.Count + 1) / 2;
        return Part([.. longest.Codes.Take(half)]).Split(maxCells).Concat(Part([.. longest.Codes.Skip(half)]).Split(maxCells));

        PxWebQuestion Part(IReadOnlyList<string> codes) =>
            new([.. Selection.Select(part => part.Variable == longest.Variable ? (part.Variable, codes) : part)]);
    }

    /// <summary>What the settings select out of what the table has.</summary>
    /// <param name="municipalities">The codes of the registry.</param>
    /// <param name="year">The last year of an open range.</param>
    /// <exception cref="SourceException">The table lacks something that is selected.</exception>
    public static PxWebQuestion Of(SourceDefinition source, PxWebSettings settings, PxWebMetadata metadata, IReadOnlyCollection<string> municipalities, int year)
    {
        var ages = Enumerable.Range(settings.FirstAge, settings.LastAge - settings.FirstAge + 1).Select(age => age.ToString(CultureInfo.InvariantCulture));
        var years = settings.Years.Until(year).Select(time => time.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        var parts = new List<(string, IReadOnlyList<string>)>
        {
            (settings.RegionVariable, Have(settings.RegionVariable).Where(municipalities.Contains).ToList()),
            (settings.AgeVariable, All(settings.AgeVariable, [.. ages, settings.TotalAge])),
            (settings.ContentsVariable, All(settings.ContentsVariable, [settings.ContentsCode])),
            (settings.TimeVariable, Have(settings.TimeVariable).Where(time => years.Contains(PxWebTime.Year(time))).ToList()),
        };
        if (settings.Sexes.Count > 0)
        {
            parts.Insert(2, (settings.SexVariable, All(settings.SexVariable, [.. settings.Sexes.Keys])));
        }
        else if (!metadata.Variable(source, settings.Table, settings.SexVariable).CanBeLeftOut)
        {
            throw new SourceException($"{source.Source}: table {settings.Table} does not sum over {settings.SexVariable} when it is left out. Name its codes under select.sex.codes.");
        }

        return parts.FirstOrDefault(part => part.Item2.Count == 0).Item1 is { } empty
            ? throw new SourceException($"{source.Source}: table {settings.Table} has nothing of what is selected of {empty}. Check select in {source.File}.")
            : new(parts);

        IReadOnlyList<string> Have(string variable) => metadata.Variable(source, settings.Table, variable).Codes;

        List<string> All(string variable, List<string> wanted) => wanted.Except(Have(variable)).ToList() is { Count: > 0 } missing
            ? throw new SourceException($"{source.Source}: table {settings.Table} has no {variable} {string.Join(", ", missing)}. Check select in {source.File}.")
            : wanted;
    }
}
