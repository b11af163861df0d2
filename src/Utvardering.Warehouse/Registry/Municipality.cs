namespace Utvardering.Warehouse.Registry;

/// <summary>A municipality of the official division. <paramref name="Code"/> is four digits with leading zero.</summary>
public sealed record Municipality(string Code, string Name, string CountyCode, string County, string SkrGroup);
