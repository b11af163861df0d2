namespace Utvardering.Methods.Catalog;

/// <summary>A command to begin with.</summary>
/// <param name="Arguments">What stands after <c>estimate METHOD --data FILE.csv</c>.</param>
/// <param name="Meaning">What it does.</param>
public sealed record MethodExample(string Arguments, string Meaning);
