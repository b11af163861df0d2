using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Runs;

/// <summary>What <c>provenance.json</c> of a run holds.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="Mark">What made-up figures are marked with, or null.</param>
/// <param name="Plan">The plan's id.</param>
/// <param name="ProgramVersion">The program.</param>
/// <param name="PipelinesHash">The hash of <c>pipelines/</c>.</param>
/// <param name="DataSchemaHash">The hash of <c>data-schema/</c>.</param>
/// <param name="Vintages">What was read.</param>
/// <param name="Files">What was made, by path.</param>
public sealed record RunProvenance(
    string RunId, string Profile, string? Mark, string Plan, string ProgramVersion, string PipelinesHash, string DataSchemaHash,
    IReadOnlyList<UsedVintage> Vintages, IReadOnlyList<MadeFile> Files);

/// <summary>A vintage that a run read.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Source">The source.</param>
/// <param name="Name">The vintage's name.</param>
/// <param name="Before">The name of the vintage before, whose figures the run compares these with; null where there is none.</param>
/// <param name="ContentHash">SHA-256 of its content.</param>
/// <param name="RowCount">Its rows.</param>
/// <param name="Landing">The kept bodies that its rows came from.</param>
public sealed record UsedVintage(string Dataset, string Source, string Name, string? Before, string ContentHash, long RowCount, IReadOnlyList<DataPackageLanding> Landing);

/// <summary>A file of a run.</summary>
/// <param name="Path">Relative to the run's folder.</param>
/// <param name="Sha256">Of its bytes.</param>
public sealed record MadeFile(string Path, string Sha256);
