using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Utvardering.Pipeline.Jobs.Running;

namespace Utvardering.Portal.Shell;

/// <summary>A page of our own wherever there would be an empty answer or a fault.</summary>
internal static class ErrorPages
{
    public static void Use(IApplicationBuilder application)
    {
        application.UseStatusCodePages(answer => ShowAsync(answer.HttpContext, answer.HttpContext.Response.StatusCode));
        application.UseExceptionHandler(handler => handler.Run(context => ShowAsync(context, StatusOf(context.Features.Get<IExceptionHandlerFeature>()?.Error))));
    }

    private static int StatusOf(Exception? fault) => fault switch
    {
        BadHttpRequestException request => request.StatusCode,
        // A form that could not be read is told by antiforgery, which reads it.
        { InnerException: BadHttpRequestException request } => request.StatusCode,
        not null when StoreFaults.IsAway(fault) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task ShowAsync(HttpContext context, int status) =>
        Pages.Show<ErrorPage>(context.RequestServices.GetRequiredService<PageFrames>().Of(context), ErrorView.Of(status), status).ExecuteAsync(context);
}
