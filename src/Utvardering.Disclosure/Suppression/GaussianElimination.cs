using Utvardering.Warehouse;

namespace Utvardering.Disclosure.Suppression;

/// <summary>Chooses secondary cells so that no suppressed cell is a sum or difference of published ones.</summary>
/// <remarks>
/// Langsrud (2024), "Secondary cell suppression by Gaussian elimination", Privacy in Statistical Databases, LNCS 14915 (R package
/// GaussSuppression). A cell is a vector over the leaf cells, and it follows from the published ones if it lies in their span. The candidates come
/// with the dearest first; one that would bring a primary cell into the span is suppressed, all others are published. So no secondary cell of the
/// result can be published alone. That counts are not negative (the paper's zeros and singletons) is left to <see cref="PatternRepair"/>.
/// </remarks>
internal static class GaussianElimination
{
    /// <summary>Whether each cell is suppressed, primary or secondary.</summary>
    /// <exception cref="InputException">A primary cell follows from cells that must be shown.</exception>
    public static bool[] Choose(FrequencyTable table, IReadOnlyCollection<int> primary, CandidateOrder order)
    {
        var shape = table.Shape;
        var hidden = new bool[shape.Cells];
        var sensitive = primary.Select(cell => (Cell: cell, Beyond: Vector(shape, cell).Normalised())).ToList();
        foreach (var cell in primary)
        {
            hidden[cell] = true;
        }

        var published = new LinearSpan();
        foreach (var cell in order.DearestFirst.Where(cell => !hidden[cell]))
        {
            var rest = published.Rest(Vector(shape, cell));
            if (rest.IsZero)
            {
                continue;
            }

            if (sensitive.FindIndex(other => other.Beyond.Equals(rest)) is >= 0 and var given)
            {
                hidden[cell] = order.MayHide(cell) ? true : throw order.Unprotectable(sensitive[given].Cell);
                continue;
            }

            published.Add(rest);
            for (var i = 0; i < sensitive.Count; i++)
            {
                if (sensitive[i].Beyond[rest.Places[0]] is > 0 and var factor)
                {
                    sensitive[i] = (sensitive[i].Cell, sensitive[i].Beyond.Minus(factor, rest).Normalised());
                }
            }
        }

        return hidden;
    }

    /// <summary>Whether each cell follows from the published ones by sums and differences alone.</summary>
    public static Func<int, bool> Derivable(TableShape shape, bool[] hidden)
    {
        var published = new LinearSpan();
        for (var cell = 0; cell < shape.Cells; cell++)
        {
            if (!hidden[cell] && published.Rest(Vector(shape, cell)) is { IsZero: false } rest)
            {
                published.Add(rest);
            }
        }

        return cell => published.Rest(Vector(shape, cell)).IsZero;
    }

    private static ModularVector Vector(TableShape shape, int cell) => ModularVector.Ones(shape.Leaves(cell));
}
