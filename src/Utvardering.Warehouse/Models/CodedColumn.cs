namespace Utvardering.Warehouse.Models;

/// <summary>A column of few different texts, which are kept as numbers.</summary>
/// <param name="Name">The column.</param>
/// <param name="Texts">A SELECT of the texts that it may hold.</param>
/// <param name="Test">The test that says so.</param>
public sealed record CodedColumn(string Name, string Texts, ModelTest Test);
