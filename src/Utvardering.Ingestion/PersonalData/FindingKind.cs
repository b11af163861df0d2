namespace Utvardering.Ingestion.PersonalData;

/// <summary>What the gate refuses a file for.</summary>
public enum FindingKind
{
    /// <summary>Personnummer.</summary>
    PersonalNumber,

    /// <summary>Samordningsnummer: the day of birth plus 60.</summary>
    CoordinationNumber,

    /// <summary>Interimsnummer (T-nummer and the like): a letter where the last four begin.</summary>
    InterimNumber,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A Swedish telephone number.</summary>
    Phone,

    /// <summary>Something stands in a free-text column that must be empty.</summary>
    FreeText,

    /// <summary>A group of persons, by the declared quasi-identifiers, is smaller than k.</summary>
    SmallGroup,

    /// <summary>A quasi-identifier is not in the file, so the size of its groups can't be judged.</summary>
    GroupColumnMissing,

    /// <summary>Something stands in a column, or on a sheet, that the contract does not name: nobody knows what it is.</summary>
    UnknownColumn,

    /// <summary>Pictures, attached files or macros in a workbook: they can't be read as cells.</summary>
    AttachedContent,

    /// <summary>A part of an older workbook (.xls) that is not known to hold nothing but cells and texts: it can't be searched.</summary>
    UnscannedPart,

    /// <summary>The file can't be read as a table, so it can't be judged.</summary>
    UnreadableFile,
}
