namespace Utvardering.SampleData.Settings;

/// <summary>A municipality: real code, name, county and SKR group, the only real facts of the sample world.</summary>
/// <param name="Code">Four digits with leading zero.</param>
/// <param name="CountyCode">Two digits.</param>
internal sealed record Municipality(string Code, string Name, string CountyCode, string County, string SkrGroup)
{
    /// <summary>The code as a number, by which its draws are keyed.</summary>
    public int Number { get; } = int.Parse(Code, System.Globalization.CultureInfo.InvariantCulture);
}
