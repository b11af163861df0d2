using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>In a run on made-up figures: what was planted beside what was found.</summary>
internal static class PlantedSection
{
    /// <summary>The section, or null where nothing was planted, or nothing in the time of a trial.</summary>
    public static Section? Make(ReportContext context)
    {
        if (context.Rows.Run.PlaceboStart is not null)
        {
            return null;
        }

        var language = context.Language;
        var rows =
            from outcome in context.Outcomes
            from planted in context.Rows.Planted
            where planted.IndicatorId == outcome.IndicatorId
            from design in context.Leads
            let found = context.Rows.Effect(outcome.OutcomeId, design.DesignId) is not null
            where found || (design == context.Leads[0] && context.Estimated(outcome).Count == 0)
            select Row(context, outcome, planted, design);
        IReadOnlyList<IReadOnlyList<Cell>> made = [.. rows];
        if (made.Count == 0)
        {
            return null;
        }

        var table = new ReportTable(
            "planted-effects",
            language.Say("Planterade effekter och vad utvärderingen fann.", "Planted effects and what the evaluation found."),
            [
                new(language.Say("Utfall", "Outcome")), new(language.Say("Planterat", "Planted")), new(language.Say("Jämförelse", "Comparison")),
                new(language.Say("Funnet", "Found"), true), new(language.Say("Nedre gräns", "Lower limit"), true), new(language.Say("Övre gräns", "Upper limit"), true),
                new(language.Say("Rymmer intervallet det planterade?", "Does the interval hold what was planted?")), new(language.Say("Omdöme", "Verdict")),
            ],
            made,
            context.Source(context.Rows.Effects.Where(effect => context.Rows.Planted.Any(planted => planted.IndicatorId == effect.Row.IndicatorId)).Select(effect => (effect.Row.Source, effect.Row.Vintage))) is { Text.Length: > 0 } source
                ? source
                : context.Definitions("programmets exempeldata", "the program's sample data"),
            language.Say(
                "Bara de ledande jämförelserna visas. Andelar jämförs med skattningen i procent, tillägg med skattningen i utfallets enhet. Intervallen ska rymma det planterade i ungefär 95 fall av 100, inte alltid. En effekt som fasas in är i medeltal mindre än sin fulla storlek.",
                "Only the leading comparisons are shown. Shares are held against the estimate in per cent, additions against the estimate in the outcome's unit. The intervals should hold what was planted in about 95 cases of 100, not always. An effect that is phased in is on average smaller than its full size."));
        return new Section(
            "planted",
            language.Say("Planterade effekter", "Planted effects"),
            [
                new Paragraph(language.Say(
                    "Uppgifterna i den här körningen är påhittade, och effekter av känd storlek har lagts in i dem. Här står de bredvid det som utvärderingen fann.",
                    "The figures of this run are made up, and effects of known size were put into them. Here they stand beside what the evaluation found.")),
                table,
            ]);
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, OutcomeRow outcome, PlantedEffectRow planted, DesignRow design)
    {
        var language = context.Language;
        var effect = context.Rows.Effect(outcome.OutcomeId, design.DesignId);
        var missing = effect is null ? language.Say("kunde inte skattas", "could not be estimated") : Missing.Of(context, effect.Rule);
        var asShare = planted.Change == "ratio";
        var scale = asShare ? 100 : 1;
        var (found, low, high) = asShare
            ? (effect?.Row.Relative, effect?.Row.RelativeLow, effect?.Row.RelativeHigh)
            : (effect?.Row.Estimate, effect?.Row.Low, effect?.Row.High);
        return
        [
            Cell.Of(context.Title(outcome) + (asShare ? language.Say(" (procent)", " (per cent)") : $" ({context.DifferenceUnit(outcome)})")),
            Cell.Of(language.Say(planted.Sv, planted.En)),
            Cell.Of(context.Title(design)),
            Figure(found),
            Figure(low),
            Figure(high),
            Cell.Of(Holds(context, planted, design, low, high)),
            Cell.Of(context.Lead(outcome) is { } lead && lead != design ? language.Say("vilar på annan jämförelse", "rests on another comparison") : VerdictWords.Label(context, outcome)),
        ];

        Cell Figure(double? value) => Cell.Of(language, value * scale, asShare ? Quantity.OfPercent((value ?? 0) * scale) : context.Decimals(outcome), missing);
    }

    private static string Holds(ReportContext context, PlantedEffectRow planted, DesignRow design, double? low, double? high)
    {
        var language = context.Language;
        var others = context.Rows.Planted.Where(row => row.IndicatorId == planted.IndicatorId && row != planted).ToList();
        return (planted.Size, low, high) switch
        {
            (_, null, _) or (_, _, null) => language.Say("finns inte att jämföra med", "nothing to hold against"),
            _ when context.Rows.Groups.All(group => group.GroupId != planted.Group) => language.Say("effekt i en grupp som rapporten inte har", "effect in a group that the report does not have"),
            _ when planted.Group != design.TreatedGroup => language.Say("effekt i annan grupp", "effect in another group"),
            (null, _, _) => language.Say("ingen enskild storlek", "no single size"),
            _ when others.Any(row => row.Group == design.ControlGroup) => language.Say("jämförelsegruppen har en egen effekt", "the comparison group has an effect of its own"),
            _ when others.Any(row => row.Group == design.TreatedGroup) => language.Say("gruppen har flera effekter", "the group has several effects"),
            ({ } size, { } from, { } to) => size >= from && size <= to ? language.Say("ja", "yes") : language.Say("nej", "no"),
        };
    }
}
