using Utvardering.Disclosure.Tables;
using static Utvardering.Reporting.Tests.Made.MadeOutcomes;
using static Utvardering.Reporting.Tests.Made.MadeRows;

namespace Utvardering.Reporting.Tests.Made;

/// <summary>A run on made-up figures with two years after the start, and one on published figures with three months.</summary>
internal static class MadeRuns
{
    public const string Mark = "EXEMPELDATA – syntetiska uppgifter";
    public const string MarkInEnglish = "SAMPLE DATA – synthetic figures";

    public const string PlanHash = "5e4d3c2b1a0f99887766";

    public static readonly RunRow Row = new()
    {
        RunId = "5d0c91ab77e24f10", PlanId = "pilot-2024", PlanFixed = new(2026, 11, 21), Profile = "real-files", Start = MadePlan.Start, Programme = "forstarkningsteam",
        TitleSv = "Förändrades socialtjänstens arbete och brottsligheten där förstärkningsteamen verkade?", TitleEn = "Did the work of the social services, and crime, change where the reinforcement teams worked?",
        PlanHash = PlanHash, KnownSv = "När planen fastställdes hade uppgifter till och med 2023 redan publicerats.", KnownEn = "When the plan was fixed, figures up to 2023 had been published.",
        Level = 0.95, Seed = 20240101, ProgramVersion = "0.1.0", PipelinesHash = "aa11bb22cc33dd44ee55", DataSchemaHash = "0123456789abcdef0123",
    };

    /// <summary>Delivered figures with enough persons for the effect of one outcome and too few for the other; planted effects.</summary>
    public static MadeRun Sample()
    {
        DateOnly from = new(2019, 7, 1), last = new(2023, 12, 1), after = new(2024, 1, 1), to = new(2025, 12, 1), quarter = new(2025, 10, 1), years = new(2019, 1, 1);
        var fire = Effect(Fire, "vs-bra", -0.9, -1.6, -0.1, 0.021).With((4.0, 3.1), (4.2, 4.2), from, last, after, to) with { PHolm = 0.062 };
        var assessment = Effect(Assessment, "vs-bra", 17.4, 11.2, 23.0, 2.0 / 462).With((31, 55.4), (33, 40), new(2022, 1, 1), new(2023, 10, 1), after, quarter) with { Persons = 1_240, PHolm = 2.0 / 462 };
        var referral = Effect(ReReferral, "vs-bra", -1.0, -4.0, 2.0, 0.5).With((18, 16), (17, 16), new(2022, 1, 1), new(2023, 10, 1), after, quarter) with { Persons = 3 };
        var days = Effect(Days, "vs-bra", -11, -24, 3, 0.11).With((122, 110), (118, 117), years, new(2023, 1, 1), new(2024, 1, 1), new(2025, 1, 1));
        var vandalism = Effect(Vandalism, "vs-bra", 60, -40, 160, 0.2).With((1_840, 1_940), (1_800, 1_790), years, new(2023, 1, 1), new(2024, 1, 1), new(2025, 1, 1));
        return new MadeRun
        {
            Run = Row with { Profile = "sample", Synthetic = true, MarkSv = Mark, MarkEn = MarkInEnglish },
            Outcomes = [Assessment, ReReferral, Days, Fire, Vandalism],
            Effects =
            [
                assessment, Effect(Assessment, "vs-never-treated", 21, 15.8, 26.5, 0.0001).With((31, 55.4), (32, 35.4), new(2022, 1, 1), new(2023, 10, 1), after, quarter) with { Persons = 1_240 },
                referral, days, fire, Effect(Fire, "vs-never-treated", -0.8, -1.3, -0.3, 0.004).With((4.0, 3.1), (3.1, 3.0), from, last, after, to), vandalism,
            ],
            Verdicts =
            [
                assessment.Verdict(Assessment, "supported", "beyond_zero"), referral.Verdict(ReReferral, "inconclusive", "holds_both"), days.Verdict(Days, "inconclusive", "pre_trend") with { PreTrendP = 0.03 },
                fire.Verdict(Fire, "suggestive", "beyond_zero", "multiplicity"), vandalism.Verdict(Vandalism, "against", "ruled_out"),
            ],
            Power =
            [
                Power(Assessment, "vs-bra", 0.18, 0.86, 1_240), Power(ReReferral, "vs-bra", 0.42, 0.12, 3), Power(Days, "vs-bra", 0.24, 0.2),
                Power(Fire, "vs-bra", 0.37, 0.12), Power(Fire, "vs-never-treated", 0.72, 0.04),
            ],
            Sensitivity =
            [
                Check(Fire, "vs-bra", "leave_one_out", "", true, -0.9, -1.2, -0.6), Check(Fire, "vs-bra", "placebo_start", "2023-01", true), Check(Fire, "vs-bra", "donor_pool", "never-treated", true),
                Check(Fire, "vs-bra", "log", "", true, -0.21, -0.33, -0.02) with { IsRelative = true }, Check(Fire, "vs-bra", "honest_magnitude", "0.5", null) with { PValue = null },
                Check(Fire, "vs-bra", "honest_breakdown", "", null, 0.35) with { Low = null, High = null, PValue = null },
                Unmade(Assessment, "vs-bra", "donor_pool", "never-treated", "A comparison needs treated and control units with data, there are 6 treated and 0 controls: widen the choice of units."),
                Check(Days, "vs-bra", "roll_in", "0", false, 3, -9, 14),
            ],
            UnitEffects = [.. MadePlan.Municipalities.Take(6).SelectMany((place, i) => new[] { Unit(Fire, "vs-bra", place, -0.9 + (0.1 * i)), Unit(Assessment, "vs-bra", place, 17) })],
            Dose = [.. MadePlan.Municipalities.Take(6).Select((place, i) => Dose(Fire, "vs-bra", place, 633 + (94 * i), -0.9 + (0.1 * i)))],
            DoseResponse = [Response(Fire, "vs-bra", 0.71), Response(Assessment, "vs-bra", 0.54)],
            Distances = [.. MadePlan.Municipalities.Skip(6).Take(5).Select((donor, i) => Distance(Fire, "bra-supported", "0305", donor, i + 1, 0.2 + (0.1 * i)))],
            Weights = [Weight(Fire, "augmented-control", "0305", MadePlan.Municipalities[11], 0.58), Weight(Fire, "augmented-control", "0305", MadePlan.Municipalities[12], -0.1)],
            EventStudy =
            [
                .. Event(Fire, "vs-bra", "quarter", 18, 8, -0.9, 1.1), .. Event(Fire, "vs-never-treated", "quarter", 18, 8, -0.8, 0.6),
                .. Event(Assessment, "vs-bra", "quarter", 8, 8, 17, 6, persons: 140), .. Event(ReReferral, "vs-bra", "quarter", 8, 8, -1, 4, persons: 2),
                .. Event(Days, "vs-bra", "year", 5, 2, -11, 14),
            ],
            Diagnostics =
            [
                PreTrend(Fire, "vs-bra", 0.31, 17), PreTrend(Fire, "vs-never-treated", 0.22, 17), PreTrend(Assessment, "vs-bra", 0.64, 7), PreTrend(Days, "vs-bra", 0.03, 4, warning: true),
                Warning(Fire, "vs-bra", "few_treated_units", 6), Warning(Fire, "vs-bra", "few_control_units", 5), Warning(Fire, "vs-never-treated", "periods_missing", 80, "0305"),
                Likeness(Fire, "vs-bra", "balance_level", 0.7, true), Likeness(Fire, "vs-bra", "overlap", 4.0 / 6, true), Likeness(Days, "vs-bra", "balance_population", -0.64, true),
            ],
            Decisions =
            [
                .. Enumerable.Range(1, 40).Select(i => LeftOut(Assessment, "vs-never-treated", (2500 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), $"Kommun {i}")),
                .. new[] { Assessment, Fire }.Select(outcome => Programme(outcome, "vs-bra", "1480", "Göteborg", kept: true)), Programme(Fire, "vs-never-treated", "1480", "Göteborg", kept: false),
                LeftOut(Days, "vs-bra", "0305", "Håbo"), NotEstimable(ReReferral, "vs-never-treated", "Ingen av jämförelsekommunerna har uppgiften.", "None of the comparison municipalities has the figures."),
                NotEstimable(Days, "vs-never-treated", "Ingen av jämförelsekommunerna har uppgiften.", "None of the comparison municipalities has the figures."),
            ],
            Planted =
            [
                new PlantedEffectRow { IndicatorId = Fire.IndicatorId, Group = "pilot", Change = "ratio", Size = -0.25, Sv = "En fjärdedel färre anlagda bränder i pilotkommunerna.", En = "A quarter less arson in the pilot municipalities." },
                new PlantedEffectRow { IndicatorId = Assessment.IndicatorId, Group = "pilot", Change = "add", Size = 20, Sv = "20 procentenheter fler utredningar med strukturerad bedömning, infört under två kvartal.", En = "20 percentage points more, phased in over two quarters." },
                new PlantedEffectRow { IndicatorId = Assessment.IndicatorId, Group = "bra-supported", Change = "add", Size = 8, Sv = "8 procentenheter fler i de Brå-stödda kommunerna från juli 2022.", En = "8 percentage points more in the Brå-supported municipalities from July 2022." },
                new PlantedEffectRow { IndicatorId = Days.IndicatorId, Group = "pilot", Change = "add", Size = -25, Sv = "Utredningarna blir 25 dagar kortare.", En = "Investigations become 25 days shorter." },
            ],
            Series =
            [
                new MadeSeries(Fire, from, to, 4, -0.22, "bra-sol", Vintage(Fire), 11),
                new MadeSeries(Assessment, new(2022, 1, 1), quarter, 34, 0.5, "deliveries", Vintage(Assessment), 12) { Persons = (group, period) => group == "bra-supported" && period.Year == 2022 ? 3 : 90 },
                new MadeSeries(ReReferral, new(2022, 1, 1), quarter, 17, 0, "deliveries", Vintage(ReReferral), 13) { Persons = (_, _) => 2 },
                new MadeSeries(Days, years, new(2025, 1, 1), 120, -0.08, "kolada", Vintage(Days), 14),
            ],
            DataQuality = [Quality(Fire, from, to, 290, 22_620, 3_480), Quality(Assessment, new(2022, 1, 1), quarter, 250, 4_000, 0), Quality(Days, years, new(2025, 1, 1), 288, 2_016, 0)],
            UnknownPlace = [.. Enumerable.Range(2020, 6).Select(year => new UnknownPlaceMart(Fire.IndicatorId, year, 4_400 + (10 * (year - 2020)), 31 + (year - 2020), 12, "published", "bra-sol", Vintage(Fire)))],
            Context =
            [
                .. MadePlan.Municipalities.Select((place, i) => new ContextMart("N07403", "Anmälda våldsbrott", "Reported violent offences", null, null, place.Code, place.Name, 2024, 1_210.4 + (31 * i), "published", "kolada", Vintage(Days))),
                .. MadePlan.Municipalities.Select((place, i) => new ContextMart("U33401", "Utredningstid barn och unga 0–20 år", "Length of investigations of children aged 0–20", null, null, place.Code, place.Name, 2024, i == 2 ? null : 104 + i, "published", "kolada", Vintage(Days))),
            ],
        };
    }

    /// <summary>Published offences with three months after the start; no deliveries, no Kolada values.</summary>
    public static MadeRun Real()
    {
        DateOnly from = new(2019, 7, 1), last = new(2023, 12, 1), after = new(2024, 1, 1), to = new(2024, 3, 1);
        var fire = Effect(Fire, "vs-bra", -0.3, -1.1, 0.5, 0.42).With((3.4, 3.0), (3.6, 3.5), from, last, after, to);
        return new MadeRun
        {
            Run = Row,
            Outcomes = [Fire, Assessment, Days],
            Verdicts = [fire.Verdict(Fire, "inconclusive", "holds_both", "could_not_have_seen"), NoVerdict(Assessment), NoVerdict(Days)],
            Power = [Power(Fire, "vs-bra", 0.37, 0.12)],
            Effects =
            [
                fire,
                Effect(Fire, "vs-never-treated", -0.2, -0.9, 0.6, 0.55).With((3.4, 3.0), (2.8, 2.6), from, last, after, to),
            ],
            EventStudy = [.. Event(Fire, "vs-bra", "quarter", 18, 1, -0.3, 1.2), .. Event(Fire, "vs-never-treated", "quarter", 18, 1, -0.2, 0.9)],
            Diagnostics = [PreTrend(Fire, "vs-bra", 0.27, 17), PreTrend(Fire, "vs-never-treated", 0.33, 17), Warning(Fire, "vs-bra", "short_window_after", 3), Warning(Fire, "vs-bra", "few_treated_units", 6)],
            Decisions =
            [
                .. new[] { Assessment, Days }.SelectMany(outcome => MadePlan.Designs.Select(design => NotEstimable(outcome, design.DesignId, "Ingen källa i körningen har uppgiften.", "No source of the run has the figures."))),
            ],
            Sources = [.. MadePlan.Sources.Where(source => source.Source is "bra-sol" or "scb-population")],
            Series = [new MadeSeries(Fire, from, to, 3.5, -0.1, "bra-sol", Vintage(Fire), 21)],
            DataQuality = [Quality(Fire, from, to, 290, 16_530, 3_480)],
            UnknownPlace = [new UnknownPlaceMart(Fire.IndicatorId, 2023, 4_420, 34, 12, "published", "bra-sol", Vintage(Fire)), new UnknownPlaceMart(Fire.IndicatorId, 2024, 1_010, 9, 3, "published", "bra-sol", Vintage(Fire))],
        };
    }

    private static DataQualityRow Quality(OutcomeRow outcome, DateOnly first, DateOnly last, long municipalities, long cells, long interpolated) => new()
    {
        IndicatorId = outcome.IndicatorId, TitleSv = outcome.TitleSv, TitleEn = outcome.TitleEn, Grain = outcome.Grain, FirstPeriod = first, LastPeriod = last, Municipalities = municipalities, Cells = cells, Missing = cells / 500,
        Interpolated = interpolated, CarriedForward = interpolated / 2, Source = Source(outcome), Vintage = Vintage(outcome),
    };
}
