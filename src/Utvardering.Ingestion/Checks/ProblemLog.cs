using Utvardering.Ingestion.Landing;

namespace Utvardering.Ingestion.Checks;

/// <summary>
/// The problems of one retrieval, by body: all are counted; the first <see cref="Kept"/> of each body are kept, and of every rule
/// the first <see cref="KeptOfEachRule"/>, so that a common problem does not hide the others.
/// </summary>
internal sealed class ProblemLog(IReadOnlyList<LandedBody> bodies)
{
    public const int Kept = 1000;
    public const int KeptOfEachRule = 20;

    private readonly Dictionary<string, BodyProblems> byBody = new(StringComparer.Ordinal);

    public bool Any => byBody.Count > 0;

    /// <summary>The bodies that have problems, in the order they came.</summary>
    public IEnumerable<(LandedBody Body, BodyProblems Problems)> Refused =>
        bodies.DistinctBy(body => body.Sha256).Where(body => byBody.ContainsKey(body.Sha256)).Select(body => (body, byBody[body.Sha256]));

    /// <summary>The body's own names of the schema's fields, for those who read the report.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, string>> Columns { get; } = new(StringComparer.Ordinal);

    /// <summary>Where one name of a column stands for several: the problem at the very cell.</summary>
    public Dictionary<string, Func<Problem, Problem>> Cells { get; } = new(StringComparer.Ordinal);

    public bool Has(LandedBody body) => byBody.ContainsKey(body.Sha256);

    /// <summary>How many problems of a rule that has none yet can be kept.</summary>
    public int RoomFor(LandedBody body) => Math.Max(KeptOfEachRule, Kept - (byBody.TryGetValue(body.Sha256, out var problems) ? problems.First.Count : 0));

    public void Add(LandedBody body, Problem problem)
    {
        Count(body, problem.Rule, 1);
        Keep(body, problem);
    }

    /// <summary>Counts problems that may be too many to keep.</summary>
    public void Count(LandedBody body, string rule, long number) => Of(body).Count(rule, number);

    /// <summary>Keeps a problem that is counted already.</summary>
    public void Keep(LandedBody body, Problem problem)
    {
        var kept = Of(body).First;
        if (kept.Count < Kept || kept.Count(known => known.Rule == problem.Rule) < KeptOfEachRule)
        {
            var column = problem.Column is { } field && Columns.TryGetValue(body.Sha256, out var names) ? names.GetValueOrDefault(field, field) : problem.Column;
            problem = problem with { Column = column };
            problem = Cells.TryGetValue(body.Sha256, out var place) ? place(problem) : problem;
            kept.Add(problem with { Value = Cut(problem.Value) });
        }
    }

    private static string? Cut(string? value) => value is { Length: > 80 } ? value[..79] + "…" : value;

    private BodyProblems Of(LandedBody body)
    {
        if (!byBody.TryGetValue(body.Sha256, out var problems))
        {
            byBody[body.Sha256] = problems = new();
        }

        return problems;
    }
}
