using System.Globalization;
using Utvardering.Ingestion.Adapters;
using Utvardering.Testing;
using Utvardering.Testing.Replay;

namespace Utvardering.Ingestion.Tests.Http;

/// <summary>The real adapters over a real connection, into a real lake.</summary>
public sealed class LiveSourcesTests
{
    [Theory]
    [InlineData("kolada")]
    [InlineData("kolada-groups")]
    [InlineData("kolada-peers")]
    [InlineData("scb-population")]
    public async Task What_comes_over_the_web_is_what_the_source_has(string source)
    {
        await using var web = await Web.OfSampleAsync();
        var address = source == "scb-population" ? web.Server.Scb : web.Server.Kolada;
        var outcome = await web.IngestAsync(web.At(address, source));
        using var direct = new Bench();
        var expected = await direct.IngestAsync(source, new SampleWorldTransport(Web.World.Value));
        Assert.Empty(outcome.Refused);
        Assert.Equal(expected.RowsAccepted, outcome.RowsAccepted);
        Assert.Equal(expected.Vintage!.Name.ContentPrefix, outcome.Vintage!.Name.ContentPrefix);
        Assert.NotEqual(true, outcome.Vintage.ReadPackage().Synthetic);
    }

    [Fact]
    public async Task Scbs_own_limit_is_read_and_kept()
    {
        await using var web = await Web.OfSampleAsync();
        web.Server.Misbehave(question => question.Has("/config"), Misbehaviours.Changed(_ => """{"maxDataCells":10000,"maxCallsPerTimeWindow":2,"timeWindow":10}"""));
        await web.IngestAsync(web.Scb());
        // 290 municipalities × 22 ages × 10 years 2014–2023 are 63 800 cells: at least seven parts, after /config and the metadata.
        var questions = web.Server.Asked.Count;
        Assert.True(questions > 8);
        Assert.True(web.Clock.GetUtcNow() - Web.Start >= TimeSpan.FromSeconds(10 * ((questions - 1) / 2)));
    }

    [Fact]
    public async Task An_unchanged_answer_is_not_sent_again_and_its_landed_body_serves()
    {
        await using var web = await Web.OfSampleAsync();
        web.Server.GivesVersions = true;
        var first = await web.IngestAsync(web.Kolada(400));
        web.Clock.Advance(TimeSpan.FromDays(1));
        web.Server.Forget();
        var second = await web.IngestAsync(web.Kolada(400));
        Assert.All(web.Server.Asked, question => Assert.True(question.Headers.ContainsKey("If-None-Match")));
        Assert.Equal(first.Vintage, second.Vintage);
        Assert.Equal(first.Landed.Select(body => body.Sha256), second.Landed.Select(body => body.Sha256));

        // A body that is gone can't serve: it is asked for whole.
        File.Delete(first.Landed[0].File);
        web.Server.Forget();
        await web.IngestAsync(web.Kolada(400));
        Assert.Single(web.Server.Asked, question => !question.Headers.ContainsKey("If-None-Match"));
    }

    [SharedDataFact]
    public async Task The_real_values_of_N07540_go_in_with_their_figures()
    {
        await using var web = await Web.OfRecordingsAsync();
        var source = web.At(web.Server.Kolada, "kolada") with { Settings = new KoladaSettings(["N07540"], new(2023, 2025)), Limits = new(5, 25, 100) };
        web.Clock.Advance(TimeSpan.FromDays(730));
        var outcome = await web.IngestAsync(source);
        var expected = File.ReadLines(Path.Combine(Repository.Shared, "data", "kolada", "values_2023_2025.csv")).Select(line => line.Split(','))
            .Where(row => row[4] == "kolada:N07540").ToDictionary(row => row[0], row => double.Parse(row[3], CultureInfo.InvariantCulture));
        Assert.Equal(290, expected.Count);
        Assert.Equal(3, web.Server.Asked.Count);
        Assert.Equal(
            expected.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")),
            web.Bench.Rows(outcome.Vintage!, "select municipality_code, value from vintage order by 1"));
    }

    [SharedDataFact]
    public async Task The_real_groups_go_in()
    {
        await using var web = await Web.OfRecordingsAsync();
        var outcome = await web.IngestAsync(web.At(web.Server.Kolada, "kolada-groups"));
        Assert.Equal(290, outcome.RowsAccepted);
        // Twelve subjects of seven peers each, one of them for 289 municipalities.
        Assert.Equal(7 * ((12 * 290) - 1), (await web.IngestAsync(web.At(web.Server.Kolada, "kolada-peers"))).RowsAccepted);
    }

    [SharedDataTheory]
    [InlineData("polisen/events_2023-04.json", "polisen", "/events")]
    [InlineData("scb/v2/config.json", "scb", "/config")]
    [InlineData("scb/v2/TAB6471_metadata.json", "scb", "/tables/TAB6471/metadata?lang=sv")]
    public async Task A_recorded_body_comes_byte_for_byte(string file, string source, string rest)
    {
        await using var web = await Web.OfRecordingsAsync();
        var address = source == "polisen" ? web.Server.Polisen : web.Server.Scb;
        var answer = await web.AskAsync(web.At(address, "kolada"), rest);
        var recorded = await File.ReadAllTextAsync(Path.Combine(Repository.Shared, "data", file));
        Assert.Equal(
            recorded.Replace("https://statistikdatabasen.scb.se/api/v2", web.Server.Scb.ToString(), StringComparison.Ordinal),
            System.Text.Encoding.UTF8.GetString(answer.Body));
    }
}
