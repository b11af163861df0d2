using System.Text.Json;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class PoliceEventsTests : IDisposable
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData("2024-05-31 9:05:01 +02:00", "31 maj 8:10, Brand, Borås", "Borås", "2024-05-31 09:05:01 Brand Borås 14 1490")]
    [InlineData("2024-05-31 13:05:01 +02:00", "31 maj 8:10, Stöld, försök, Malung–Sälen", "Dalarnas län", "2024-05-31 13:05:01 Brand Dalarnas län 20 2023")]
    [InlineData("2024-05-31 13:05:01 +02:00", "31 maj 8:10, Sammanfattning natt, Uppsala län", "Uppsala län", "2024-05-31 13:05:01 Brand Uppsala län 03 ∅")]
    [InlineData("2024-05-31 13:05:01 +02:00", "31 maj 8:10, Brand, Uppsala", "Uppsala län", "2024-05-31 13:05:01 Brand Uppsala län 03 0380")]
    [InlineData("2024-05-31 13:05:01 +02:00", "31 maj 8:10, Brand, Borås", "Uppsala län", "2024-05-31 13:05:01 Brand Uppsala län 03 ∅")]
    public async Task An_event_gets_its_time_and_its_place(string published, string name, string place, string expected)
    {
        var outcome = await bench.IngestAsync("polisen-events", Answers(Event(7, published, name, place)));
        Assert.Empty(outcome.Refused);
        Assert.Equal(["7 " + expected], bench.Rows(outcome.Vintage!, "select * exclude (landing_sha256, landing_row) from vintage"));
    }

    [Fact]
    public async Task The_days_asked_for_end_today_in_Swedish_time_and_an_event_told_anew_stands_as_told_last()
    {
        bench.Clock.Time = new(2024, 5, 31, 22, 30, 0, TimeSpan.Zero);
        var replay = new Replay(bench.Clock)
            .Answers("DateTime=2024-05-30", $"[{Event(1, "2024-05-30 10:00:00 +02:00", "x, Rån, Borås", "Borås")}]")
            .Answers("DateTime=2024-05-31", $"[{Event(2, "2024-05-31 10:00:00 +02:00", "x, Rån, Borås", "Borås")}]")
            .Answers("DateTime=2024-06-01", $"[{Event(1, "2024-05-30 10:00:00 +02:00", "x, Brand, Ale", "Ale")}]");
        var outcome = await bench.IngestAsync("polisen-events", replay);
        Assert.Equal(["1 1440", "2 1490"], bench.Rows(outcome.Vintage!, "select event_id, municipality_code from vintage order by 1"));
    }

    [Theory]
    [InlineData("2024-05-31 25:05:01 +02:00", "Borås", "kolumn published_time")]
    [InlineData("igår", "Borås", "värde \"igår\"")]
    [InlineData("2024-05-31 10:00:00 +02:00", "Storköping", "varken en kommun eller ett län")]
    public async Task What_is_not_understood_is_refused(string published, string place, string problem) =>
        Assert.Contains(problem, Bench.Report(await bench.IngestAsync("polisen-events", Answers(Event(1, published, "x, Brand, " + place, place)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", 200, "no event at all")]
    [InlineData("{}", 200, "no list of events")]
    [InlineData("<html><head><title>Access denied</title></head></html>", 403, "a web page (status 403) titled 'Access denied'")]
    [InlineData("\"slow down\"", 429, "status 429")]
    public async Task What_is_no_answer_is_told(string body, int status, string expected)
    {
        var replay = new Replay(bench.Clock).Answers("05-30", body, status).Answers("05-31", body, status).Answers("06-01", body, status);
        Assert.Contains(expected, (await Assert.ThrowsAsync<SourceException>(() => bench.IngestAsync("polisen-events", replay))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_police_s_rules_stand_in_the_YAML()
    {
        var limits = bench.Source("polisen-events").Limits;
        Assert.Equal((10, 60, 1440), (limits.SecondsBetween, limits.RequestsPerHour, limits.RequestsPerDay));
        Assert.NotNull(limits.UserAgent);
    }

    [SharedDataFact]
    public async Task The_913_events_of_April_2023_go_in()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Shared, "data", "polisen", "events_2023-04.json"));
        var outcome = await bench.IngestAsync("polisen-events", new Replay(bench.Clock).AnswersAll("/events", _ => text));
        var file = JsonDocument.Parse(text).RootElement.EnumerateArray().ToList();
        var registry = File.ReadAllLines(bench.Project.Municipalities).Skip(1).Select(line => line.Split(',')[1]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = file.Count(item => registry.Contains(item.GetProperty("location").GetProperty("name").GetString()!) || registry.Contains(item.GetProperty("name").GetString()!.Split(", ")[^1]));

        Assert.Equal(913, outcome.RowsAccepted);
        // Municipalities as the registry writes them, in the place or last in the title, but for capitals ("Östra göinge"); Gotland comes as a county.
        Assert.Equal([$"913 {named} 913"], bench.Rows(outcome.Vintage!, "select count(*), count(municipality_code), count(county_code) from vintage"));
        Assert.Equal([$"{file.Count(item => item.GetProperty("type").GetString() == "Brand")}"], bench.Rows(outcome.Vintage!, "select count(*) from vintage where type = 'Brand'"));
        Assert.Equal(["2023-04-20 13:19:17 Stöld 2580"], bench.Rows(outcome.Vintage!, "select published_date, published_time, type, municipality_code from vintage where event_id = 420703"));
    }

    public void Dispose() => bench.Dispose();

    private Replay Answers(string item) => new Replay(bench.Clock).AnswersAll("/events?DateTime=", _ => $"[{item}]");

    private static string Event(int id, string published, string name, string place) =>
        JsonSerializer.Serialize(new { id, datetime = published, name, summary = "s", url = "/u", type = "Brand", location = new { name = place, gps = "1,2" } });
}
