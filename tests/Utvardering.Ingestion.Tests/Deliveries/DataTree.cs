using System.Text;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>Searches every byte of every file, and every name, below a folder.</summary>
internal static class DataTree
{
    /// <summary>The files that hold the text, in UTF-8 or UTF-16 of either order, by relative path.</summary>
    public static IReadOnlyList<string> FilesWith(string root, string text)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(text)];
        return [.. Files(root).Where(file =>
        {
            var bytes = File.ReadAllBytes(file);
            return file.Contains(text, StringComparison.Ordinal) || forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0);
        }).Select(file => Path.GetRelativePath(root, file))];
    }

    public static IReadOnlyList<string> Files(string root) => Directory.Exists(root) ? Directory.GetFiles(root, "*", SearchOption.AllDirectories) : [];
}
