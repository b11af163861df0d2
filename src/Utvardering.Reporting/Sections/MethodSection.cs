using System.Globalization;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>The method: how effects are estimated and tested, what could be seen, what is tried against them, and the rules of the verdicts.</summary>
internal static class MethodSection
{
    public static Section Make(ReportContext context)
    {
        var (language, run) = (context.Language, context.Rows.Run);
        var estimators = context.Rows.Designs.Select(design => design.Estimator).Distinct(StringComparer.Ordinal);
        var inferences = context.Rows.Designs.Select(design => design.Inference).ToHashSet(StringComparer.Ordinal);
        return new Section(
            "method",
            language.Say("Metod", "Method"),
            [],
            [
                new("method-plan", language.Say("Planen", "The plan"), [.. Plan(context)]),
                new("method-estimates", language.Say("Skattningar", "Estimates"), [.. estimators.Select(estimator => Estimator(language, estimator)), Shares(language), .. Tests(language, inferences, run.Level, run.Seed), Periods(language)]),
                new("method-power", language.Say("Vad som kunde ha upptäckts", "What could have been seen"), [Power(language)]),
                new("method-checks", language.Say("Prövning av svaren", "The answers put to the test"), [Checks(language)]),
                new("verdicts", language.Say("Omdömen", "Verdicts"), [.. Verdicts(context)]),
                new("method-figures", language.Say("Tal och nämnare", "Figures and denominators"), [.. Figures(context)]),
            ]);
    }

    private static IEnumerable<Block> Plan(ReportContext context)
    {
        var (language, run) = (context.Language, context.Rows.Run);
        yield return new Paragraph(language.Say(
            $"Utfall, jämförelser, fönster, tester och regler står i planen {run.PlanId}. {PlanSentence.Of(context)}",
            $"Outcomes, comparisons, windows, tests and rules stand in the plan {run.PlanId}. {PlanSentence.Of(context)}"));
        yield return new Paragraph(language.Say(run.KnownSv, run.KnownEn), language.Say("Vad som var känt.", "What was known."));
    }

    private static Paragraph Estimator(ReportLanguage language, string estimator)
    {
        var lead = ReportContext.Sentence(ReportLanguage.Capital(Labels.Estimator(language, estimator)));
        return new Paragraph(
            estimator switch
            {
                "did-2x2" => language.Say(
                    "Effekten är förändringen hos kommunerna med insats minus förändringen hos jämförelsekommunerna. Varje kommun får ett värde före och ett efter starten, och varje kommun väger lika: skattningen gäller den genomsnittliga kommunen, inte den genomsnittliga invånaren. Den är en effekt om kommunerna utan insatsen hade förändrats som jämförelsekommunerna och inte ändrade sig i förväg.",
                    "The effect is the change in the municipalities with the programme less the change in the comparison municipalities. Each municipality has one value before and one after the start, and each weighs the same: the estimate is of the average municipality, not of the average inhabitant. It is an effect if the municipalities would without the programme have changed as the comparison did, and did not change in advance."),
                "synthetic-did" => language.Say(
                    "Jämförelsekommuner och perioder vägs så att den vägda jämförelsen före starten utvecklas parallellt med kommunerna med insats; sedan tas skillnaden i skillnader (Arkhangelsky m.fl. 2021).",
                    "Comparison municipalities and periods are weighted so that the weighted comparison moves in parallel with the municipalities with the programme before the start; then the difference in differences is taken (Arkhangelsky et al. 2021)."),
                "augmented-synthetic-control" => language.Say(
                    "Varje kommun med insats får en egen sammanvägning av jämförelsekommuner som följer den före starten, rättad för det som blir över med en ridge-regression (Ben-Michael m.fl. 2021). Effekten är medelvärdet av kommunernas.",
                    "Each municipality with the programme has its own weighting of comparison municipalities that follows it before the start, corrected for what is left by a ridge regression (Ben-Michael et al. 2021). The effect is the mean of theirs."),
                "controlled-its" => language.Say(
                    "Varje kommuns egen trend och årstid före starten skrivs fram, och avvikelsen från dem jämförs mellan kommuner med insats och jämförelsekommuner.",
                    "Each municipality's own trend and season before the start are carried forward, and the departure from them is compared between municipalities with the programme and the comparison."),
                _ => Labels.Estimator(language, estimator),
            },
            lead);
    }

    private static Paragraph Shares(ReportLanguage language) => new(
        language.Say(
            "Effekten i procent är skattningen delad med den nivå som kommunerna med insats annars skulle ha haft: deras nivå efter starten minus effekten. Intervallets gränser räknas om på samma sätt. " + Change.Note(language),
            "The effect in per cent is the estimate over the level that the municipalities with the programme would otherwise have had: their level after the start less the effect. The interval's limits are converted in the same way. " + Change.Note(language)),
        language.Say("Effekt i procent.", "Effect in per cent."));

    private static IEnumerable<Paragraph> Tests(ReportLanguage language, HashSet<string> inferences, double level, long seed)
    {
        if (inferences.Contains("exact-randomisation") || inferences.Contains("sampled-randomisation"))
        {
            yield return new Paragraph(
                language.Say(
                    $"Med så få kommuner kan osäkerheten inte räknas fram med vanliga medelfel. I stället prövas hur stor skillnaden hade blivit om andra kommuner i materialet hade haft insatsen. p-värdet är andelen sådana fördelningar som ger en minst lika stor skillnad, åt något håll. Är fördelningarna för många dras ett urval av dem med fröet {seed.ToString(CultureInfo.InvariantCulture)}. Kommunerna lottades inte, så testet besvarar frågan om skillnaden är ovanlig bland tänkbara indelningar, inte om urvalet var rättvist. {Interval(language, level)}",
                    $"With so few municipalities the uncertainty can't be had from ordinary standard errors. Instead it is tried how large the difference would have been had other municipalities in the material had the programme. The p-value is the share of such assignments that give a difference at least as large, in either direction. Where the assignments are too many a sample of them is drawn with the seed {seed.ToString(CultureInfo.InvariantCulture)}. The municipalities were not drawn by lot, so the test answers whether the difference is unusual among conceivable divisions, not whether the choice was fair. {Interval(language, level)}"),
                language.Say("Randomiseringstest.", "Randomisation test."));
        }

        if (inferences.Contains("jackknife"))
        {
            yield return new Paragraph(
                language.Say("Medelfelet kommer av att en kommun i taget utelämnas.", "The standard error comes of leaving out one municipality at a time."), language.Say("Jackknife.", "Jackknife."));
        }

        if (inferences.Contains("placebo-averages"))
        {
            yield return new Paragraph(
                language.Say(
                    "Effekten ställs mot medelvärden av lika många jämförelsekommuner som var och en behandlats som om den haft insatsen.",
                    "The effect is held against means of as many comparison municipalities, each treated as if it had had the programme."),
                language.Say("Medelvärden av placebo.", "Averages of placebos."));
        }

        yield return new Paragraph(
            language.Say(
                "p-värden rättas inom varje fråga, roll och jämförelse för att flera utfall prövas (Holm); bakgrundsmått prövas inte.",
                "p-values are corrected within each question, role and comparison for there being several outcomes (Holm); context measures are not tested."),
            language.Say("Flera utfall.", "Several outcomes."));
    }

    private static string Interval(ReportLanguage language, double level) => language.Say(
        $"Ett {Change.Level(language, level)}-procentigt intervall består av alla effekter som testet inte förkastar på nivån {language.Number(1 - level, 2)}; är kommunerna så få att testet aldrig kan nå nivån saknar intervallet gränser.",
        $"A {Change.Level(language, level)} per cent interval holds all effects that the test does not reject at the level {language.Number(1 - level, 2)}; where the municipalities are so few that the test can never reach the level, the interval has no limits.");

    private static Paragraph Periods(ReportLanguage language) => new(
        language.Say(
            "Effekten räknas också period för period mot perioden före starten. Månader läggs ihop till kvartal. Perioderna före starten prövas samlat: det tydligaste tecknet på att grupperna började gå isär, när det än började, jämförs med det tydligaste i alla andra fördelningar. Jämförelsekommuner som valts för att de utvecklats lika före starten har gjort det då, vad som än händer sedan; i den prövningen är de därför valda på uppgifter fram till det tidigaste startdatum då ingenting började.",
            "The effect is also computed period by period against the period before the start. Months are added up to quarters. The periods before the start are tested jointly: the clearest sign that the groups began to part, whenever it began, is held against the clearest in all other assignments. Comparison municipalities chosen for having developed alike before the start did so then, whatever follows; for this test they are therefore chosen on figures up to the earliest start at which nothing began."),
        language.Say("Period för period.", "Period by period."));

    private static Paragraph Power(ReportLanguage language) => new(language.Say(
        "Innan en effekt skattas prövas på tiden före starten vad jämförelsen kan se. Gång på gång dras lika många kommuner som i studien, då ingen hade insatsen, och en tänkt effekt läggs till. Den minsta effekt som hittas i fyra fall av fem är den som kunde ha upptäckts, i den riktning som frågan gäller. Där tiden före starten är kort prövas färre perioder än studien har.",
        "Before an effect is estimated it is tried on the time before the start what the comparison can see. Again and again as many municipalities as in the study are drawn, when none had the programme, and an imagined effect is added. The least effect found in four cases of five is the one that could have been seen, in the direction asked about. Where the time before the start is short, fewer periods are tried than the study has."));

    private static Paragraph Checks(ReportLanguage language) => new(language.Say(
        "Svaret prövas med andra jämförelsekommuner, annan inkörningstid, som andel, med en räknemodell, utan kommuner med andra insatser, utan en kommun i taget och med ett startdatum då ingenting började. HonestDiD säger hur mycket trenderna får gå isär innan svaret faller; det är en upplysning och ingen röst. En prövning som uppgifterna inte räcker till sägs vara inte gjord.",
        "The answer is tried with other comparison municipalities, another roll-in, as a share, with a count model, without municipalities under other programmes, without one municipality at a time, and with a start at which nothing began. HonestDiD tells how far trends may part before the answer falls; it is a remark and no vote. A check that the figures do not bear is said not to have been made."));

    private static IEnumerable<Block> Verdicts(ReportContext context)
    {
        var language = context.Language;
        yield return new Paragraph(language.Say(
            "Omdömet vilar på den första av de ledande jämförelserna som kunde göras. Inget p-värde avgör ensamt. Reglerna är:",
            "The verdict rests on the first of the leading comparisons that could be made. No p-value alone decides. The rules are:"));
        yield return new Terms([.. VerdictWords.Order.Select(code => (ReportLanguage.Capital(VerdictWords.Label(language, code)), VerdictWords.Meaning(language, code)))]);
    }

    private static IEnumerable<Block> Figures(ReportContext context)
    {
        var language = context.Language;
        yield return new Paragraph(
            string.Join(" ", context.Outcomes.Select(outcome => outcome.GroupRule).Distinct(StringComparer.Ordinal).Select(rule =>
                $"{Labels.GroupRule(language, rule)} {language.Say("Det gäller", "This holds for")} {ReportContext.Sentence(language.And([.. context.Outcomes.Where(outcome => outcome.GroupRule == rule).Select(outcome => ReportLanguage.Lower(context.Title(outcome)))]))}")),
            language.Say("Gruppers tal.", "Figures of groups."));
        yield return new Paragraph(
            language.Say(
                "Diagrammen över utvecklingen visar rullande år: talet för det år som slutar med perioden. Det jämnar ut årstiderna. Högst två av tolv månader får saknas. Index 100 är gruppens tal för hela tiden före starten.",
                "The charts of the development show moving years: the figure of the year that ends with the period. This evens out the seasons. At most two of twelve months may lack. Index 100 is the group's figure for all the time before the start."),
            language.Say("Rullande år.", "Moving years."));
        yield return new Paragraph(
            language.Say(
                "Tal per invånare delas med folkmängden i mitten av varje månad, på en rät linje mellan årsskiftena. En folkmängd som hoppade varje januari skulle ge ett hopp just när insatsen började. Andelar i kommunernas leveranser delas med antalet avslutade utredningar.",
                "Figures per inhabitant are divided by the population in the middle of each month, on a straight line between the year-ends. A population that jumped each January would give a jump just when the programme began. Shares in the municipalities' deliveries are divided by the number of closed investigations."),
            language.Say("Nämnare.", "Denominators."));
    }
}
