namespace Utvardering.Ingestion.Adapters;

/// <param name="Name">As in the address and, with <c>Id</c> after it, in the rows: <c>kon</c>, <c>konId</c>.</param>
/// <param name="Codes">The ids asked for → our codes.</param>
internal sealed record SocialstyrelsenVariable(string Name, IReadOnlyDictionary<string, string> Codes);
