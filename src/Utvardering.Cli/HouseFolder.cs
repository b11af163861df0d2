using Utvardering.Ingestion;
using Utvardering.Warehouse;

namespace Utvardering.Cli;

/// <summary>Finds the folder that holds <c>pipelines/</c> and <c>data-schema/</c>: from the current folder upwards, else from the program's.</summary>
internal static class HouseFolder
{
    /// <exception cref="InputException">There is none.</exception>
    public static ProjectFolder Find()
        => new(Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory)
            ?? throw new InputException($"No pipelines/ and data-schema/ in {Environment.CurrentDirectory} or above. Run from a checkout of the project."));

    private static string? Above(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            if (Directory.Exists(Path.Combine(here.FullName, "pipelines")) && Directory.Exists(Path.Combine(here.FullName, "data-schema")))
            {
                return here.FullName;
            }
        }

        return null;
    }
}
