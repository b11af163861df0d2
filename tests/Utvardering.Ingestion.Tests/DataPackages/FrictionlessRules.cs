using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.Tests.DataPackages;

/// <summary>
/// The rules of Data Package v2 that a package can break, written down from the standard and sharing no code with what writes packages:
/// each broken one is told.
/// </summary>
/// <seealso href="https://datapackage.org/standard/data-package/"/>
/// <seealso href="https://datapackage.org/standard/data-resource/"/>
internal static partial class FrictionlessRules
{
    /// <param name="package">The package.</param>
    /// <param name="folder">The folder it lies in.</param>
    public static IReadOnlyList<string> Broken(JsonObject package, string folder) => [.. Package(package), .. Resources(package, folder)];

    private static IEnumerable<string> Package(JsonObject package)
    {
        if ((string?)package["$schema"] != "https://datapackage.org/profiles/2.0/datapackage.json") yield return "package $schema is not that of v2";
        if (package.ContainsKey("profile")) yield return "package profile is of v1";
        if (package["name"] is { } name && !Name().IsMatch((string)name!)) yield return "package name";
        if (package["created"] is { } created && !DateTimeOffset.TryParse((string)created!, CultureInfo.InvariantCulture, out _)) yield return "created is no RFC 3339 time";
        if (package["version"] is not (null or JsonValue)) yield return "version is no text";
        foreach (var licence in package["licenses"]?.AsArray() ?? [])
        {
            if (licence!["name"] is null && licence["path"] is null) yield return "licence has neither name nor path";
            if (licence["name"] is { } id && !Name().IsMatch((string)id!)) yield return $"licence name '{id}' is no id";
        }

        foreach (var source in package["sources"]?.AsArray() ?? [])
        {
            if (source!["title"] is null && source["path"] is null) yield return "source says nothing";
            if (source["path"] is { } path && !Path((string)path!)) yield return $"source path '{path}' is no address or relative path";
            if (source["version"] is { } version && version.GetValueKind() != System.Text.Json.JsonValueKind.String) yield return "source version is no text";
        }
    }

    private static IEnumerable<string> Resources(JsonObject package, string folder)
    {
        if (package["resources"] is not JsonArray { Count: > 0 } resources)
        {
            yield return "no resources";
            yield break;
        }

        var names = resources.Select(resource => (string?)resource!["name"]).ToList();
        if (names.Any(string.IsNullOrEmpty) || names.Distinct().Count() != names.Count) yield return "resource names are missing or repeated";
        foreach (var resource in resources.Select(resource => resource!.AsObject()))
        {
            if ((string?)resource["$schema"] != "https://datapackage.org/profiles/2.0/dataresource.json") yield return "resource $schema is not that of v2";
            if ((resource["path"] is null) == (resource["data"] is null)) yield return "resource needs path or data, not both";
            if ((string?)resource["type"] != "table") yield return "resource with a schema is no table";
            if (resource["path"] is { } path)
            {
                foreach (var fault in File(resource, (string)path!, folder)) yield return fault;
            }

            foreach (var fault in TableSchemaRules.Broken(resource["schema"]!.AsObject(), names)) yield return fault;
        }
    }

    private static IEnumerable<string> File(JsonObject resource, string path, string folder)
    {
        if (!Path(path) || path.Contains("://", StringComparison.Ordinal)) yield return $"resource path '{path}' leads elsewhere";
        var bytes = System.IO.File.ReadAllBytes(System.IO.Path.Combine(folder, path));
        if ((long)resource["bytes"]! != bytes.Length) yield return "bytes is wrong";
        if ((string)resource["hash"]! != "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes))) yield return "hash is wrong";
    }

    // A POSIX path below the package, or an address; never absolute or upwards.
    private static bool Path(string path) => Uri.TryCreate(path, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "ftp"
        || (path.Length > 0 && path[0] is not ('/' or '.' or '~') && !path.Contains("..", StringComparison.Ordinal) && !path.Contains('*', StringComparison.Ordinal));

    [GeneratedRegex("^[-a-zA-Z0-9._]+$")]
    private static partial Regex Name();
}
