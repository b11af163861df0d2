using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

internal sealed class DifferenceInDifferencesByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "did",
        Title = "Difference in differences, two groups and two windows",
        Summary = "The treated units' mean change from before to after their common start, less the controls'. It is the average effect on the treated "
            + "if both would have changed alike without treatment. Every unit weighs the same; counts with exposures are pooled to rates. "
            + "The p-value and interval are those of the exact randomisation test unless asked otherwise: they hold with a handful of units. "
            + "With the option affected it is the triple difference: what changed in treated places for both of two groups alike is taken out.",
        Sources =
        [
            "Angrist and Pischke (2009), Mostly Harmless Econometrics, section 5.2",
            "Rosenbaum (2002), Observational Studies, section 2.4 (randomisation test and its inversion)",
            "Ibragimov and Müller (2016), Inference with Few Heterogeneous Clusters; Donald and Lang (2007), Inference with Difference-in-Differences and Other Panel Data",
            "Gruber (1994); Olden and Møen (2022), The Triple Difference Estimator",
        ],
        Columns =
        [
            .. PanelColumns.OneStart,
            new(ColumnRole.Covariates, "with persons=yes: covariates of the persons, with commas between.", Required: false),
        ],
        Options =
        [
            MethodOption.Choice(
                "inference",
                "Where p-value and interval come from: all choices of treated units; a t-test of the units' changes with variances of their own (ibragimov-muller) or one variance (donald-lang); "
                + "the two-way regression with clustered errors, or with bias-reduced ones.",
                "randomisation", "ibragimov-muller", "donald-lang", "cluster", "cr2"),
            RandomisationByName.Draws with { For = ("inference", ["randomisation"]) },
            RandomisationByName.Strata with { For = ("inference", ["randomisation"]) },
            new("affected", OptionKind.Column, null, "Triple difference: the column that is 1 in rows of the group within each unit that treatment can affect, and 0 in those of a group that it can't; two rows a unit and period."),
            MethodOption.Flag("persons", false, "Whether rows are persons, many to a unit and period: their means, adjusted for --covariates within units and periods, are Donald and Lang's first step."),
            MethodOption.Grain,
            MethodOption.Confidence,
            .. SensitivityChecks.Options,
        ],
        Estimates =
        [
            new("effect", "Average effect on the treated, in the outcome's unit (count per unit of exposure where there is one)."),
            new("affected", "With affected: the difference in differences of that group alone."),
            new("comparison", "With affected: that of the other group, near zero if the treated places changed in no other way."),
        ],
        Tables = [UnitChanges.Description, .. SensitivityChecks.Described],
        UsesSeed = true,
        Examples =
        [
            new("--unit municipality --time year --outcome rate --cohort start", "With the exact randomisation test"),
            new("--unit municipality --time quarter --outcome n --exposure population --treated pilot --options inference=ibragimov-muller leave-one-out=treated", "Counts as rates, a t-test that allows each unit its own variance, and without each treated unit"),
            new("--unit municipality --time year --outcome rate --cohort start --options affected=under18 inference=cluster", "Triple difference of two ages by regression"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        CheckPersons(input);
        var groups = input.Options.Has("affected") ? new TwoGroups(input, input.Options.Text("affected"), input.Columns.Outcome!) : null;
        var own = groups is null ? input : input.With(groups.Gap);
        var strata = own.Options.Has("strata") ? own.OfUnits(own.Options.Text("strata")) : null;
        Estimate Of(CohortPanel panel, TwoGroups? within) => Estimated(own, panel, within, strata);
        return new()
        {
            Estimates =
            [
                new("effect", Of(own.Panel, groups)),
                .. groups is null ? Array.Empty<Answers.NamedEstimate>() : [new("affected", Of(groups.Panel(true), null)), new("comparison", Of(groups.Panel(false), null))],
            ],
            Tables =
            [
                UnitChanges.Table(Shape.Changes(own, own.Panel)),
                .. SensitivityChecks.Tables(
                    own, panel => Of(panel, groups), groups is null ? null : column => Of(groups.With(column).Gap, groups.With(column))),
            ],
        };
    }

    private static void CheckPersons(MethodInput input)
    {
        var persons = input.Options.Flag("persons");
        if (!persons && input.Columns.Covariates.Count > 0)
        {
            throw new InputException("did adjusts for --covariates of persons alone: give --options persons=yes where rows are persons, or use twfe.");
        }

        if (persons && input.Columns.Exposure is not null)
        {
            throw new InputException("Rows of persons have no --exposure: leave it out, or add persons up to counts.");
        }
    }

    private static Estimate Estimated(MethodInput input, CohortPanel panel, TwoGroups? groups, IReadOnlyDictionary<string, string>? strata)
    {
        var inference = input.Options.Text("inference");
        if (inference is "cluster" or "cr2")
        {
            var options = new PanelRegressionOptions { Errors = inference == "cluster" ? PanelErrors.Clustered : PanelErrors.BiasReduced, Confidence = input.Confidence };
            return groups is null
                ? TwoWayFixedEffects.Estimate(panel.Rates(), options).Effect
                : TripleDifference.Estimate(groups.Panel(true, panel.Units), groups.Panel(false, panel.Units), options).Effect;
        }

        var changes = Shape.Changes(input, panel);
        return inference switch
        {
            "ibragimov-muller" => MeanChanges.IbragimovMuller(panel, changes, input.Confidence),
            "donald-lang" => MeanChanges.DonaldLang(panel, changes, input.Confidence),
            _ => MeanChanges.Randomisation(panel, changes, input.Options.Whole("draws"), input.Seed, input.Confidence, strata),
        };
    }
}
