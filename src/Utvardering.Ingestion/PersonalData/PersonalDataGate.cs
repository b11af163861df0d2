namespace Utvardering.Ingestion.PersonalData;

/// <summary>
/// Judges a delivered file, as cells of text, before anything of it is stored readable: personal numbers, addresses, free text
/// and groups too small refuse it whole. Names of persons are not recognised: see docs/personal-data.md.
/// </summary>
public sealed class PersonalDataGate(GateRules rules)
{
    /// <param name="file">The name it was delivered under; it is judged too.</param>
    /// <param name="header">The titles of <b>all</b> columns of the file, also those the schema doesn't know.</param>
    /// <param name="headerRow">The row that the titles stand in.</param>
    public FileScan Open(string file, IReadOnlyList<string> header, long headerRow = 1) => new(rules, file, header, headerRow);
}
