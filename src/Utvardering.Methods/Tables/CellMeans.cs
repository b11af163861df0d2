using Utvardering.Statistics.FewClusters;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;

namespace Utvardering.Methods.Tables;

/// <summary>Persons put together to one row for each unit and period: Donald and Lang's first step.</summary>
internal static class CellMeans
{
    /// <param name="persons">Rows of persons; those without an outcome are left out.</param>
    /// <param name="covariates">The names of their covariates.</param>
    /// <exception cref="ArgumentException">No person has an outcome.</exception>
    public static IEnumerable<CohortPanelRow> Of(IReadOnlyList<CohortPanelRow> persons, IReadOnlyList<string> covariates)
    {
        var there = persons.Where(person => !double.IsNaN(person.Outcome)).ToArray();
        var cells = there.GroupBy(person => (person.Unit, person.Period)).Select(cell => cell.First()).ToArray();
        var grouping = Grouping.Of("unit and period", there.Select(person => (person.Unit, person.Period)));
        var columns = covariates.Select((name, i) => new DesignColumn(name, [.. there.Select(person => person.Covariates[i])])).ToArray();

        // Groups are numbered in the order in which they first occur, as the cells are.
        return there.Length == 0
            ? throw new ArgumentException("No row has an outcome.")
            : cells.Zip(DonaldLang.AdjustedMeans([.. there.Select(person => person.Outcome)], columns, grouping), (cell, mean) => cell with { Outcome = mean, Covariates = [] });
    }
}
