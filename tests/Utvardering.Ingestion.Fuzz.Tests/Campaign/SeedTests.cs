using Utvardering.Ingestion.Fuzz.Tests.Mutations;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;

namespace Utvardering.Ingestion.Fuzz.Tests.Campaign;

/// <summary>The campaign means something only where the files it begins with are good ones.</summary>
public sealed class SeedTests
{
    public static TheoryData<string> Names => [.. Specimens.All.Select(specimen => specimen.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_batch_of_seeds_is_accepted_whole(string name)
    {
        var specimen = Specimens.All.Single(each => each.Name == name);
        using var batch = new Batch([.. Enumerable.Range(0, Specimen.Places).Select(place => specimen.Write(place)).Select((seed, place) => new Mutant(specimen, place, seed, seed.Bytes, []))]);
        var refused = batch.Run().Where(each => each.Value.Rule != Verdict.Accepted).Select(each => $"{each.Key} {each.Value.Rule}").ToList();
        Assert.Empty(refused);
        Assert.Empty(batch.Faults);
        Assert.True(batch.RowsPublished > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutant_is_a_function_of_its_number(string name)
    {
        var specimen = Specimens.All.Single(each => each.Name == name);
        foreach (var number in Enumerable.Range(0, 20))
        {
            var (first, second) = (Mutant.Of(specimen, number), Mutant.Of(specimen, number));
            Assert.Equal(first.Bytes, second.Bytes);
            Assert.Equal(first.ToString(), second.ToString());
            Assert.NotEqual(first.Seed.Bytes, first.Bytes);
        }
    }
}
