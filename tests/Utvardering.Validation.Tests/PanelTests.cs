using Utvardering.Statistics.Random;
using Utvardering.Testing;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Tests;

public sealed class PanelTests
{
    [Fact]
    public void Unlike_effects_average_zero_and_leave_the_time_before_alone()
    {
        var without = new AutoregressivePanel(11, 6, 0).Draw(1, 5);
        var unlike = new AutoregressivePanel(11, 6, 1).Draw(1, 5);

        double[] effects = [.. Enumerable.Range(0, 11).Select(unit => unlike.Outcome[unit][^1] - without.Outcome[unit][^1])];
        Assert.Equal(0, effects.Average(), 1e-12);
        Assert.All(effects[..6], effect => Assert.True(Math.Abs(effect) > 1e-3));
        Assert.Equal(without.Outcome[0][..24], unlike.Outcome[0][..24]);
        Assert.Null(unlike.Counts());
    }

    [Fact]
    public void A_poisson_count_has_variance_like_its_mean()
    {
        var random = new RandomSequence(3, 1);
        double[] counts = [.. Enumerable.Range(0, 20_000).Select(_ => random.Poisson(7))];
        var mean = counts.Average();

        // Five standard errors: √(7 / 20 000) of the mean, √((7 + 2 · 49) / 20 000) of the variance.
        Assert.InRange(mean, 7 - 0.094, 7 + 0.094);
        Assert.InRange(counts.Average(count => (count - mean) * (count - mean)), 7 - 0.363, 7 + 0.363);
    }

    [Fact]
    public void Fewer_units_keep_the_treated_first()
    {
        var trial = new AutoregressivePanel(290, 6, 0).Draw(1, 2).With(1, 20);

        Assert.Equal((21, 1), (trial.Outcome.Length, trial.Treated.Count(treated => treated)));
    }

    [SharedDataFact]
    public void The_real_panel_is_the_file_of_before_the_pilot()
    {
        var data = OffenceFiles.TryRead(Repository.Shared, Path.Combine(Repository.Root, "pipelines"))!;
        var fire = data.Panels[0];

        // Counted in the file by hand (awk): fires in Göteborg July 2019 – December 2023.
        Assert.Equal(525, fire.Counts[fire.Municipalities.IndexOf("1480")].Sum());
        Assert.Equal((54, 290, 11), (data.Months, fire.Municipalities.Length, data.Compared.Length));
    }

    [SharedDataFact]
    public void A_placebo_treats_six_of_the_eleven_or_of_the_large()
    {
        var scenarios = Scenarios.All(1, OffenceFiles.TryRead(Repository.Shared, Path.Combine(Repository.Root, "pipelines")));

        Assert.All(scenarios, scenario =>
        {
            var trial = scenario.Draw(4);
            Assert.Equal((scenario.Units, 6, 24, 18), (trial.Outcome.Length, trial.Treated.Count(treated => treated), trial.Before, trial.After));
        });
        Assert.Equal(10, scenarios.Length);
    }
}
