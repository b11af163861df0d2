namespace Utvardering.Ingestion.Schemas;

/// <summary>
/// Rows that the source protects with noise in every cell, totals too (SCB's Cell Key Method): parts need not add up, so a difference is
/// a warning from <paramref name="Tolerance"/> on and never a refusal.
/// </summary>
/// <param name="Field">The date or year that decides.</param>
/// <param name="From">The first such date or year, as the schema writes it.</param>
/// <param name="Tolerance">How far off noise is taken to explain, in the summed column's unit.</param>
public sealed record PerturbedCells(string Field, string From, double Tolerance);
