using System.Security.Cryptography;
using System.Text;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Runs;

/// <summary>All that a run is a function of.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="Vintages">The chosen vintage of every source. The one before each is an input too: what was revised is told against it.</param>
/// <param name="PipelinesHash">The hash of <c>pipelines/</c>.</param>
/// <param name="DataSchemaHash">The hash of <c>data-schema/</c>.</param>
/// <param name="ProgramVersion">The program.</param>
/// <param name="Question">What is asked beside the profile: the plan, the outcomes, a placebo start.</param>
public sealed record RunInputs(string Profile, IReadOnlyList<Vintage> Vintages, string PipelinesHash, string DataSchemaHash, string ProgramVersion, string Question)
{
    /// <summary>The same inputs have the same id; when they were taken in does not count.</summary>
    public string RunId { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Vintages
            .Select(vintage => $"{vintage.Dataset}/{vintage.Source}/{vintage.Name.ContentPrefix}/{vintage.Before()?.Name.ContentPrefix}")
            .Order(StringComparer.Ordinal)
            .Prepend(ProgramVersion)
            .Prepend(DataSchemaHash)
            .Prepend(PipelinesHash)
            .Prepend(Profile)
            .Prepend(Question)))))[..16];
}
