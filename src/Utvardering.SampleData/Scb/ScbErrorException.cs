namespace Utvardering.SampleData.Scb;

/// <summary>A question that PxWebApi refuses; the titles are the service's own, its spelling kept.</summary>
internal sealed class ScbErrorException(int status, string title, string? detail = null) : Exception(title)
{
    public int Status => status;

    public string? Detail => detail;

    public static ScbErrorException TooManyCells => new(400, "Too many cells selected", "Too many cells selected");

    public static ScbErrorException NoVariable => new(400, "Non-existent variable");

    public static ScbErrorException NoValue => new(400, "Non-existent value");

    public static ScbErrorException NoCodeList => new(400, "Non-existent codelist");

    public static ScbErrorException NoTable => new(404, "Non-existent table");

    public static ScbErrorException BadExpression => new(400, "Illegal selection expression");

    public static ScbErrorException NoSelection => new(400, "Missing selection for mandantory variable");
}
