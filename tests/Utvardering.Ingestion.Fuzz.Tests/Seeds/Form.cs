namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>What a file is made of, which says what can be done to it.</summary>
internal enum Form
{
    /// <summary>Lines of cells.</summary>
    Text,

    Json,

    /// <summary>A zip of XML parts.</summary>
    Xlsx,

    /// <summary>BIFF8 in a compound file.</summary>
    Xls,

    /// <summary>dBASE III.</summary>
    Dbf,
}
