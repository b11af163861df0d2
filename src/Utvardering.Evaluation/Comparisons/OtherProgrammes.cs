using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Plans;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation.Comparisons;

/// <summary>Who of a comparison was under another targeted programme while it was compared.</summary>
internal sealed class OtherProgrammes(RegistryFiles registry, EvaluationPlan plan)
{
    /// <summary>
    /// The parts in targeted programmes, beside the evaluated one and the one that makes the comparison group, that fall within the windows.
    /// </summary>
    public IReadOnlyList<(Programme Programme, Participation Part)> During(Windows windows, string controlGroup, IReadOnlyCollection<string> municipalities)
    {
        var own = registry.Groups.Single(group => group.Id == controlGroup).Programme;
        var (first, last) = (windows.Before.First, EndOf(windows));
        return [.. registry.Programmes
            .Where(programme => programme.Targeted && programme.Id != plan.Programme && programme.Id != own)
            .SelectMany(programme => programme.Participants, (programme, part) => (programme, part))
            .Where(each => each.part.Municipality is { } code && municipalities.Contains(code) && each.part.From <= last && (each.part.To is null || each.part.To >= first))
            .OrderBy(each => each.part.Municipality, StringComparer.Ordinal)
            .ThenBy(each => each.programme.Id, StringComparer.Ordinal)];
    }

    private static DateOnly EndOf(Windows windows) => windows.After.Last.AddMonths((int)windows.Grain).AddDays(-1);
}
