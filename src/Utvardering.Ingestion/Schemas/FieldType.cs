namespace Utvardering.Ingestion.Schemas;

/// <summary>The Frictionless field types in use.</summary>
public enum FieldType
{
    /// <summary>VARCHAR.</summary>
    Text,

    /// <summary>BIGINT.</summary>
    WholeNumber,

    /// <summary>DOUBLE; decimal point.</summary>
    Number,

    /// <summary>DATE; yyyy-MM-dd.</summary>
    Date,

    /// <summary>INTEGER; four digits.</summary>
    Year,
}
