using System.Collections.Immutable;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Statistics.Panels;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tables;

/// <summary>What a method is run on: the table with its columns' roles, the options and the seed.</summary>
public sealed class MethodInput
{
    private readonly Lazy<TimeColumn> given;
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
        given = new(() => TimeColumn.Of(Table, Columns.Time!));
        time = new(() => Grain is { } grain ? given.Value.Longer(grain) : given.Value);
        panel = new(() => PanelOf(Columns.Outcome!));
    }

    private MethodInput(MethodInput other, CohortPanel panel)
    {
        (Table, Columns, Options, Seed) = (other.Table, other.Columns, other.Options, other.Seed);
        (given, time, this.panel) = (other.given, other.time, new(panel));
    }

    /// <summary>Reads the columns of a file that a run needs.</summary>
    /// <param name="options">Texts <c>name=value</c>.</param>
    /// <exception cref="InputException">The file, a column or an option can't be used; the message says where and what to do.</exception>
    public static MethodInput Read(MethodDescription method, string file, TidyColumns columns, IEnumerable<string> options, ulong seed)
    {
        var values = OptionValues.Read(method.Name, method.Options, options);
        var named = method.Options.Where(option => option.Kind is OptionKind.Column or OptionKind.Columns or OptionKind.Averages)
            .SelectMany(option => values.Texts(option.Name).Select(name => option.Kind == OptionKind.Averages ? name.Split(':')[0] : name));
        var table = TidyTable.Read(file, [.. Enum.GetValues<ColumnRole>().SelectMany(columns.Of), .. named]);
        return new(method, table, columns, values, seed);
    }

    public TidyTable Table { get; }

    public TidyColumns Columns { get; }

    public OptionValues Options { get; }

    public ulong Seed { get; }

    /// <summary>The periods of the time column, made longer where that was asked for.</summary>
    public TimeColumn Time => time.Value;

    /// <summary>The periods as the table has them.</summary>
    internal TimeColumn TableTime => given.Value;

    /// <summary>The table as units × periods with the time each unit began to be treated.</summary>
    public CohortPanel Panel => panel.Value;

    private PeriodGrain? Grain => Options.Has("grain") && Options.Text("grain") is not "as-given" and var grain ? Enum.Parse<PeriodGrain>(grain, ignoreCase: true) : null;

    /// <summary>The same run on another panel.</summary>
    public MethodInput With(CohortPanel other) => new(this, other);

    /// <summary>The panel with another column as outcome.</summary>
    /// <param name="wanted">Which rows of the table, by position from 0; null: all.</param>
    /// <exception cref="InputException">As <see cref="Panel"/>.</exception>
    public CohortPanel PanelOf(string outcome, Func<int, bool>? wanted = null)
    {
        var asGiven = TidyPanel.Of(this, outcome, wanted);
        return Grain is { } grain ? asGiven.Aggregate(given.Value.LengthOf(grain)) : asGiven;
    }

    /// <summary>A text that each unit has in all of its rows, such as its stratum.</summary>
    /// <exception cref="InputException">An empty cell, or a unit with two different texts.</exception>
    public IReadOnlyDictionary<string, string> OfUnits(string column)
    {
        var texts = Table.Filled(column);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (row, unit) in Table.Filled(Columns.Unit!).Index())
        {
            if (!found.TryAdd(unit, texts[row]) && found[unit] != texts[row])
            {
                throw new InputException($"{Table.Place(column, row)} is \"{texts[row]}\", while unit \"{unit}\" has \"{found[unit]}\" before: a unit has one, the same in all its rows.");
            }
        }

        return found;
    }

    /// <summary>The confidence of intervals.</summary>
    public double Confidence => Options.Number("confidence");

    /// <summary>The ids of the units that are treated at some time.</summary>
    public ImmutableArray<string> TreatedUnits => [.. Panel.Units.Where((_, unit) => Panel.Cohorts[unit] is not null)];

    /// <summary>The first treated period, the same for all treated units.</summary>
    /// <exception cref="InputException">Nobody is treated, or units start at different times.</exception>
    public int CommonStart => CommonStartOf(Panel);

    /// <summary>The same for another panel of the table.</summary>
    /// <exception cref="InputException">As <see cref="CommonStart"/>.</exception>
    public int CommonStartOf(CohortPanel of)
    {
        var starts = of.Cohorts.OfType<int>().Distinct().Order().ToList();
        return starts.Count switch
        {
            1 => starts[0],
            0 => throw new InputException("No unit is treated: the column of treatment or cohort holds no start."),
            _ => throw new InputException(
                $"Units start at different times ({string.Join(", ", starts.Take(5).Select(Time.Label))}): {Options.Method} takes one start. Use group-time, sun-abraham or imputation."),
        };
    }

    /// <summary>A role as it is written on the command line.</summary>
    public static string Flag(ColumnRole role) => $"--{role.ToString().ToLowerInvariant()}";
}
