using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Tests.Corrections;

public sealed class CorrectorTests : IDisposable
{
    private const string Rows = "offence_code,municipality_code,month,count\n1210,1490,2024-08-01,498\n1210,,2024-08-01,3\n1210,0380,2024-08-01,7\n";

    private const string Entry = """
        - id: fire-1490
          dataset: reported_offences
          source: t
          key: {offence_code: "1210", municipality_code: "1490", month: 2024-08-01}
          column: count
          old: 498
          new: 49
          reason: A digit too many.
          document: bra-2023
          who: A. Andersson
          date: 2024-10-02

        """;

    private readonly House house = new("reported_offences", "offence_code", "municipality_code", "month", "count");

    [Fact]
    public async Task A_correction_stands_in_the_rows_in_the_content_hash_and_in_the_data_package()
    {
        var plain = await house.IngestAsync(Rows);
        Correct(Entry);
        var corrected = await house.IngestAsync(Rows, day: 1);

        Assert.True(corrected.IsNew);
        Assert.NotEqual(plain.Vintage!.Name.ContentPrefix, corrected.Vintage!.Name.ContentPrefix);
        Assert.Equal(["0380 7", "1490 49", "∅ 3"], house.Rows(corrected.Vintage, "select municipality_code, count from vintage order by 1 nulls last"));
        Assert.Null(plain.Vintage.ReadPackage().Corrections);
        var told = Assert.Single(corrected.Vintage.ReadPackage().Corrections!);
        Assert.Equal(("fire-1490", "count", "498", "49", "bra-2023", "A. Andersson"), (told.Id, told.Column, told.Old, told.New, told.Document, told.Who));
        Assert.Equal(new DateOnly(2024, 10, 2), told.Date);
        Assert.Equal("1490", told.Key["municipality_code"]);

        // What the source said lies in the landing as it came.
        Assert.Contains("498", File.ReadAllText(corrected.Landed.Single().File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_an_empty_key_field_can_be_corrected_and_a_value_taken_away_in_two_steps()
    {
        house.Put("pipelines/sources/t.yaml", File.ReadAllText(house["pipelines/sources/t.yaml"]).Replace("count: {from: count}", "count: {from: count}, status: {from: status}", StringComparison.Ordinal));
        const string Unknown = """{offence_code: "1210", municipality_code: , month: 2024-08-01}""";
        Correct(Changed("key", Unknown).Replace("old: 498", "old: 3", StringComparison.Ordinal).Replace("new: 49", "new:", StringComparison.Ordinal)
            + Changed("key", Unknown).Replace("fire-1490", "second", StringComparison.Ordinal).Replace("column: count", "column: status", StringComparison.Ordinal)
                .Replace("old: 498", "old:", StringComparison.Ordinal).Replace("new: 49", "new: withdrawn", StringComparison.Ordinal));
        var outcome = await house.IngestAsync("offence_code,municipality_code,month,count,status\n1210,1490,2024-08-01,498,\n1210,,2024-08-01,3,\n");
        Assert.Equal(["1490 498 ∅", "∅ ∅ withdrawn"], house.Rows(outcome.Vintage!, "select municipality_code, count, status from vintage order by 1 nulls last"));
    }

    [Theory]
    [InlineData("old", "497", "now says '498', not '497', in count of offence_code '1210'")]
    [InlineData("new", "498x", "'498x' is no value of the column count (a whole number)")]
    [InlineData("key", """{offence_code: "1210", municipality_code: "0305", month: 2024-08-01}""", "has no row with offence_code '1210', municipality_code '0305'")]
    [InlineData("key", """{offence_code: "1210", month: 2024-08-01}""", "the key of reported_offences is offence_code, municipality_code, month")]
    [InlineData("column", "month", "'month' is no column of reported_offences beside its key")]
    [InlineData("column", "antal", "'antal' is no column of reported_offences beside its key")]
    [InlineData("new", "-49", "break what they kept before: minimum (count)")]
    public async Task One_that_does_not_fit_is_told_by_its_id_with_what_is_there(string key, string value, string told)
    {
        Correct(Changed(key, value));
        var fault = await Assert.ThrowsAsync<InputException>(() => house.IngestAsync(Rows));
        Assert.Contains("fire-1490", fault.Message, StringComparison.Ordinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Contains("corrections.yaml", fault.Message, StringComparison.Ordinal);
        Assert.Empty(house.Lake.Vintages("reported_offences"));
    }

    [Fact]
    public async Task One_that_the_source_has_made_itself_is_told_so()
    {
        Correct(Entry);
        var fault = await Assert.ThrowsAsync<InputException>(() => house.IngestAsync(Rows.Replace("498", "49", StringComparison.Ordinal)));
        Assert.Contains("now says '49' itself", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'until'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("until: 2024-06-02", 1, 1)]
    [InlineData("until: 2024-06-02", 2, 0)]
    [InlineData("from: 2024-06-03", 1, 0)]
    [InlineData("from: 2024-06-03", 2, 1)]
    public async Task It_is_for_retrievals_of_its_days_alone(string limit, int day, int applied)
    {
        Correct(Entry + $"  {limit}\n");
        var outcome = await house.IngestAsync(Rows, day);
        Assert.Equal(applied, outcome.Vintage!.ReadPackage().Corrections?.Count ?? 0);
    }

    [Fact]
    public async Task It_ends_on_its_day_though_the_source_says_what_it_said()
    {
        Correct(Entry + "  until: 2024-06-02\n");
        var corrected = await house.IngestAsync(Rows, day: 1, "same");
        var after = await house.IngestAsync(Rows, day: 2, "same");
        Assert.True(after.IsNew);
        Assert.NotEqual(corrected.Vintage, after.Vintage);
        Assert.Contains("1490 498", house.Rows(after.Vintage!, "select municipality_code, count from vintage"));
    }

    [Fact]
    public async Task Another_source_or_dataset_is_left_alone()
    {
        Correct(Changed("source", "other") + Changed("dataset", "population").Replace("fire-1490", "second", StringComparison.Ordinal));
        Assert.Null((await house.IngestAsync(Rows)).Vintage!.ReadPackage().Corrections);
    }

    [Fact]
    public async Task A_delivered_figure_is_not_corrected_in_a_file_of_the_project()
    {
        house.Deliver();
        Correct("""
            - id: reports-1490
              dataset: deliveries
              source: t
              key: {municipality_code: "1490", quarter: 2024-01-01, age_group: 13-15, sex: boys, measure: orosanmalningar}
              column: numerator
              old: 12
              new: 21
              reason: Two digits swapped.
              document: bra-2023
              who: A. Andersson
              date: 2024-10-02

            """);
        var fault = await Assert.ThrowsAsync<InputException>(() => house.IngestAsync(Deliveries.DeliveryRows.File(Deliveries.DeliveryRows.Good)));
        Assert.Contains("Ask for a new delivery", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => house.Dispose();

    private void Correct(string entries) => house.Put("pipelines/registry/corrections.yaml", entries);

    private static string Changed(string key, string value) =>
        string.Concat(Entry.Split('\n').Select(line => line.StartsWith($"  {key}: ", StringComparison.Ordinal) ? $"  {key}: {value}\n" : line + "\n")).TrimEnd() + "\n";
}
