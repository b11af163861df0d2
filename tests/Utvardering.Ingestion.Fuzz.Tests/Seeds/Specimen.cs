namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>One kind of file that one adapter reads.</summary>
/// <param name="Name">Names it in failures and for a replay.</param>
/// <param name="Source">A file of <c>pipelines/sources</c>, or of this project's <c>Sources</c>.</param>
/// <param name="Write">
/// A valid file by its place in a batch, 0 … <see cref="Places"/> − 1: files of different places have different keys, so that a batch
/// of valid files is valid as one retrieval.
/// </param>
internal sealed record Specimen(string Name, string Source, Form Form, Func<int, Seed> Write)
{
    public const int Places = 200;
}
