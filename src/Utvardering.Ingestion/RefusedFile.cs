namespace Utvardering.Ingestion;

/// <summary>A body that was refused whole and lies in quarantine.</summary>
/// <param name="Origin">Address, or path relative to the input folder.</param>
/// <param name="Problems">How many problems were found (the reports list the first 1 000).</param>
/// <param name="ReportFile">Full path of <c>problems.txt</c>, in Swedish; <c>problems.json</c> lies beside.</param>
public sealed record RefusedFile(string Origin, string Sha256, long Problems, string ReportFile);
