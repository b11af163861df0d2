using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Adapters;

/// <summary>Kolada's lists of groups and units.</summary>
internal static class KoladaListsReplay
{
    private const string Groups = "/municipality_groups?per_page=5000";
    private const string Municipalities = "/municipality?region_type=K&per_page=5000";

    /// <summary>Answers with these items of the two lists.</summary>
    public static Replay AnswersLists(this Replay replay, string groups, string municipalities) => replay
        .Answers(Groups, $$"""{"values":[{{groups}}],"next_url":null}""")
        .Answers(Municipalities, $$"""{"values":[{{municipalities}}],"next_url":null}""");

    /// <summary>Answers with Kolada's own 3 630 groups and 312 units.</summary>
    public static Replay AnswersRealLists(this Replay replay)
    {
        var kolada = Path.Combine(Repository.Shared, "data", "kolada");
        var units = File.ReadAllLines(Path.Combine(kolada, "municipality_v3.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => $$"""{"id":"{{cells[0]}}","title":"{{cells[1]}}","type":"{{cells[2]}}"}""");
        return replay.AnswersLists(File.ReadAllText(Path.Combine(kolada, "municipality_groups_v3.json")).Trim()[1..^1], string.Join(',', units));
    }
}
