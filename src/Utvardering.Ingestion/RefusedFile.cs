using Utvardering.Ingestion.Sealing;

namespace Utvardering.Ingestion;

/// <summary>A body that was refused whole.</summary>
/// <param name="Origin">Address, or path relative to the input folder; a placeholder where the name itself holds personal data.</param>
/// <param name="Problems">How many problems were found (the reports list the first 1 000, and some of every rule).</param>
/// <param name="ReportFile">
/// Full path of <c>problems.txt</c>, Swedish with English; <c>problems.json</c> and <c>problems.html</c> lie beside, and <c>marked.xlsx</c>
/// for a delivery whose problems are not personal data.
/// </param>
/// <param name="PersonalData">What became of the bytes when the personal-data gate refused them; null when they were refused for other problems and lie in quarantine.</param>
public sealed record RefusedFile(string Origin, string Sha256, long Problems, string ReportFile, RefusalMode? PersonalData = null);
