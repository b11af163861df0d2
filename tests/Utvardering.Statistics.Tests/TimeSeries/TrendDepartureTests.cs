using Utvardering.Statistics.Regression;
using Utvardering.Statistics.TimeSeries;

namespace Utvardering.Statistics.Tests.TimeSeries;

public sealed class TrendDepartureTests
{
    [Fact]
    public void A_line_with_a_season_that_goes_on_departs_by_nothing_and_a_step_by_itself()
    {
        double[] series = [.. Enumerable.Range(0, 60).Select(month => 10 + (0.3 * month) + (2 * Math.Sin(2 * Math.PI * (month + 7) / 12)) + (month >= 48 ? 5 : 0))];

        var departure = TrendDeparture.Of(series, before: 48, after: 51, firstSeason: 7, seasonsInYear: 12);

        Assert.Equal(5, departure.Mean, 9);
        Assert.Equal(series[..48].Average(), departure.Before, 9);
        Assert.Equal(series[51..].Average(), departure.After, 9);
    }

    [Fact]
    public void It_is_the_mean_residual_of_the_regression_on_the_time_before()
    {
        // The twin: the library's own least squares on trend and two pairs of waves, carried forward by hand; two values missing.
        double[] series = [.. Enumerable.Range(0, 50).Select(month => ((month * 37) % 11) + (month % 5 * 0.7))];
        series[4] = series[45] = double.NaN;
        int[] before = [.. Enumerable.Range(0, 36).Where(month => month != 4)];
        int[] after = [.. Enumerable.Range(38, 12).Where(month => month != 45)];
        Func<int, double>[] terms =
        [
            _ => 1, month => month,
            month => Math.Sin(2 * Math.PI * (month + 3) / 12), month => Math.Cos(2 * Math.PI * (month + 3) / 12),
            month => Math.Sin(4 * Math.PI * (month + 3) / 12), month => Math.Cos(4 * Math.PI * (month + 3) / 12),
        ];
        var fit = LeastSquares.Fit([.. before.Select(month => series[month])], [.. terms.Select((term, i) => new DesignColumn($"x{i}", [.. before.Select(term)]))]);
        var expected = after.Average(month => series[month] - terms.Select((term, i) => fit.Coefficients[i] * term(month)).Sum());

        Assert.Equal(expected, TrendDeparture.Of(series, 36, 38, 3, 12).Mean, 9);
    }

    [Fact]
    public void Years_have_no_season()
    {
        // 1, 2, 3, 4 carried forward is 5, 6: found 7, 9 departs by 2 and 3.
        Assert.Equal(2.5, TrendDeparture.Of([1, 2, 3, 4, 7, 9], 4, 4, 1, 1).Mean, 10);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 3)]
    [InlineData(4, 6)]
    [InlineData(2, 3)]
    public void What_does_not_bear_a_trend_is_refused(int before, int after)
        => Assert.Throws<ArgumentException>(() => TrendDeparture.Of([1, 2, 3, 4, 5, 6], before, after, 1, 1));
}
