using System.Text.Json;
using Utvardering.Ingestion.Landing;

namespace Utvardering.Ingestion.Adapters;

/// <summary>An answer that is still being landed. Nothing is made of it before <paramref name="Landing"/> is done, except the next question.</summary>
internal sealed record AnswerAhead(JsonElement Json, Task<LandedBody> Landing);
