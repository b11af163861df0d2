using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.FewClusters;
using Utvardering.Validation.Methods;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Tests;

/// <summary>What is run on one change for each unit is what the whole panel gives.</summary>
public sealed class EquivalenceTests
{
    [Theory]
    [InlineData(1ul)]
    [InlineData(2ul)]
    [InlineData(3ul)]
    public void Bias_reduced_errors_on_changes_are_those_of_the_panel(ulong stream)
    {
        var trial = new AutoregressivePanel(11, 6, 0).Draw(1, stream);
        var panel = TwoWayFixedEffects.Estimate(trial.Months(), new() { Errors = PanelErrors.BiasReduced }).Effect;
        var changes = RegressionFamily.OnChanges(trial);

        Assert.Equal(panel.Value, changes.Value, 1e-10);
        Assert.Equal(panel.StandardError, changes.StandardError, 1e-8);
        Assert.Equal(panel.DegreesOfFreedom, changes.DegreesOfFreedom, 1e-6);
    }

    [Theory]
    [InlineData(1ul)]
    [InlineData(2ul)]
    [InlineData(3ul)]
    public void The_wild_bootstrap_on_changes_is_that_of_the_panel(ulong stream)
    {
        var trial = new AutoregressivePanel(11, 6, 0).Draw(1, stream);
        var fit = TwoWayFixedEffects.Estimate(trial.Months()).Regression.Fit;
        var panel = WildClusterBootstrap.Test(fit, TwoWayFixedEffects.Treatment, fit.FixedEffects[0]).Estimate;
        var changes = FewClustersFamily.Family.Answers(trial)[0];

        Assert.Equal(panel.PValue, changes.PValue, 1e-12);
        Assert.Equal(panel.Interval.Low, changes.Interval!.Value.Low, 1e-8);
        Assert.Equal(panel.Interval.High, changes.Interval!.Value.High, 1e-8);
    }
}
