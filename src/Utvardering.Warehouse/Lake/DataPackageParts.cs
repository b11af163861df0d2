using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Utvardering.Warehouse.Lake;

/// <param name="Path">Web address that was asked; null when the source is files.</param>
/// <param name="Files">Path patterns of the files, when the source is files.</param>
/// <param name="Version">Which state of the source this is. The sources number none, so it is when we asked: yyyy-MM-ddTHH:mm:ssZ.</param>
public sealed record DataPackageSource(string Title, string? Path, string? Files = null, string? Version = null);

/// <param name="Name">Open Definition id, such as <c>CC0-1.0</c>; <c>other-at</c> (attribution asked for) where the source has words of its own.</param>
/// <param name="Title">The source's own words.</param>
/// <seealso href="https://licenses.opendefinition.org/"/>
public sealed partial record DataPackageLicence(string Name, string? Title = null)
{
    /// <param name="licence">An id, or a sentence.</param>
    public static DataPackageLicence Of(string licence) => Id().IsMatch(licence) ? new(licence) : new("other-at", licence);

    [System.Text.RegularExpressions.GeneratedRegex("^[-a-zA-Z0-9._]+$")]
    private static partial System.Text.RegularExpressions.Regex Id();
}

/// <param name="Hash"><c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Schema">Frictionless table schema of the columns.</param>
public sealed record DataPackageResource(string Name, string Type, string Path, string Format, string Mediatype, long Bytes, string Hash, JsonObject Schema)
{
    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-1)]
    public string Profile { get; init; } = "https://datapackage.org/profiles/2.0/dataresource.json";
}

/// <summary>One kept body that rows came from.</summary>
/// <param name="Sha256">Names the file under <c>landing/&lt;source&gt;/</c>.</param>
/// <param name="Origin">Address, or path relative to the input folder.</param>
public sealed record DataPackageLanding(string Sha256, string Origin, DateTimeOffset Retrieved);

/// <summary>What a vintage was built upon when only the changes were asked.</summary>
/// <param name="Vintage">The name of the vintage of the same dataset and source, which may have such a base itself.</param>
/// <param name="ChangesFrom">The day from which changes were asked.</param>
/// <param name="Landing">SHA-256 of the bodies with the changes; they stand among the package's landings.</param>
public sealed record DataPackageBase(string Vintage, DateOnly ChangesFrom, IReadOnlyList<string> Landing);

/// <summary>One cell that does not stand as the source gave it.</summary>
/// <param name="Id">The entry of <c>pipelines/registry/corrections.yaml</c>.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Old">What the source says; null for a missing value.</param>
/// <param name="New">What stands here.</param>
/// <param name="Document">The document of the registry that the new value rests on.</param>
public sealed record DataPackageCorrection(
    string Id, IReadOnlyDictionary<string, string?> Key, string Column, string? Old, string? New, string Reason, string Document, string Who, DateOnly Date);
