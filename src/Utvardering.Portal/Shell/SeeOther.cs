using Microsoft.AspNetCore.Http;

namespace Utvardering.Portal.Shell;

/// <summary>After a form the browser is sent to a page (303), so that loading that again sends nothing twice.</summary>
internal sealed class SeeOther(string path) : IResult
{
    public static IResult To(string path) => new SeeOther(path);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
