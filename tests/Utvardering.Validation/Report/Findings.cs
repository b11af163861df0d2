using System.Collections.Immutable;
using Utvardering.Validation.Methods;
using Utvardering.Validation.Panels;
using Utvardering.Validation.Simulation;

namespace Utvardering.Validation.Report;

/// <summary>What follows from the figures, by the rules that the report states.</summary>
/// <param name="results">All tallies.</param>
internal sealed class Findings(IReadOnlyCollection<Tally> results)
{
    /// <summary>With fewer replications a size of 0.07 could still be called holding: too weak to make a method the default.</summary>
    public const int EnoughReplications = 475;

    /// <summary>Average lengths that differ by less than this factor count as the same.</summary>
    public const double SameLength = 1.05;

    public ImmutableArray<InferenceMethod> Methods { get; } = [.. results.Select(tally => tally.Method).Distinct()];

    public ImmutableArray<Scenario> Scenarios { get; } = [.. results.Select(tally => tally.Scenario).Distinct()];

    public Tally Cell(InferenceMethod method, Scenario scenario) => results.Single(tally => tally.Method == method && tally.Scenario == scenario);

    public IEnumerable<Tally> Cells(InferenceMethod method, string? design = null) =>
        results.Where(tally => tally.Method == method && (design is null || tally.Scenario.Design == design));

    /// <summary>Methods that are defined in every cell (of a design) and over-reject in none of them.</summary>
    public IEnumerable<InferenceMethod> Keeping(string? design, Func<Scenario, bool> among) => Methods.Where(method =>
    {
        var cells = Cells(method, design).Where(tally => among(tally.Scenario) && !IsOutOfScope(tally)).ToArray();
        return cells.Length > 0 && cells.All(tally => tally.Verdict is not (Verdict.Undefined or Verdict.OverRejects));
    });

    /// <summary>Methods that over-reject somewhere, each with the cell in which they do most.</summary>
    public IEnumerable<(InferenceMethod Method, Tally Worst, int Cells)> OverRejecting(string design) =>
        from method in Methods
        let over = Cells(method, design).Where(tally => tally.Verdict == Verdict.OverRejects).OrderByDescending(tally => tally.Size).ToArray()
        where over.Length > 0
        select (method, over[0], over.Length);

    /// <summary>
    /// Methods fit to be a design's default: over-rejecting nowhere, with enough replications, and an interval in the outcome's unit; the
    /// shortest first. Lengths are held against those of the plain randomisation interval in the same cell and averaged over cells.
    /// </summary>
    public ImmutableArray<(InferenceMethod Method, double Length, double LargestSize)> Ranking(string design)
    {
        var yardstick = Methods[0];
        return
        [
            .. (from method in Keeping(design, _ => true)
                where method.IsComparable
                let cells = Cells(method, design).ToArray()
                where cells.All(tally => tally.Defined >= EnoughReplications && tally.Intervals > 0)
                let length = cells.Average(tally => tally.Unbounded > 0 ? double.PositiveInfinity : tally.Length / Cell(yardstick, tally.Scenario).Length)
                orderby length
                select (method, length, cells.Max(tally => tally.Size))),
        ];
    }

    /// <summary>
    /// The design's default: of the methods whose lengths are within <see cref="SameLength"/> of the shortest the one that stands first in the list of
    /// methods, which begins with those that assume least. Null where none is fit.
    /// </summary>
    public InferenceMethod? Default(string design)
    {
        var ranking = Ranking(design);
        return ranking.IsEmpty ? null : ranking.Where(item => item.Length <= ranking[0].Length * SameLength).MinBy(item => Methods.IndexOf(item.Method)).Method;
    }

    // Counts have no panel of unlike effects: that is no shortcoming of the method.
    private static bool IsOutOfScope(Tally tally) => tally.Method.NeedsCounts && tally.Scenario.Panel == "ar1-unlike";
}
