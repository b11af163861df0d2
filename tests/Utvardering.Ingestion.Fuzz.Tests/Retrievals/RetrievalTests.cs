using Utvardering.Ingestion.Fuzz.Tests.Campaign;
using Utvardering.Ingestion.Fuzz.Tests.Mutations;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Fuzz.Tests.Retrievals;

/// <summary>
/// Whole retrievals through the front door, one answer of each mutated: descriptions, limits and links are read before there are rows, and
/// a bad one must end in a fault that names the source.
/// </summary>
public sealed class RetrievalTests
{
    private const int Mutants = 60;

    public static TheoryData<string> Names => [.. Conversation.All.Select(conversation => conversation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mutated_answer_ends_in_a_fault_of_the_source_or_in_a_judged_body(string name)
    {
        var conversation = Conversation.All.Single(each => each.Name == name);
        for (var number = 0; number < Mutants; number++)
        {
            var draws = new Draws("retrieval of " + name, number);
            var steps = new List<string>();
            using var folder = new TemporaryFolder();
            var web = new MutatedWeb(conversation.Answer, number % conversation.Answers, bytes =>
            {
                (var step, bytes) = draws.Chance(80) ? JsonMutations.Of(bytes, draws) : ByteMutations.Of(bytes, bytes, draws);
                steps.Add(step);
                return bytes;
            });
            try
            {
                var outcome = await new Ingestor(Workshop.Project).IngestAsync(conversation.Source, web, folder.Path);
                Assert.All(outcome.Refused, refused => Assert.True(refused.Problems > 0 && File.Exists(refused.ReportFile)));
            }
            catch (Exception fault) when (fault is SourceException or InputException)
            {
                Assert.Contains(conversation.Source.Source, fault.Message, StringComparison.Ordinal);
            }
            catch (Exception crash) when (crash is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"{name}, answer {number % conversation.Answers} of mutant {number} ({string.Join(", ", steps)}): {crash}", crash);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_conversation_unchanged_is_taken_in(string name)
    {
        var conversation = Conversation.All.Single(each => each.Name == name);
        using var folder = new TemporaryFolder();
        var outcome = await new Ingestor(Workshop.Project).IngestAsync(conversation.Source, new MutatedWeb(conversation.Answer, -1, bytes => bytes), folder.Path);
        Assert.Empty(outcome.Refused);
        Assert.True(outcome.RowsAccepted > 0);
        Assert.Equal(conversation.Answers, outcome.Landed.Count);
    }
}
