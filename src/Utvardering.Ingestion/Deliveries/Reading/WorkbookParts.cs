using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>What a workbook holds beside the cells that a reader gives.</summary>
/// <param name="Texts">Texts to be searched.</param>
/// <param name="Unread">Why some of it can't be searched, so that the file is refused; null when all of it can.</param>
internal sealed record WorkbookParts(IReadOnlyList<OtherPart> Texts, FindingKind? Unread);
