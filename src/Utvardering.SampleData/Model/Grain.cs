namespace Utvardering.SampleData.Model;

/// <summary>The length of a period; the value is the number of periods a year.</summary>
internal enum Grain
{
    Year = 1,
    Quarter = 4,
    Month = 12,
}
