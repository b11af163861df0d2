namespace Utvardering.Ingestion.PersonalData;

/// <summary>What a schema says a column is for: how the gate reads its cells.</summary>
public enum ColumnUse
{
    /// <summary>Any cell: everything is looked for. Free text that a schema allows is this too.</summary>
    Scan,

    /// <summary>Values of a code list: telephone numbers are not looked for, since codes may begin with 07.</summary>
    Code,

    /// <summary>
    /// Numbers of ten digits are expected (kronor, seconds since 1970): a bare one is no finding by itself,
    /// but a column mostly made of possible personal numbers is.
    /// </summary>
    Amount,

    /// <summary>Moments: twelve bare digits that read as yyyyMMddHHmm are no finding.</summary>
    Time,

    /// <summary>Free text that must not be delivered: any cell that is not blank is a finding.</summary>
    FreeTextForbidden,
}
