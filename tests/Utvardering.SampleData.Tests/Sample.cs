using System.Text;
using System.Text.Json;
using Utvardering.SampleData.Model;
using Utvardering.Testing;

namespace Utvardering.SampleData.Tests;

/// <summary>The repository's own sample world, and short ways to ask it.</summary>
internal static class Sample
{
    public static string Pipelines { get; } = Path.Combine(Repository.Root, "pipelines");

    public static DateOnly Today { get; } = SampleWorld.DefaultAsOf(Pipelines);

    public static SampleWorld World { get; } = SampleWorld.Load(Pipelines, Today);

    /// <summary>The means and counts behind the world.</summary>
    public static World Behind { get; } = Model.World.Load(Pipelines, Today);

    public static SampleWorld At(int year, int month, int day) => SampleWorld.Load(Pipelines, new DateOnly(year, month, day));

    public static JsonElement Ask(string address, string? body = null) => Ask(World, address, body);

    public static JsonElement Ask(SampleWorld world, string address, string? body = null)
    {
        var answer = world.Get(address, body);
        Assert.Equal(200, answer.Status);
        return Parse(answer);
    }

    public static JsonElement Parse(SampleAnswer answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.Clone();
    }

    /// <summary>The rows of one file of an inbox, below its header, cell by cell.</summary>
    public static string[][] Rows(SampleWorld world, string folder, string file, Encoding encoding) =>
        Rows(world.Files(folder).Single(one => one.RelativePath == file), encoding);

    public static string[][] Rows(SampleFile file, Encoding encoding) =>
        [.. encoding.GetString(file.Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(';'))];
}
