using System.Collections.Immutable;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Statistics.Panels;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tables;

/// <summary>What a method is run on: the table with its columns' roles, the options and the seed.</summary>
public sealed class MethodInput
{
    private readonly Lazy<TimeColumn> time;
    private readonly Lazy<CohortPanel> panel;

    /// <exception cref="InputException">A role that the method needs is not given, or one is given that it has no use for.</exception>
    public MethodInput(MethodDescription method, TidyTable table, TidyColumns columns, OptionValues options, ulong seed)
    {
        foreach (var needed in method.Columns.Where(column => column.Required && columns.Of(column.Role).Count == 0))
        {
            throw new InputException($"{method.Name} needs {Flag(needed.Role)}: {needed.Meaning}");
        }

        foreach (var role in Enum.GetValues<ColumnRole>().Where(role => columns.Of(role).Count > 0 && method.Columns.All(column => column.Role != role)))
        {
            throw new InputException($"{method.Name} has no use for {Flag(role)}: leave it out, or see estimate {method.Name} --help.");
        }

        (Table, Columns, Options, Seed) = (table, columns, options, seed);
        time = new(() => TimeColumn.Of(Table, Columns.Time!));
        panel = new(() => TidyPanel.Of(this));
    }

    public TidyTable Table { get; }

    public TidyColumns Columns { get; }

    public OptionValues Options { get; }

    public ulong Seed { get; }

    /// <summary>The periods of the time column.</summary>
    public TimeColumn Time => time.Value;

    /// <summary>The table as units × periods with the time each unit began to be treated.</summary>
    public CohortPanel Panel => panel.Value;

    /// <summary>The confidence of intervals.</summary>
    public double Confidence => Options.Number("confidence");

    /// <summary>The ids of the units that are treated at some time.</summary>
    public ImmutableArray<string> TreatedUnits => [.. Panel.Units.Where((_, unit) => Panel.Cohorts[unit] is not null)];

    /// <summary>The first treated period, the same for all treated units.</summary>
    /// <exception cref="InputException">Nobody is treated, or units start at different times.</exception>
    public int CommonStart
    {
        get
        {
            var starts = Panel.Cohorts.OfType<int>().Distinct().Order().ToList();
            return starts.Count switch
            {
                1 => starts[0],
                0 => throw new InputException("No unit is treated: the column of treatment or cohort holds no start."),
                _ => throw new InputException(
                    $"Units start at different times ({string.Join(", ", starts.Take(5).Select(Time.Label))}): {Options.Method} takes one start. Use group-time, sun-abraham or imputation."),
            };
        }
    }

    /// <summary>A role as it is written on the command line.</summary>
    public static string Flag(ColumnRole role) => $"--{role.ToString().ToLowerInvariant()}";
}
