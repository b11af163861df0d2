namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>Texts of a workbook outside its table.</summary>
/// <param name="Place">In words of ours, Swedish and English: a sheet's own name may be a person's.</param>
internal sealed record OtherPart(string Place, OtherPartUse Use, IReadOnlyList<DeliveredRow> Rows);
