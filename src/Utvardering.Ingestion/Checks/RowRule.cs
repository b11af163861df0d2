using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Checks;

/// <summary>A rule that each row keeps or breaks by itself.</summary>
/// <param name="Field">The field it is reported on.</param>
/// <param name="Broken">SQL over <see cref="TypedRows.View"/>, true when the row breaks the rule.</param>
internal sealed record RowRule(string Name, string Field, string Broken, LocalText Message, LocalText Remedy);
