using Utvardering.SampleData;

namespace Utvardering.Testing.Replay.Sources;

/// <summary>The made-up world: every municipality, a few indicators, the population.</summary>
public static class SampleSource
{
    public static Func<ReplayQuestion, ReplayAnswer?> Of(SampleWorld world) => question =>
    {
        var answer = world.Get(question.Address, question.Body);
        return new(answer.Status, answer.ContentType, answer.Body);
    };
}
