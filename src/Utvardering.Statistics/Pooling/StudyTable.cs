using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Pooling;

/// <summary>Checked studies as columns: effects y, variances v, design X (a column of ones, then the moderators).</summary>
internal sealed class StudyTable
{
    private StudyTable(double[] effects, double[] variances, Matrix<double> design) => (Effects, Variances, Design) = (effects, variances, design);

    public double[] Effects { get; }

    public double[] Variances { get; }

    public Matrix<double> Design { get; }

    public int Studies => Effects.Length;

    public int Coefficients => Design.ColumnCount;

    public int ResidualDegreesOfFreedom => Studies - Coefficients;

    public static StudyTable Of(ImmutableArray<Study> studies, params ImmutableArray<Moderator> moderators)
    {
        foreach (var study in studies)
        {
            if (!double.IsFinite(study.Effect) || !(study.Variance > 0 && double.IsFinite(study.Variance)))
            {
                throw new ArgumentException($"The study \"{study.Name}\" has no finite effect with a positive variance: leave it out, or give its effect and the square of its standard error.");
            }
        }

        foreach (var moderator in moderators)
        {
            if (moderator.Values.Length != studies.Length || moderator.Values.Any(value => !double.IsFinite(value)))
            {
                throw new ArgumentException($"The moderator \"{moderator.Name}\" must have one finite value for each of the {studies.Length} studies.");
            }
        }

        if (studies.Length <= moderators.Length + 1)
        {
            throw new ArgumentException($"{studies.Length} studies are too few for {moderators.Length + 1} coefficients: give more studies, or fewer moderators.");
        }

        var design = Matrix<double>.Build.Dense(studies.Length, moderators.Length + 1, (row, column) => column == 0 ? 1 : moderators[column - 1].Values[row]);
        if (moderators.Length > 0 && design.Rank() < design.ColumnCount)
        {
            throw new ArgumentException($"The moderators {string.Join(", ", moderators.Select(moderator => $"\"{moderator.Name}\""))} are collinear among themselves or with the constant: leave one out.");
        }

        return new([.. studies.Select(study => study.Effect)], [.. studies.Select(study => study.Variance)], design);
    }

    /// <summary>The same studies without moderators.</summary>
    public StudyTable WithoutModerators() => new(Effects, Variances, Matrix<double>.Build.Dense(Studies, 1, 1));
}
