using Utvardering.Warehouse;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Pipeline.Profiles;

/// <summary>What a run takes in and which plan it carries out: a file of <c>pipelines/profiles</c>.</summary>
/// <param name="Id">The profile's name.</param>
/// <param name="Title">The name for readers.</param>
/// <param name="Mark">What stands on everything the run makes, or null.</param>
/// <param name="Bytes">Where bytes come from: <c>sample</c> (the made-up world), <c>folder</c> (files of an input folder) or <c>web</c> (the sources' addresses; files of an input folder where a source is files).</param>
/// <param name="Sources">The feeds.</param>
/// <param name="Plan">The plan of the evaluation.</param>
public sealed record Profile(string Id, LocalText Title, LocalText? Mark, string Bytes, IReadOnlyList<string> Sources, string Plan)
{
    /// <summary>Whether the figures are made up.</summary>
    public bool Synthetic => Bytes == "sample";

    /// <exception cref="InputException">There is no such profile, or its file is malformed.</exception>
    public static Profile Load(string pipelines, string id)
    {
        var folder = Path.Combine(pipelines, "profiles");
        var known = SettingsFile.In(folder).Select(Path.GetFileNameWithoutExtension).ToList();
        if (!known.Contains(id))
        {
            throw new InputException($"There is no profile '{id}'. Profiles: {string.Join(", ", known)} (one file each in {folder}).");
        }

        var node = SettingsFile.Load(Path.Combine(folder, id + ".yaml"));
        var bytes = node["bytes"].OneOf("sample", "folder", "web");
        var mark = node.Find("mark")?.Local();
        return bytes == "sample" && mark is null
            ? throw node.Fault("is a profile of made-up figures without a mark. Add 'mark', which then stands on everything the run makes")
            : node.Done(new Profile(node["profile"].OneOf(id), node["title"].Local(), mark, bytes, node["sources"].Texts(), node["plan"].Text()));
    }
}
