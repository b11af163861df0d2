using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearRegression;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>How far a series departs, after something happened, from its own trend and season carried forward.</summary>
/// <remarks>
/// <para>
/// y_t = β₀ + β₁ t + Σⱼ (γⱼ sin 2πjs/M + δⱼ cos 2πjs/M) is fitted by least squares to the periods before alone; the departure is the mean of y_t − ŷ_t over the periods
/// after. It is the forecast form of an interrupted time series (Lopez Bernal, Cummins and Gasparrini 2017): nothing after the start shapes the
/// counterfactual. Compared between treated and controls it is a controlled interrupted time series, whose inference is then that of the comparison.
/// </para>
/// <para>A straight line carried far forward drifts far: the departure's spread over units tells by how much, and a model's standard error would not.</para>
/// </remarks>
/// <param name="Mean">The mean of y − ŷ over the periods after, in the outcome's unit.</param>
/// <param name="Before">The mean of y over the periods before.</param>
/// <param name="After">The mean of y over the periods after.</param>
public sealed record TrendDeparture(double Mean, double Before, double After)
{
    private const int Harmonics = 2;

    /// <summary>The departure of one series.</summary>
    /// <param name="outcome">One value for each period, equally spaced; <see cref="double.NaN"/> where missing.</param>
    /// <param name="before">How many periods from the first on the line is fitted to.</param>
    /// <param name="after">The position of the first period it is held against; those between are not used.</param>
    /// <param name="firstSeason">The season of the first period, from 1.</param>
    /// <param name="seasonsInYear">Periods in a year; 1: no season.</param>
    /// <exception cref="ArgumentException">Positions outside the series, or too few values on a side.</exception>
    public static TrendDeparture Of(ReadOnlySpan<double> outcome, int before, int after, int firstSeason, int seasonsInYear)
    {
        if (before < 1 || after < before || after >= outcome.Length || seasonsInYear < 1)
        {
            throw new ArgumentException($"{before} periods before and a first period after at {after} do not fit a series of {outcome.Length}.");
        }

        var values = outcome.ToArray();
        int[] fitted = [.. Enumerable.Range(0, before).Where(period => double.IsFinite(values[period]))];
        int[] held = [.. Enumerable.Range(after, values.Length - after).Where(period => double.IsFinite(values[period]))];
        var terms = Terms(before, firstSeason, seasonsInYear);
        if (fitted.Length <= terms.Length || held.Length == 0)
        {
            throw new ArgumentException($"A trend with season has {terms.Length} coefficients, and the series has {fitted.Length} values before and {held.Length} after: give more periods.");
        }

        // Directly and not by the library's regression, which tells errors and collinearity besides: this runs once for every unit of every placebo draw.
        var coefficients = MultipleRegression.NormalEquations(
            Matrix<double>.Build.Dense(fitted.Length, terms.Length, (row, term) => terms[term](fitted[row])),
            Vector<double>.Build.Dense(fitted.Length, row => values[fitted[row]]));
        var departure = held.Average(period => values[period] - terms.Select((term, i) => coefficients[i] * term(period)).Sum());
        return new(departure, fitted.Average(period => values[period]), held.Average(period => values[period]));
    }

    // Time is centred and scaled, so that the normal equations lose no digits.
    private static Func<int, double>[] Terms(int before, int firstSeason, int seasonsInYear)
    {
        List<Func<int, double>> terms = [_ => 1, period => (period - ((before - 1) / 2.0)) / before];
        for (var j = 1; j <= Harmonics && seasonsInYear > 2 * j; j++)
        {
            var turn = 2 * Math.PI * j / seasonsInYear;
            terms.Add(period => Math.Sin(turn * (firstSeason + period)));
            terms.Add(period => Math.Cos(turn * (firstSeason + period)));
        }

        return [.. terms];
    }
}
