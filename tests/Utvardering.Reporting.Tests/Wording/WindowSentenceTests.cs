using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

public sealed class WindowSentenceTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    [Fact]
    public void Three_months_of_reported_offences_are_said_to_be_few_and_unfinished() => Assert.Equal(
        "Efter starten finns tre månader (januari–mars 2024) för anmäld anlagd brand m.m. Tre månader kan visa en stor och omedelbar förändring, men inte en effekt som växer fram, och de sista månadernas anmälningar är inte fullständigt registrerade.",
        Text(new(2024, 3, 1), "month", reported: true, "Anmäld anlagd brand m.m."));

    [Fact]
    public void Quarters_of_deliveries_have_nothing_to_do_with_registration() => Assert.Equal(
        "Efter starten finns nio månader (kv\u00A01–kv\u00A03 2024) för orosanmälningar. Nio månader kan visa en stor och omedelbar förändring, men inte en effekt som växer fram.",
        Text(new(2024, 7, 1), "quarter", reported: false, "Orosanmälningar"));

    [Fact]
    public void A_year_can_not_show_whether_a_change_lasts() => Assert.Equal(
        "Efter starten finns ett årsvärde (2024) för utredningstid. Ett år kan visa en förändring som kommer under den tiden, men inte om den består eller växer.",
        Text(Start, "year", reported: false, "Utredningstid"));

    [Fact]
    public void Two_years_can_show_an_effect_that_builds_up() => Assert.Equal(
        "Efter starten finns två år (januari 2024–december 2025) för a och b. Två år kan också visa en effekt som växer fram under den tiden; skattningen är medeltalet över hela tiden. De sista månadernas anmälningar är inte fullständigt registrerade.",
        Text(new(2025, 12, 1), "month", reported: true, "A", "B"));

    private static string Text(DateOnly to, string grain, bool reported, params string[] titles)
        => WindowSentence.Of(ReportLanguage.Swedish, Start, to, grain, reported, titles);
}
