namespace Utvardering.Portal.Safety;

/// <summary>Paths of these pages, to return to.</summary>
internal static class LocalPath
{
    /// <summary>The path, if it is one of ours; else the first page. <c>//host</c> and <c>/\host</c> lead elsewhere.</summary>
    public static string Checked(string? path) => path is ['/'] or ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl) ? path : "/";

    /// <summary>The page on which an action's form stands: <c>/korningar/ID/avbryt</c> is sent from <c>/korningar/ID</c>.</summary>
    public static string PageOf(string? action) => action is not null && action.StartsWith("/korningar/", StringComparison.Ordinal) ? action[..action.LastIndexOf('/')] : "/";
}
