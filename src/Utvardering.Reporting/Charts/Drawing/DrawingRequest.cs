using System.Text.Json.Nodes;

namespace Utvardering.Reporting.Charts.Drawing;

/// <summary>A request under way in one process: a line of JSON, and the answer to come. Answers come in the order of the requests.</summary>
internal sealed record DrawingRequest(string Line)
{
    public TaskCompletionSource<JsonObject> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
