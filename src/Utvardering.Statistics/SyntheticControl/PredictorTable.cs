using System.Collections.Immutable;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>What units are to be alike in before treatment: one value for each unit and predictor.</summary>
public sealed class PredictorTable
{
    private readonly ImmutableDictionary<string, ImmutableArray<double>> values;

    private PredictorTable(ImmutableArray<string> names, ImmutableDictionary<string, ImmutableArray<double>> values)
    {
        Names = names;
        this.values = values;
    }

    /// <summary>The names of the predictors.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>A table from values already summarised.</summary>
    /// <param name="names">The names of the predictors.</param>
    /// <param name="rows">For each unit its values in the order of the names.</param>
    /// <exception cref="ArgumentException">No predictors; a unit with another number of values, or with one that is missing or infinite.</exception>
    public static PredictorTable Of(ImmutableArray<string> names, IEnumerable<KeyValuePair<string, ImmutableArray<double>>> rows)
    {
        if (names.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A table of predictors needs at least one predictor.");
        }

        var values = rows.ToImmutableDictionary(StringComparer.Ordinal);
        foreach (var (unit, row) in values)
        {
            if (row.Length != names.Length)
            {
                throw new ArgumentException($"Unit \"{unit}\" has {row.Length} predictors, the table names {names.Length}.");
            }

            if (row.Index().FirstOrDefault(value => !double.IsFinite(value.Item), (-1, 0)).Index is var index and >= 0)
            {
                throw new ArgumentException($"Unit \"{unit}\" has no number as predictor \"{names[index]}\": give one, leave the unit out, or leave the predictor out.");
            }
        }

        return new(names, values);
    }

    /// <summary>Means of the panel's covariates, or of its outcome, over periods.</summary>
    /// <exception cref="ArgumentException">A covariate or period that the panel lacks; a unit with a missing cell in the periods.</exception>
    public static PredictorTable FromPanel(CohortPanel panel, params ImmutableArray<Predictor> predictors) => Of(
        [.. predictors.Select(predictor => predictor.Name)],
        panel.Units.Select((unit, i) => KeyValuePair.Create(unit, predictors.Select(predictor => predictor.MeanOf(panel, i)).ToImmutableArray())));

    /// <summary>The values of a unit.</summary>
    /// <exception cref="ArgumentException">The table lacks the unit.</exception>
    public ImmutableArray<double> this[string unit] => values.TryGetValue(unit, out var row)
        ? row
        : throw new ArgumentException($"The table of predictors has no unit \"{unit}\": give its values, or leave it out of the donors.");
}
