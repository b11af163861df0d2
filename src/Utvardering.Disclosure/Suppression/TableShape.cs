using System.Collections.Immutable;
using Utvardering.Warehouse;

namespace Utvardering.Disclosure.Suppression;

/// <summary>
/// The cells of a table (every combination of codes, numbered with the last dimension running fastest) and the equations that hold among them
/// whatever is counted: for each sum of a dimension, one equation for every combination of codes of the other dimensions.
/// </summary>
public sealed class TableShape
{
    private const int MostCells = 100_000;
    private readonly int[] _strides;

    /// <summary>Makes a shape.</summary>
    /// <exception cref="InputException">No dimension, two of one name, or more cells than can be handled.</exception>
    public TableShape(params IEnumerable<Dimension> dimensions)
    {
        Dimensions = [.. dimensions];
        if (Dimensions.IsEmpty || Dimensions.Select(dimension => dimension.Name).Distinct(StringComparer.Ordinal).Count() != Dimensions.Length)
        {
            throw new InputException("A table needs dimensions, each with a name of its own.");
        }

        var cells = Dimensions.Aggregate(1L, (product, dimension) => Math.Min(product * dimension.Codes.Length, long.MaxValue / 1_000_000));
        if (cells > MostCells)
        {
            throw new InputException($"The table over {string.Join(", ", Dimensions.Select(dimension => dimension.Name))} has more than {MostCells} cells: split it.");
        }

        Cells = (int)cells;
        _strides = new int[Dimensions.Length];
        for (var (d, stride) = (Dimensions.Length - 1, 1); d >= 0; d--)
        {
            _strides[d] = stride;
            stride *= Dimensions[d].Codes.Length;
        }

        Equations = [.. Dimensions.Index().SelectMany(dimension => EquationsAlong(dimension.Index))];
    }

    /// <summary>The dimensions.</summary>
    public ImmutableArray<Dimension> Dimensions { get; }

    /// <summary>The number of cells, totals included.</summary>
    public int Cells { get; }

    /// <summary>The equations of all cells.</summary>
    public ImmutableArray<AdditivityEquation> Equations { get; }

    /// <summary>The number of the cell with these codes.</summary>
    /// <exception cref="InputException">Not one known code for each dimension.</exception>
    public int Find(params IEnumerable<string> codes)
    {
        var given = codes.ToList();
        if (given.Count != Dimensions.Length)
        {
            throw new InputException($"The cell ({string.Join(", ", given)}) has {given.Count} codes, the table {Dimensions.Length} dimensions.");
        }

        return Dimensions.Select((dimension, d) => dimension.IndexOf(given[d]) is >= 0 and var code
            ? code * _strides[d]
            : throw new InputException($"The dimension {dimension.Name} has no code {given[d]}, which the cell ({string.Join(", ", given)}) names.")).Sum();
    }

    /// <summary>The codes of a cell, in the order of the dimensions.</summary>
    public ImmutableArray<string> Codes(int cell) => [.. Dimensions.Select((dimension, d) => dimension.Codes[Code(cell, d)])];

    /// <summary>A cell for readers: <c>region=A, age=15–17</c>.</summary>
    public string Name(int cell) => string.Join(", ", Dimensions.Zip(Codes(cell), (dimension, code) => $"{dimension.Name}={code}"));

    /// <summary>The leaf cells that a cell is the sum of, rising; a leaf cell is its own.</summary>
    internal ImmutableArray<int> Leaves(int cell)
    {
        IEnumerable<int> leaves = [0];
        for (var d = 0; d < Dimensions.Length; d++)
        {
            var (codes, stride) = (Dimensions[d].Leaves(Code(cell, d)), _strides[d]);
            leaves = leaves.SelectMany(start => codes.Select(code => start + (code * stride)));
        }

        return [.. leaves];
    }

    private int Code(int cell, int dimension) => cell / _strides[dimension] % Dimensions[dimension].Codes.Length;

    private IEnumerable<AdditivityEquation> EquationsAlong(int d)
    {
        var (dimension, stride) = (Dimensions[d], _strides[d]);
        foreach (var sum in dimension.Sums)
        {
            var total = dimension.IndexOf(sum.Total);
            int[] steps = [.. sum.Parts.Select(part => (dimension.IndexOf(part) - total) * stride)];
            for (var cell = 0; cell < Cells; cell++)
            {
                if (Code(cell, d) == total)
                {
                    yield return new(cell, [.. steps.Select(step => cell + step)]);
                }
            }
        }
    }
}
