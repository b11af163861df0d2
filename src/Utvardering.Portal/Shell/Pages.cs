using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Utvardering.Portal.Shell;

/// <summary>Pages as answers.</summary>
internal static class Pages
{
    /// <param name="frame">What every page knows.</param>
    /// <param name="view">What this page shows.</param>
    /// <param name="status">The answer's status.</param>
    public static IResult Show<TPage>(PageFrame frame, object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Frame"] = frame, ["View"] = view }) { StatusCode = status };
}
