using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

/// <summary>The two groups within each unit of a triple difference: one that treatment can affect, and one that it can't.</summary>
internal sealed class TwoGroups
{
    private readonly MethodInput input;
    private readonly string column;
    private readonly string outcome;
    private readonly double[] affected;

    /// <param name="column">1 in rows of the affected group, 0 in those of the other.</param>
    /// <exception cref="InputException">A cell that holds something else.</exception>
    public TwoGroups(MethodInput input, string column, string outcome)
    {
        (this.input, this.column, this.outcome, affected) = (input, column, outcome, input.Table.Numbers(column));
        foreach (var (row, value) in affected.Index().Where(cell => cell.Item is not (0 or 1)))
        {
            throw new InputException($"{input.Table.Place(column, row)} is {value}: write 1 for the group that treatment can affect, 0 for the one that it can't.");
        }
    }

    /// <summary>The gap between them.</summary>
    public CohortPanel Gap => TripleDifference.Gap(Panel(true), Panel(false));

    /// <summary>The groups with another outcome.</summary>
    public TwoGroups With(string otherOutcome) => new(input, column, otherOutcome);

    /// <summary>One of the two groups' panels, as rates where the outcome is a count.</summary>
    /// <param name="units">The units wanted; null: all.</param>
    public CohortPanel Panel(bool isAffected, IReadOnlyCollection<string>? units = null)
    {
        var ofRows = input.Table.Filled(input.Columns.Unit!);
        var wanted = units?.ToHashSet(StringComparer.Ordinal);
        return input.PanelOf(outcome, row => affected[row] == (isAffected ? 1 : 0) && (wanted is null || wanted.Contains(ofRows[row]))).Rates();
    }
}
