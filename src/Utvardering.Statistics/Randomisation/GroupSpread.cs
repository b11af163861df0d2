using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.Randomisation;

/// <summary>
/// Σ over the assigned and the others of Σ(y − ȳ)² / (n (n − 1)) under one assignment after the other: the others' from the squares of all less
/// those of the assigned, who are few.
/// </summary>
internal sealed class GroupSpread
{
    // Where less than this share of the squares is left the difference would lose digits, and ties with them.
    private const double Enough = 0.01;

    private readonly double[] values;
    private readonly Assignments assignments;
    private readonly bool[] isAssigned;
    private readonly double sum;
    private readonly double squares;

    public GroupSpread(double[] values, Assignments assignments)
    {
        (this.values, this.assignments, isAssigned) = (values, assignments, new bool[values.Length]);
        (sum, squares) = (values.Sum(), VectorMath.Dot(values, values));
    }

    public double Variance(int assignment)
    {
        var assigned = assignments[assignment];
        double n = assigned.Length, others = assignments.ControlCount;
        var (sum, squares) = (0.0, 0.0);
        foreach (var unit in assigned)
        {
            sum += values[unit];
            squares += values[unit] * values[unit];
        }

        var (mean, own) = (sum / n, 0.0);
        foreach (var unit in assigned)
        {
            own += (values[unit] - mean) * (values[unit] - mean);
        }

        var othersMean = (this.sum - sum) / others;
        var rest = this.squares - squares - (others * othersMean * othersMean);
        if (!(rest > Enough * this.squares))
        {
            rest = Others(assigned, othersMean);
        }

        return (own / (n * (n - 1))) + (rest / (others * (others - 1)));
    }

    private double Others(ReadOnlySpan<int> assigned, double mean)
    {
        foreach (var unit in assigned)
        {
            isAssigned[unit] = true;
        }

        var squares = 0.0;
        for (var unit = 0; unit < values.Length; unit++)
        {
            squares += isAssigned[unit] ? 0 : (values[unit] - mean) * (values[unit] - mean);
        }

        foreach (var unit in assigned)
        {
            isAssigned[unit] = false;
        }

        return squares;
    }
}
