namespace Utvardering.Testing;

/// <summary>Where the checkout under test lies, found from the test assembly upwards.</summary>
public static class Repository
{
    /// <summary>The folder that holds Utvardering.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of real data and reference results beside the checkout; it may be absent.</summary>
    public static string Shared { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared"));

    public static bool HasShared => Directory.Exists(System.IO.Path.Combine(Shared, "data"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Utvardering.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Utvardering.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
