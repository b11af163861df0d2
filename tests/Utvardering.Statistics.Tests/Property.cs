using FsCheck;
using FsCheck.Fluent;

namespace Utvardering.Statistics.Tests;

/// <summary>Properties that hold for every seed; a failing one is shrunk to the smallest seed and printed.</summary>
internal static class Property
{
    /// <summary>Checks with the same cases in every run, so that a red build is red on every machine.</summary>
    public static void HoldsForEverySeed(Func<ulong, bool> property, int cases = 200) => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20240101, 1).WithMaxTest(cases),
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed => property((ulong)seed)));
}
