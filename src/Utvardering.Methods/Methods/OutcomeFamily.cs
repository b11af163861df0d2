using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.MultipleTesting;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Methods.Methods;

/// <summary>Several outcomes of the same units, tested together over the same assignments.</summary>
internal static class OutcomeFamily
{
    public static MethodOption Option { get; } = new(
        "outcomes", OptionKind.Columns, null, "Columns of further outcomes: with --outcome they are one family, whose p-values Romano and Wolf's step-down adjusts by their dependence: table family.");

    public static AnswerTable Described { get; } = new("family", "With outcomes: each outcome's studentised test, alone and within the family.",
    [
        new("outcome", "the column"), new("difference", "difference in mean changes"), new("statistic", "Welch's t"), new("pValue", "share of assignments with at least as large a |t|"),
        new("adjustedP", "adjusted by Romano and Wolf's step-down: holds the chance of any false rejection in the family"),
    ]);

    /// <summary>The table, where further outcomes were named. Units that lack an outcome are left out of all.</summary>
    public static IEnumerable<MethodTable> Tables(MethodInput input, IReadOnlyDictionary<string, string>? strata)
    {
        string[] outcomes = [input.Columns.Outcome!, .. input.Options.Texts("outcomes")];
        if (outcomes.Length == 1)
        {
            yield break;
        }

        var changes = outcomes.Select(outcome => UnitChanges.Used(Shape.Changes(input, input.PanelOf(outcome)))).ToArray();
        var common = changes.Select(units => units.Select(unit => unit.Unit).ToHashSet(StringComparer.Ordinal)).Aggregate((one, other) => [.. one.Intersect(other, StringComparer.Ordinal)]);
        var used = changes.Select(units => units.Where(unit => common.Contains(unit.Unit)).ToArray()).ToArray();
        var assignments = MeanChanges.Assign(used[0], input.Options.Whole("draws"), input.Seed, strata);
        var tests = used.Select(units => RandomisationInference.Studentised([.. units.Select(unit => unit.Change)], assignments)).ToArray();

        // The observed assignment is always among those listed: shares of them are p-values, whether they are all or a sample.
        var adjusted = RomanoWolf.StepDown(
            [.. tests.Select(test => test.Statistic)],
            [.. Enumerable.Range(0, assignments.Count).Select(draw => tests.Select(test => test.Distribution[draw]).ToImmutableArray())],
            new() { DrawsAreExhaustive = true });
        yield return Described.Filled(outcomes.Select((outcome, i) => new object?[]
        {
            outcome,
            used[i].Where(unit => unit.Treated).Average(unit => unit.Change) - used[i].Where(unit => !unit.Treated).Average(unit => unit.Change),
            tests[i].Statistic, adjusted.Raw[i], adjusted.Adjusted[i],
        }));
    }
}
