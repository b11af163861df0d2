namespace Utvardering.SampleData.Model;

/// <summary>Sex with SCB's codes as values.</summary>
internal enum Sex
{
    Men = 1,
    Women = 2,
}
