namespace Utvardering.SampleData.Kolada;

/// <summary>One value of a key figure.</summary>
/// <param name="Gender">K women, M men, T all.</param>
/// <param name="Value">Null when there is none to show; the status then says why.</param>
internal readonly record struct KoladaValue(string Gender, double? Value, string Status)
{
    public const string Missing = "Missing";

    public const string Private = "Private";

    public static KoladaValue Known(string gender, double value) => new(gender, value, "");

    public static KoladaValue None(string gender, string status) => new(gender, null, status);
}
