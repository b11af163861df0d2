using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>The method on one page.</summary>
internal static class MethodSection
{
    public static Section Make(ReportContext context)
    {
        var language = context.Language;
        var level = EffectSentence.Level(language, context.Rows.Run.Level);
        var alpha = language.Number(1 - context.Rows.Run.Level, 2);
        var blocks = new List<Block>
        {
            new Paragraph(
                language.Say(
                    "Effekten är förändringen hos kommunerna med insats minus förändringen hos jämförelsekommunerna: (efter − före med insats) − (efter − före i jämförelsen). Varje kommun får ett värde före och ett efter starten, och varje kommun väger lika. Skattningen säger alltså något om den genomsnittliga kommunen, inte om den genomsnittliga invånaren. Den är en effekt av insatsen om kommunerna utan insatsen hade förändrats som jämförelsekommunerna och inte ändrade sig i förväg.",
                    "The effect is the change in the municipalities with the programme less the change in the comparison municipalities: (after − before with the programme) − (after − before in the comparison). Each municipality has one value before and one after the start, and each weighs the same. The estimate thus speaks of the average municipality, not of the average inhabitant. It is an effect of the programme if the municipalities would without it have changed as the comparison did, and did not change in advance."),
                language.Say("Skillnad i skillnader.", "Difference in differences.")),
            new Paragraph(
                language.Say(
                    "Den relativa effekten är skattningen delad med den nivå som kommunerna med insats annars skulle ha haft: deras nivå före plus jämförelsens förändring. Intervallets gränser räknas om på samma sätt, så osäkerheten i jämförelsenivån följer med. " + RangeSentence.PercentNote(language),
                    "The relative effect is the estimate over the level that the municipalities with the programme would otherwise have had: their level before plus the comparison's change. The interval's limits are converted in the same way, so the uncertainty of that level is in them. " + RangeSentence.PercentNote(language)),
                language.Say("Effekt i procent.", "Effect in per cent.")),
            new Paragraph(
                language.Say(
                    $"Med så få kommuner kan osäkerheten inte räknas fram med vanliga medelfel. I stället prövas hur stor skillnaden hade blivit om andra kommuner i materialet hade haft insatsen. p-värdet är andelen sådana fördelningar som ger en minst lika stor skillnad, åt något håll. Är fördelningarna för många dras ett urval av dem med fröet {context.Rows.Run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}. Kommunerna lottades inte, så testet besvarar frågan om skillnaden är ovanlig bland tänkbara indelningar, inte om urvalet var rättvist.",
                    $"With so few municipalities the uncertainty can't be had from ordinary standard errors. Instead it is tried how large the difference would have been had other municipalities in the material had the programme. The p-value is the share of such assignments that give a difference at least as large, in either direction. Where the assignments are too many a sample of them is drawn with the seed {context.Rows.Run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}. The municipalities were not drawn by lot, so the test answers whether the difference is unusual among conceivable divisions, not whether the choice was fair."),
                language.Say("Randomiseringstest.", "Randomisation test.")),
            new Paragraph(
                language.Say(
                    $"Ett {level}-procentigt intervall består av alla effekter som testet inte förkastar på nivån {alpha}. Är kommunerna så få att testet aldrig kan nå nivån saknar intervallet gränser.",
                    $"A {level} per cent interval holds all effects that the test does not reject at the level {alpha}. Where the municipalities are so few that the test can never reach the level, the interval has no limits."),
                language.Say("Intervall.", "Intervals.")),
            new Paragraph(
                language.Say(
                    "Effekten räknas också period för period mot perioden före starten. Månader läggs ihop till kvartal. Perioderna före starten prövas samlat: den största avvikelsen jämförs med den största avvikelsen i alla andra fördelningar.",
                    "The effect is also computed period by period against the period before the start. Months are added up to quarters. The periods before the start are tested jointly: the largest deviation is held against the largest in all other assignments."),
                language.Say("Period för period.", "Period by period.")),
        };
        blocks.Add(new Paragraph(
            string.Join(" ", context.Rows.Outcomes.Select(outcome => outcome.GroupRule).Distinct(StringComparer.Ordinal).Select(rule =>
                $"{Labels.GroupRule(language, rule)} {language.Say("Det gäller", "This holds for")} {ReportContext.Sentence(language.And([.. context.Rows.Outcomes.Where(outcome => outcome.GroupRule == rule).Select(outcome => ReportLanguage.Lower(context.Title(outcome)))]))}")),
            language.Say("Gruppers tal.", "Figures of groups.")));
        blocks.Add(new Paragraph(
            language.Say(
                "Diagrammen över utvecklingen visar rullande år: talet för det år som slutar med perioden. Det jämnar ut årstiderna. Högst två av tolv månader får saknas. Index 100 är gruppens tal för hela tiden före starten.",
                "The charts of the development show moving years: the figure of the year that ends with the period. This evens out the seasons. At most two of twelve months may lack. Index 100 is the group's figure for all the time before the start."),
            language.Say("Rullande år.", "Moving years.")));
        blocks.Add(new Paragraph(
            language.Say(
                "Tal per invånare delas med folkmängden i mitten av varje månad, på en rät linje mellan årsskiftena. En folkmängd som hoppade varje januari skulle ge ett hopp just när insatsen började. Andelar i kommunernas leveranser delas med antalet avslutade utredningar.",
                "Figures per inhabitant are divided by the population in the middle of each month, on a straight line between the year-ends. A population that jumped each January would give a jump just when the programme began. Shares in the municipalities' deliveries are divided by the number of closed investigations."),
            language.Say("Nämnare.", "Denominators.")));
        return new Section("method", language.Say("Metod", "Method"), blocks);
    }
}
