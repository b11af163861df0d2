namespace Utvardering.SampleData.Kolada;

/// <summary>A question that Kolada refuses with an HTTP status.</summary>
internal sealed class KoladaErrorException(int status, string detail) : Exception(detail)
{
    public int Status => status;
}
