using System.Text.Json.Nodes;

namespace Utvardering.Warehouse.Lake;

/// <param name="Path">Address or path pattern asked; null when there is none.</param>
public sealed record DataPackageSource(string Title, string? Path);

/// <param name="Name">Open Definition id, such as <c>CC0-1.0</c>, or a sentence where the source has words of its own.</param>
public sealed record DataPackageLicence(string Name);

/// <param name="Hash"><c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Schema">Frictionless table schema of the columns.</param>
public sealed record DataPackageResource(string Name, string Type, string Path, string Format, string Mediatype, long Bytes, string Hash, JsonObject Schema);

/// <summary>One kept body that rows came from.</summary>
/// <param name="Sha256">Names the file under <c>landing/&lt;source&gt;/</c>.</param>
/// <param name="Origin">Address, or path relative to the input folder.</param>
public sealed record DataPackageLanding(string Sha256, string Origin, DateTimeOffset Retrieved);
