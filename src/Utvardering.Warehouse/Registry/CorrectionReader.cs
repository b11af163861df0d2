using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>One entry of <c>corrections.yaml</c>.</summary>
internal static class CorrectionReader
{
    public static Correction Read(SettingsNode node, HashSet<string> documents)
    {
        var key = node["key"];
        var document = node["document"];
        var read = new Correction
        {
            Id = node["id"].Text(),
            Dataset = node["dataset"].Text(),
            Source = node.Find("source")?.Text(),
            Key = key.Done(key.Keys.ToDictionary(column => column, column => key.Find(column)?.Text(), StringComparer.Ordinal)),
            Column = node["column"].Text(),
            Old = Stated(node, "old"),
            New = Stated(node, "new"),
            Reason = node["reason"].Text(),
            Document = documents.Contains(document.Text()) ? document.Text() : throw document.Fault($"is '{document.Text()}', and the registry has no such document"),
            Who = node["who"].Text(),
            Date = node["date"].Date(),
            From = node.Find("from")?.Date(),
            Until = node.Find("until")?.Date(),
            File = node.File,
            Line = node.Line,
        };
        if (read.Old == read.New)
        {
            throw node.Fault($"corrects '{read.Id}' from and to the same value");
        }

        return read.Until < read.From ? throw node["until"].Fault("is before 'from'") : node.Done(read);
    }

    /// <summary>A value that must be written down, be it as nothing: a forgotten line is no missing value.</summary>
    private static string? Stated(SettingsNode node, string key) =>
        node.Keys.Contains(key) ? node.Find(key)?.Text() : throw node.Fault($"has no '{key}'; leave it empty for a missing value");
}
