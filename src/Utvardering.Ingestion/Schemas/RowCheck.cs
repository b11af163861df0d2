using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Schemas;

/// <summary>A rule across fields.</summary>
/// <param name="Rule">Its name in the problem report.</param>
/// <param name="Field">The field the problem is reported on.</param>
/// <param name="Sql">True when the row is good; null counts as good. The fields have their schema's types.</param>
public sealed record RowCheck(string Rule, string Field, string Sql, LocalText Message, LocalText Remedy);
