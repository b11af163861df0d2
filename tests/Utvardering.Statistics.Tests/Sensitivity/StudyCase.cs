using System.Collections.Immutable;
using System.Text.Json;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Sensitivity;

namespace Utvardering.Statistics.Tests.Sensitivity;

/// <summary>Event studies to check: made up of a seed, or read from a reference result.</summary>
internal static class StudyCase
{
    public static EventStudyCoefficients Of(ulong seed, int pre, int post)
    {
        var random = new RandomSequence(seed, 11);
        var n = pre + post;
        var roots = Enumerable.Range(0, n).Select(_ => Enumerable.Range(0, n + 3).Select(_ => random.NextNormal()).ToArray()).ToArray();
        ImmutableArray<ImmutableArray<double>> covariance =
            [.. roots.Select(row => roots.Select(other => row.Zip(other, (a, b) => a * b).Sum() / 20).ToImmutableArray())];
        return EventStudyCoefficients.InOrder([.. Enumerable.Range(0, n).Select(_ => random.NextNormal())], covariance, pre);
    }

    public static EventStudyCoefficients Equicorrelated(int pre, double correlation) => EventStudyCoefficients.InOrder(
        [.. Enumerable.Range(0, pre + 1).Select(_ => 0.0)],
        [.. Enumerable.Range(0, pre + 1).Select(i => Enumerable.Range(0, pre + 1).Select(j => i == j ? 1 : correlation).ToImmutableArray())], pre);

    public static EventStudyCoefficients Read(JsonElement study, int pre) => EventStudyCoefficients.InOrder(Values(study.GetProperty("betahat")), Rows(study.GetProperty("sigma")), pre);

    public static ImmutableArray<double> Values(JsonElement of) => of.ValueKind == JsonValueKind.Object
        ? [.. of.EnumerateObject().Select(value => value.Value.GetDouble())]
        : [.. Oracle.Numbers(of)];

    public static ImmutableArray<ImmutableArray<double>> Rows(JsonElement matrix) => [.. matrix.EnumerateArray().Select(row => Oracle.Numbers(row).ToImmutableArray())];
}
