using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

public sealed class CheckWordsTests(OddRun run) : IClassFixture<OddRun>
{
    [Theory]
    [InlineData("leave_one_out", "", "Utan någon enskild kommun")]
    [InlineData("placebo_start", "2023-01", "Startdatum flyttat till januari 2023 (ingen insats då)")]
    [InlineData("donor_pool", "never-treated", "Mot andra kommuner: övriga kommuner utan riktat program")]
    [InlineData("roll_in", "0", "Med de första månaderna inräknade")]
    [InlineData("roll_in", "6", "Med inkörning i sex månader")]
    [InlineData("log", "", "Som andel: logaritmerade nivåer")]
    [InlineData("count_model", "", "Räknemodell (Poisson): stora kommuner väger tyngre")]
    [InlineData("other_programmes", "", "Utan jämförelsekommuner med annan riktad insats")]
    [InlineData("honest_magnitude", "0.5", "HonestDiD: trenderna får skilja sig högst 0,5 gånger så mycket efter starten som mest före")]
    [InlineData("honest_breakdown", "", "HonestDiD: så många gånger avvikelsen före starten tål svaret")]
    [InlineData("wild_bootstrap", "", "Annat test: wild bootstrap")]
    [InlineData("studentised", "", "Annat test: studentiserad randomisering")]
    [InlineData("control_trends", "", "Med varje kommuns egen trend")]
    public void Each_check_has_its_words(string kind, string variant, string text) => Assert.Equal(text, CheckWords.Title(run.Plain, kind, variant));

    [Theory]
    [InlineData("roll_in", true, "ja: samma riktning")]
    [InlineData("roll_in", false, "nej: motsatt riktning")]
    [InlineData("leave_one_out", false, "nej: byter tecken utan en av kommunerna")]
    [InlineData("placebo_start", true, "ja: intervallet rymmer noll")]
    [InlineData("placebo_start", false, "nej: en skillnad där ingenting började")]
    [InlineData("wild_bootstrap", false, "nej: annat besked om noll")]
    [InlineData("honest_magnitude", null, "upplysning")]
    public void Whether_it_speaks_for_the_answer_is_told_by_what_it_asked(string kind, bool? agrees, string text)
        => Assert.Equal(text, CheckWords.Answer(run.Plain, MadeRows.Check(MadeOutcomes.Fire, "vs-bra", kind, "", agrees)));

    [Theory]
    [InlineData("The figures before the start do not reach both sides of the placebo start.", "inte gjord: uppgifterna räcker inte på båda sidor om det datumet")]
    [InlineData("A comparison needs treated and control units with data, there are 6 treated and 0 controls: widen the choice of units.", "inte gjord: kommunerna saknar uppgift")]
    [InlineData("Something nobody has thought of.", "inte gjord: uppgifterna räcker inte")]
    public void Why_a_check_was_not_made_is_told(string why, string text)
        => Assert.Equal(text, CheckWords.Answer(run.Plain, MadeRows.Unmade(MadeOutcomes.Fire, "vs-bra", "placebo_start", "2023-01", why)));
}
