namespace Utvardering.Reporting.Charts.Drawing;

/// <summary>
/// The process ended before it answered. <see cref="WasDrawing"/> tells the request it was drawing from those that only waited behind it.
/// </summary>
internal sealed class DrawingEndedException(string message, bool wasDrawing) : Exception(message)
{
    public bool WasDrawing => wasDrawing;
}
