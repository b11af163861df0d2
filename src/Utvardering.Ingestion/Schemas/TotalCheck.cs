using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Schemas;

/// <summary>
/// A rule that holds the total of a column against its parts: rows that differ in <paramref name="Over"/> alone, where it is
/// <paramref name="Total"/> and where it is one of <paramref name="Parts"/>.
/// </summary>
/// <param name="Rule">Its name in the problem report.</param>
/// <param name="Field">The column that is summed.</param>
/// <param name="Over">The key column that tells total and parts apart.</param>
/// <param name="Total">Its value in the row of the total.</param>
/// <param name="Parts">Its values in the rows of the parts.</param>
/// <param name="AtLeast">
/// True where the parts are only some of all there are: their sum is at most the total, whichever of them are there.
/// False: the sum is the total, and where a part is missing nothing is judged.
/// </param>
/// <param name="Tolerance">How far off is still right, in the column's unit.</param>
/// <param name="Perturbed">From when the source adds noise to its cells, or null.</param>
public sealed record TotalCheck(
    string Rule, string Field, string Over, string Total, IReadOnlyList<string> Parts, bool AtLeast, double Tolerance,
    PerturbedCells? Perturbed, LocalText Message, LocalText Remedy);
