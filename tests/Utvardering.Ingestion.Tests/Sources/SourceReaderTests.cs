using Utvardering.Ingestion.Sources;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Tests.Sources;

/// <summary>A mistake in a source's YAML is told with its file, its line and what to do.</summary>
public sealed class SourceReaderTests : IDisposable
{
    private const string Good = """
        source: a
        title: {sv: A, en: A}
        adapter: kolada-v3
        dataset: indicator_values
        origin: published
        address: https://example.org/v3
        limits: {idsPerSegment: 25}
        select:
          indicators: [N07403]
          years: 2015-
        attribution: {sv: K, en: K}
        complete: {"1210": 2019-07}
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void All_sources_of_the_repository_can_be_read()
    {
        var sources = SourceReader.ReadAll(new(Repository.Root));
        Assert.Equal(Directory.GetFiles(new ProjectFolder(Repository.Root).Sources, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            sources.Select(source => source.Source).Order(StringComparer.Ordinal));
        Assert.Superset(new HashSet<string> { "bra-sol", "deliveries", "kolada", "kolada-groups", "polisen-events", "scb-population", "socialstyrelsen" }, sources.Select(source => source.Source).ToHashSet());
        Assert.Equal(SourceOrigin.Delivered, sources.Single(source => source.Source == "deliveries").Origin);
    }

    [Fact]
    public void A_good_file_is_read() => Assert.Equal(new DateOnly(2019, 7, 1), Read(Good).Complete["1210"]);

    [Fact]
    public void Limits_and_patience_are_read()
    {
        var source = Read(Good.Replace(
            "limits: {idsPerSegment: 25}",
            "limits: {secondsBetween: 10, requestsPerHour: 60, requestsPerDay: 1440, atOnce: 2, mostMegabytes: 8}\npatience: {answerSeconds: 30, retries: 2}",
            StringComparison.Ordinal));
        Assert.Equal(
            [new(1, TimeSpan.FromSeconds(10)), new(60, TimeSpan.FromHours(1)), new CallRate(1440, TimeSpan.FromDays(1))],
            source.Limits.Rates);
        Assert.Equal((2, 8), (source.Limits.AtOnce, source.Limits.MostMegabytes));
        Assert.Equal(SourcePatience.Usual with { Answer = TimeSpan.FromSeconds(30), Retries = 2 }, source.Patience);
    }

    [Theory]
    [InlineData("limits: {idsPerSegment: 25}", "patience: {totalSeconds: 90000}", 7, "more than a day")]
    [InlineData("origin: published", "origin: published\ncolour: red", 6, "unknown key 'colour'")]
    [InlineData("  years: 2015-", "  years: 2015-\n  months: 3", 11, "unknown key 'months' under 'select'")]
    [InlineData("origin: published\n", "", 1, "the key 'origin' is missing")]
    [InlineData("  indicators: [N07403]\n", "", 9, "the key 'indicators' is missing under 'select'")]
    [InlineData("adapter: kolada-v3", "adapter: kolada-v2", 3, "'adapter' is 'kolada-v2', which is not one of: bra-municipality-csv")]
    [InlineData("dataset: indicator_values", "dataset: population", 4, "'dataset' is 'population', which is not one of: indicator_values")]
    [InlineData("origin: published", "origin: found", 5, "not one of: published, delivered")]
    [InlineData("address: https://example.org/v3", "address: example.org", 6, "'address' is 'example.org', which is no whole web address")]
    [InlineData("idsPerSegment: 25", "idsPerSegment: many", 7, "'idsPerSegment' is 'many', which is not a whole number")]
    [InlineData("  indicators: [N07403]", "  indicators: N07403", 9, "should be a list")]
    [InlineData("  years: 2015-", "  years: sedan 2015", 10, "which is no range of years")]
    [InlineData("attribution: {sv: K, en: K}", "attribution: K", 11, "'attribution' should be a mapping")]
    [InlineData("attribution: {sv: K, en: K}", "attribution: {sv: K}", 11, "the key 'en' is missing under 'attribution'")]
    [InlineData("\"1210\": 2019-07", "\"1210\": juli", 12, "'juli', which is no month")]
    [InlineData("title: {sv: A, en: A}", "title: {sv: A, en: A", 3, "not valid YAML")]
    [InlineData("source: a", "source: b", 1, "give them the same name")]
    public void A_mistake_is_told_with_its_line(string from, string to, int line, string sentence)
    {
        var error = Assert.Throws<InputException>(() => Read(Good.Replace("\r\n", "\n", StringComparison.Ordinal).Replace(from, to, StringComparison.Ordinal)));
        Assert.Contains($"a.yaml line {line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tidy_mapping_of_a_field_that_is_not_there_is_a_mistake()
    {
        var yaml = Good.Replace("kolada-v3", "tidy-csv", StringComparison.Ordinal).Replace("address: https://example.org/v3", "files: [a.csv]", StringComparison.Ordinal);
        var start = yaml.IndexOf("select:", StringComparison.Ordinal);
        yaml = string.Concat(yaml.AsSpan(0, start), "columns:\n  indicator: {from: a}\n", yaml.AsSpan(yaml.IndexOf("attribution", StringComparison.Ordinal)));
        var error = Assert.Throws<InputException>(() => Read(yaml));
        Assert.Contains("line 9: 'indicator' is no field of the dataset, which has indicator_code", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private SourceDefinition Read(string yaml)
    {
        File.WriteAllText(folder["a.yaml"], yaml);
        return SourceReader.Read(new(Repository.Root), folder["a.yaml"]);
    }
}
