using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting;

/// <summary>The rows and the language they are told in.</summary>
internal sealed record ReportContext(ReportRows Rows, ReportLanguage Language)
{
    private const int HashDigits = 12;

    /// <summary>What must stand on everything made of the run: that its figures are made up, that its start is; null where neither is so.</summary>
    public string? Mark => string.Join(" · ", new[] { Language.Say(Rows.Run.MarkSv ?? "", Rows.Run.MarkEn ?? ""), Trial }.Where(part => part.Length > 0)) is { Length: > 0 } mark ? mark : null;

    /// <summary>The first day of the programme, or the day that a trial puts in its place.</summary>
    public DateOnly Start => Rows.Run.PlaceboStart ?? Rows.Run.Start;

    /// <summary>Whether a period is of the time that the run is about: a trial has nothing to say of the time since the real start.</summary>
    public bool IsShown(DateOnly period) => Rows.Run.PlaceboStart is null || period < Rows.Run.Start;

    /// <summary>Why and how the treated of an effect are judged on several starts; empty where they have one.</summary>
    public IEnumerable<DecisionRow> SeveralStarts(string? outcome = null, string? design = null) =>
        Rows.Decisions.Where(row => row.Kind == "several_starts" && row.OutcomeId == (outcome ?? row.OutcomeId) && row.DesignId == (design ?? row.DesignId));

    /// <summary>The designs that verdicts rest on, the first first.</summary>
    public IReadOnlyList<DesignRow> Leads => [.. Rows.Designs.Where(design => design.Lead is not null).OrderBy(design => design.Lead)];

    private string Trial => Rows.Run.PlaceboStart is { } start
        ? Language.Say($"PROV – startdatum {Language.Date(start)}, då ingenting började", $"TRIAL – start on {Language.Date(start)}, when nothing began")
        : "";

    public string Title(OutcomeRow outcome) => Language.Say(outcome.TitleSv, outcome.TitleEn);

    /// <summary>The outcome's title, or the id where the plan has no outcome of the indicator.</summary>
    public string IndicatorTitle(string indicator)
        => Rows.Outcomes.FirstOrDefault(outcome => outcome.IndicatorId == indicator) is { } outcome ? Title(outcome) : indicator;

    public string Unit(OutcomeRow outcome) => Language.Say(outcome.UnitSv, outcome.UnitEn);

    /// <summary>The unit of a difference: shares differ by percentage points.</summary>
    public string DifferenceUnit(OutcomeRow outcome)
        => Unit(outcome).StartsWith(Language.Say("procent ", "per cent "), StringComparison.Ordinal) ? Language.Say("procentenheter", "percentage points") : Unit(outcome);

    /// <summary>The decimals of an outcome's effects and levels: the same in every design, so that they can be held against each other.</summary>
    public int Decimals(OutcomeRow outcome)
        => Rows.Effects.Where(effect => effect.Row.OutcomeId == outcome.OutcomeId && !effect.IsSuppressed).Select(effect => effect.Row).ToList() is { Count: > 0 } effects
            ? Quantity.Decimals(effects)
            : 1;

    public string Title(DesignRow design) => Language.Say(design.TitleSv, design.TitleEn);

    public string Title(FamilyRow family) => Language.Say(family.TitleSv, family.TitleEn);

    public DesignRow? Design(string? id) => Rows.Designs.FirstOrDefault(design => design.DesignId == id);

    /// <summary>A design's name, "alla jämförelser" for null.</summary>
    public string DesignTitle(string? id) => id is null ? Language.Say("alla jämförelser", "all comparisons") : Design(id) is { } design ? Title(design) : id;

    /// <summary>An outcome's name, or its id where the plan has none of it.</summary>
    public string OutcomeTitle(string id) => Rows.Outcomes.FirstOrDefault(outcome => outcome.OutcomeId == id) is { } outcome ? Title(outcome) : id;

    /// <summary>The outcomes that the run was about: a run may be asked for some of the plan's only.</summary>
    public IReadOnlyList<OutcomeRow> Outcomes { get; } = [.. Rows.Outcomes.Where(outcome => Rows.Verdict(outcome.OutcomeId) is not null)];

    /// <summary>The families of <see cref="Outcomes"/>, each with its own.</summary>
    public IEnumerable<(FamilyRow Family, IReadOnlyList<OutcomeRow> Outcomes)> Families => Outcomes
        .GroupBy(outcome => outcome.Family)
        .Select(outcomes => (Rows.Families.FirstOrDefault(family => family.FamilyId == outcomes.Key)
            ?? throw new InvalidDataException($"The released table families has no row for {outcomes.Key}, which the table outcomes names."), (IReadOnlyList<OutcomeRow>)[.. outcomes]));

    /// <summary>The designs under which the outcome has an effect, those that verdicts may rest on first.</summary>
    public IReadOnlyList<DesignRow> Estimated(OutcomeRow outcome) =>
        [.. Leads.Concat(Rows.Designs.Where(design => design.Lead is null)).Where(design => Rows.Effect(outcome.OutcomeId, design.DesignId) is not null)];

    /// <summary>The design that the outcome's verdict rests on; null where it rests on none.</summary>
    public DesignRow? Lead(OutcomeRow outcome) => Design(Rows.Verdict(outcome.OutcomeId)?.Row.DesignId);

    /// <summary>A group as a label.</summary>
    public string GroupTitle(string group) => Language.Say(Rows.Group(group).TitleSv, Rows.Group(group).TitleEn);

    /// <summary>A group within a sentence.</summary>
    public string GroupDefinite(string group) => Language.Say(Rows.Group(group).DefiniteSv, Rows.Group(group).DefiniteEn);

    /// <summary>A group after a number, within a sentence: "fem Brå-stödda kommuner". A name keeps its capital as it does in the definite form.</summary>
    public string GroupInText(string group) => GroupDefinite(group).Contains(GroupTitle(group).Split(' ')[0], StringComparison.Ordinal)
        ? GroupTitle(group)
        : ReportLanguage.Lower(GroupTitle(group));

    /// <summary>Why a rule emptied or kept back figures, as a sentence.</summary>
    public string Rule(string id)
        => Sentence(Rows.Suppression.FirstOrDefault(row => row.RuleId == id) is { } row ? Language.Say(row.RuleSv, row.RuleEn) : id);

    /// <summary>The attribution of figures that we made of feeds.</summary>
    public Attribution Source(IEnumerable<(string Source, string Vintage)> feeds)
    {
        var used = feeds.Distinct().OrderBy(feed => feed.Source, StringComparer.Ordinal).ThenBy(feed => feed.Vintage, StringComparer.Ordinal).ToList();
        var texts = used.Select(feed => feed.Source).Distinct(StringComparer.Ordinal).Select(name => Rows.Sources.FirstOrDefault(row => row.Source == name) is { } row
            ? Sentence(Language.Say(row.DerivedSv, row.DerivedEn))
            : Language.Say($"Källa: {name}. Egen bearbetning.", $"Source: {name}. Own processing."));
        return new Attribution(Attribution.Join(Language, [.. texts.Distinct(StringComparer.Ordinal)]), string.Join(", ", used.Select(feed => feed.Vintage)));
    }

    /// <summary>The sources of the outcomes' effects, for rows that name none of their own.</summary>
    public Attribution SourceOf(IReadOnlyList<string> outcomes)
        => Source(Rows.Effects.Where(effect => outcomes.Contains(effect.Row.OutcomeId)).Select(effect => (effect.Row.Source, effect.Row.Vintage)));

    public Attribution SourceOf(OutcomeRow outcome) => SourceOf([outcome.OutcomeId]);

    public Attribution Source(string source, string vintage) => Source([(source, vintage)]);

    /// <summary>The attribution of facts that stand in the registry, plan or rules of the run.</summary>
    public Attribution Definitions(string sv, string en) => new(Language.Say($"Källa: {sv}.", $"Source: {en}."), Short(Rows.Run.PipelinesHash));

    /// <summary>The source as a line under a table or chart.</summary>
    public static string SourceLine(Attribution source) => $"{source.Text} Version {source.Vintage}.";

    /// <summary>The text with a full stop.</summary>
    public static string Sentence(string text) => text.TrimEnd() is var trimmed && (trimmed.Length == 0 || trimmed[^1] is '.' or '?' or '!') ? trimmed : trimmed + ".";

    /// <summary>A hash as it is written in text.</summary>
    public static string Short(string hash) => hash.Length > HashDigits ? hash[..HashDigits] : hash;
}
