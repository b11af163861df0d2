namespace Utvardering.Ingestion.Deliveries.Reading;

/// <param name="Number">As a spreadsheet numbers the rows of the file.</param>
/// <param name="Cells">In the header's order; blank ones are null.</param>
internal sealed record DeliveredRow(long Number, IReadOnlyList<string?> Cells);
