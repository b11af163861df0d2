using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

public sealed class ChangeTests
{
    private static readonly ReportLanguage Sv = ReportLanguage.Swedish;

    [Theory]
    [InlineData(-0.123, "12 procent lägre")]
    [InlineData(0.0042, "0,4 procent högre")]
    [InlineData(0.0004, "oförändrad")]
    [InlineData(2.4, "mer än tre gånger så hög")]
    [InlineData(double.PositiveInfinity, "utan gräns högre")]
    public void A_change_is_told_by_its_size_and_direction(double share, string text) => Assert.Equal(text, Change.Of(Sv, share));

    [Fact]
    public void An_interval_is_told_from_its_lower_to_its_upper_end() => Assert.Equal(
        "95-procentigt intervall: från 16 procent lägre till 3 procent högre", Change.Interval(Sv, 0.95, -0.16, 0.03));

    [Fact]
    public void Tables_have_the_signs() => Assert.Equal("−16 till +3", Change.Figures(Sv, -0.16, 0.03));

    [Fact]
    public void What_matters_is_a_decrease_or_an_increase()
    {
        Assert.Equal("en minskning", Change.One(Sv, -0.1));
        Assert.Equal("an increase", Change.One(ReportLanguage.English, 0.2));
    }
}
