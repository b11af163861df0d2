using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation.Estimates;

/// <summary>One outcome under one design: what is to be estimated, on which units and windows.</summary>
internal sealed record Study(EvaluationPlan Plan, Outcome Outcome, Design Design, IndicatorSeries Series, Windows Windows, StudyUnits Units)
{
    /// <summary>Outcome and design, as they stand in result ids.</summary>
    public string Key => $"{Outcome.Id}:{Design.Id}";

    /// <summary>The same with the treated whose start the figures reach, and with the starts alone that some of them have.</summary>
    public Study OfTheirStarts()
    {
        List<string> treated = [.. Units.Treated.Except(Windows.OutOfReach.Select(unreached => unreached.Municipality))];
        List<StartWindows> starts = [.. Windows.Starts
            .Select(start => start with { Municipalities = [.. start.Municipalities.Where(treated.Contains)] })
            .Where(start => start.Municipalities.Count > 0)];
        return this with
        {
            Units = treated.Count == Units.Treated.Count ? Units : Units with { Treated = treated },
            Windows = starts.Count == 0 ? Windows : starts[0].Windows with { Starts = starts.Count == 1 ? [] : starts, OutOfReach = Windows.OutOfReach },
        };
    }

    /// <summary>The least group total of persons in the chosen periods; null for published figures, which need none.</summary>
    public long? Persons(Func<DateOnly, bool> inWindow)
    {
        if (Series.Origin == "published")
        {
            return null;
        }

        var cells = Series.Groups.Where(cell => (cell.Group == Plan.TreatedGroup || cell.Group == Design.Control) && inWindow(cell.Period)).ToList();

        // A total that is not known may be small: it counts as none.
        return cells.Count == 0 ? 0 : cells.Min(cell => cell.Persons ?? 0);
    }

    /// <inheritdoc cref="Persons(Func{DateOnly, bool})"/>
    public long? Persons() => Persons(Windows.Contains);

    /// <summary>
    /// Of figures that tell, put beside the main effect, one municipality's own change: for delivered ones no number of persons is known, and none is claimed.
    /// </summary>
    public long? PersonsOfOne => Series.Origin == "published" ? null : 0;
}
