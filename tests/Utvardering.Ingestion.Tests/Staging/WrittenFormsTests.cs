using System.Globalization;
using Utvardering.Ingestion.Staging;
using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Tests.Staging;

/// <summary>Numbers and periods as people write them: the expected answers are written out here, and C# and SQL must both give them.</summary>
public sealed class WrittenFormsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly WorkDatabase database;

    public WrittenFormsTests()
    {
        database = new(folder["spill"]);
        TextMacros.Create(database);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1234", "1234")]
    [InlineData("1 234", "1234")]
    [InlineData("1\u00A0234\u00A0567,25", "1234567.25")]
    [InlineData("12\u202F345", "12345")]
    [InlineData("−12,5", "-12.5")]
    [InlineData("-0,5", "-0.5")]
    [InlineData("+7", "+7")]
    [InlineData("3.25", "3.25")]
    [InlineData("1,5e-3", "1.5e-3")]
    [InlineData(" \u00A01 000 ", "1000")]
    [InlineData("1 23", "1 23")]
    [InlineData("12345 678", "12345 678")]
    [InlineData("1,2,3", "1,2,3")]
    [InlineData("c:a 5", "c:a 5")]
    [InlineData("5 st", "5 st")]
    [InlineData("..", "..")]
    [InlineData("", "")]
    [InlineData("1\n", "1\n")]
    public void A_number(string text, string expected) => Holds(WrittenNumber.Plain, TextMacros.Number, text, expected);

    [Theory]
    [InlineData("2024-01-31", "2024-01-31")]
    [InlineData("2024-01-31 10:15:00", "2024-01-31")]
    [InlineData("2024-01-31T10:15:00", "2024-01-31")]
    [InlineData("20240131", "2024-01-31")]
    [InlineData("31/1 2024", "2024-01-31")]
    [InlineData("31/01/2024", "2024-01-31")]
    [InlineData("1.12.2024", "2024-12-01")]
    [InlineData("31 januari 2024", "2024-01-31")]
    [InlineData("den 5 maj 2024", "2024-05-05")]
    [InlineData("5 Oct 2024", "2024-10-05")]
    [InlineData("2024-02-30", "2024-02-30")]
    [InlineData("31/13 2024", "31/13 2024")]
    [InlineData("31 foo 2024", "31 foo 2024")]
    [InlineData("2024", "2024")]
    public void A_day(string text, string expected) => Holds(WrittenPeriod.Day, TextMacros.Day, text, expected);

    [Theory]
    [InlineData("2024M01", "2024-01-01")]
    [InlineData("2024M1", "2024-01-01")]
    [InlineData("2024-01", "2024-01-01")]
    [InlineData("202412", "2024-12-01")]
    [InlineData("jan 2024", "2024-01-01")]
    [InlineData("Januari 2024", "2024-01-01")]
    [InlineData("jan. 2024", "2024-01-01")]
    [InlineData("2024\u00A0okt", "2024-10-01")]
    [InlineData("maj 2024", "2024-05-01")]
    [InlineData("May 2024", "2024-05-01")]
    [InlineData("SEPTEMBER 2024", "2024-09-01")]
    [InlineData("2024-13", "2024-13")]
    [InlineData("Jann 2024", "Jann 2024")]
    [InlineData("2024", "2024")]
    public void A_month(string text, string expected) => Holds(WrittenPeriod.Month, TextMacros.Month, text, expected);

    [Theory]
    [InlineData("2024K1", "2024-01-01")]
    [InlineData("2024k2", "2024-04-01")]
    [InlineData("2024 kv 1", "2024-01-01")]
    [InlineData("2024 kv. 3", "2024-07-01")]
    [InlineData("kvartal 1 2024", "2024-01-01")]
    [InlineData("Kvartal 4, 2024", "2024-10-01")]
    [InlineData("2024Q1", "2024-01-01")]
    [InlineData("2024-Q3", "2024-07-01")]
    [InlineData("Q2 2024", "2024-04-01")]
    [InlineData("2024K5", "2024K5")]
    [InlineData("2024", "2024")]
    [InlineData("kvartal 1", "kvartal 1")]
    public void A_quarter(string text, string expected) => Holds(WrittenPeriod.QuarterStart, TextMacros.Quarter, text, expected);

    [Fact]
    public void SQL_and_CSharp_give_the_same_answer_for_texts_put_together_at_random()
    {
        // Good texts with one piece put in or taken out, so that many are nearly right.
        string[] good = ["1 234,5", "−12\u00A0000", "3.25", "2024-01-31", "20240131", "31/1 2024", "den 5 maj 2024", "31 januari 2024", "2024M01", "202412", "jan. 2024", "2024 okt", "2024K1", "kvartal 1 2024", "2024 kv. 3", "Q2 2024"];
        string[] pieces = ["2024", "1", "12", "31", "234", "0", "k", "kv", "kvartal", "q", "m", "jan", "maj", "may", "oktober", "den", " ", "\u00A0", "\u202F", "-", "−", "/", ".", ",", "+", "e", "T10:15", "x", "Å"];
        var random = new Random(20240115);
        var texts = Enumerable.Range(0, 20_000).Select(_ => Changed(good[random.Next(good.Length)])).Distinct(StringComparer.Ordinal).ToList();
        database.Execute($"create table texts as select unnest({SqlText.Literals(texts)}) as text");
        var answers = database.Rows($"select text, {TextMacros.Number("text")}, {TextMacros.Day("text")}, {TextMacros.Month("text")}, {TextMacros.Quarter("text")} from texts");
        Assert.Equal(texts.Count, answers.Count);
        Assert.All(answers, answer =>
        {
            var text = (string)answer[0]!;
            Assert.Equal([text, WrittenNumber.Plain(text), WrittenPeriod.Day(text), WrittenPeriod.Month(text), WrittenPeriod.QuarterStart(text)], answer.Cast<string?>());
        });
        Assert.All(Enumerable.Range(1, 4), form => Assert.True(answers.Count(answer => (string)answer[0]! != (string)answer[form]!) > 20));

        string Changed(string text)
        {
            var (place, length) = (random.Next(text.Length + 1), random.Next(3));
            return string.Concat(text.AsSpan(0, place), random.Next(2) == 0 ? pieces[random.Next(pieces.Length)] : "", text.AsSpan(Math.Min(text.Length, place + length)));
        }
    }

    [Fact]
    public void Every_month_of_every_spelling_is_its_number()
    {
        var swedish = CultureInfo.GetCultureInfo("sv-SE").DateTimeFormat;
        for (var month = 1; month <= 12; month++)
        {
            var expected = string.Create(CultureInfo.InvariantCulture, $"2023-{month:00}-01");
            Assert.Equal(expected, WrittenPeriod.Month($"{swedish.GetMonthName(month)} 2023"));
            Assert.Equal(expected, WrittenPeriod.Month($"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} 2023"));
        }
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    private void Holds(Func<string?, string?> plain, Func<string, string> sql, string text, string expected)
    {
        Assert.Equal(expected, plain(text));
        Assert.Equal(expected, database.Rows($"select {sql("text")} from (select {SqlText.Literal(text)} as text)").Single()[0]);
    }
}
