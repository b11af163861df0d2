using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Landing;

/// <summary>Which landed body a question got.</summary>
/// <param name="Request"><see cref="WebRequest.Key"/>.</param>
/// <param name="Sha256">The body's name in the landing.</param>
internal sealed record HeldAnswer(string Request, string Sha256, DateTimeOffset Retrieved, int Status, string? ContentType, Validators? Validators);
