using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting;

/// <summary>The rows and the language they are told in.</summary>
internal sealed record ReportContext(ReportRows Rows, ReportLanguage Language)
{
    private const int HashDigits = 12;

    public string? Mark => Language.Say(Rows.Run.MarkSv ?? "", Rows.Run.MarkEn ?? "") is { Length: > 0 } mark ? mark : null;

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
