namespace Utvardering.Ingestion.Landing;

/// <summary>The JSON beside a kept body.</summary>
/// <param name="Retrievals">The first time the body came from each origin: different questions may get the same bytes.</param>
public sealed record LandingRecord(string Sha256, long Bytes, IReadOnlyList<LandingRetrieval> Retrievals)
{
    /// <summary>This record and a later one of the same body: the first retrieval from each origin stands.</summary>
    public LandingRecord And(LandingRecord later) => this with
    {
        Retrievals = [.. Retrievals, .. later.Retrievals.Where(came => !Retrievals.Any(known => known.Origin == came.Origin && known.Question == came.Question))],
    };
}

/// <param name="Origin">Address, or path relative to the input folder.</param>
/// <param name="Question">Body of the question for POST; null otherwise.</param>
public sealed record LandingRetrieval(string Origin, string? Question, DateTimeOffset Retrieved, int? Status, string? ContentType);
