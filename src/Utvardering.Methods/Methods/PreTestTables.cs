using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Sensitivity;

namespace Utvardering.Methods.Methods;

/// <summary>What the usual test of parallel trends says, could have said, and does to the estimates of those that pass it.</summary>
internal static class PreTestTables
{
    public static IReadOnlyList<AnswerTable> Described { get; } =
    [
        new("preTest", "The pre-test (no coefficient before the start significant by itself) under the trend, and the joint test of what was seen.",
        [
            new("trend", "size of the trend tried"), new("power", "chance that the pre-test finds it"), new("bayesFactor", "chance of passing under the trend over that under parallel trends: near 1, passing says nothing"),
            new("likelihoodRatio", "density of the coefficients seen under the trend over that under parallel trends"), new("jointChiSquared", "Wald's statistic of all coefficients before the start"),
            new("jointDf", "its degrees of freedom"), new("jointP", "of parallel trends, by χ²"),
        ]),
        new("preTestTimes", "Each time under the trend.",
        [
            new("eventTime", "periods since the start"), new("estimate", "coefficient"), new("standardError", "its standard error"), new("trend", "the trend: bias without a pre-test"),
            new("meanAfterPassing", "mean of the coefficient, without any effect, in studies that pass the pre-test"),
        ]),
    ];

    public static IEnumerable<MethodTable> Of(MethodInput input, EventStudyCoefficients study)
    {
        var size = input.Options.NumberOrNull("trend") ?? PreTrends.SlopeFor(study, 0.5, input.Confidence);
        var power = input.Options.Text("shape") == "linear" ? 1 : 2;
        var under = PreTrends.Under(study, time => size * Math.Pow(time - study.Reference, power), input.Confidence);
        var joint = PreTrends.JointTest(study);
        yield return Described[0].Filled([[size, under.Power, under.BayesFactor, under.LikelihoodRatio, joint.ChiSquared, joint.Numerator, joint.PValue]]);
        yield return Described[1].Filled(under.Periods.Select(one => new object?[] { one.Time, one.Estimate, one.StandardError, one.Trend, one.MeanAfterPassing }));
    }
}
