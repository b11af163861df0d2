using Utvardering.Statistics.Intervals;
using Utvardering.Validation.Methods;
using Utvardering.Validation.Panels;
using Utvardering.Validation.Simulation;

namespace Utvardering.Validation.Tests;

public sealed class TallyTests
{
    private static readonly InferenceMethod Method = new("made-up", "made up", "nothing");

    // 0.05 + 2 √(0.05 · 0.95 / 100) = 0.0936.
    [Theory]
    [InlineData(1, "Conservative")]
    [InlineData(2, "Holds")]
    [InlineData(9, "Holds")]
    [InlineData(10, "OverRejects")]
    [InlineData(11, "OverRejects")]
    [InlineData(12, "OverRejects")]
    public void The_verdict_on_a_hundred_replications_follows_the_rule(int rejections, string verdict)
    {
        var tally = Of(Enumerable.Range(0, 100).Select(i => new Answer(i < rejections ? 0.05 : 0.06, null)));

        Assert.Equal(verdict, tally.Verdict.ToString());
    }

    [Fact]
    public void A_method_that_mostly_gives_no_p_value_is_not_defined_and_says_why()
    {
        var tally = Of([new(double.NaN, null, "too few donors"), new(double.NaN, null, "other"), new(0.5, null)]);

        Assert.Equal((Verdict.Undefined, "too few donors", 1), (tally.Verdict, tally.Reason, tally.Defined));
    }

    [Fact]
    public void Endless_intervals_cover_and_are_left_out_of_the_mean_length()
    {
        var tally = Of(
        [
            new(0.5, new ConfidenceInterval(double.NegativeInfinity, double.PositiveInfinity, 0.95)),
            new(0.5, new ConfidenceInterval(-1, 2, 0.95)),
            new(0.01, new ConfidenceInterval(1, 6, 0.95)),
        ]);

        // In a trial of deviation 2: (3 / 2 + 5 / 2) / 2.
        Assert.Equal((3, 2, 1, 2.0), (tally.Intervals, tally.Covering, tally.Unbounded, tally.Length));
    }

    private static Tally Of(IEnumerable<Answer> answers) => Tally.Of(
        new Scenario("6 of 11", "none", "none", 11, _ => throw new InvalidOperationException("Nothing is drawn here.")),
        Method,
        [.. answers.Select(answer => (answer, 2.0))]);
}
