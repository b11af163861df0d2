using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>The rows of all outcomes as one data file, the outcome in the first column and each row with its own source.</summary>
internal static class OutcomesFile
{
    /// <param name="context">The run.</param>
    /// <param name="name">The file's name without ending.</param>
    /// <param name="caption">What the file holds.</param>
    /// <param name="columns">The columns after the outcome's.</param>
    /// <param name="rows">The rows of an outcome.</param>
    /// <param name="cells">A row's cells after the outcome's.</param>
    /// <param name="feed">The source and vintage of a row.</param>
    /// <returns>Null where there is no row.</returns>
    public static ReportTable? Make<T>(
        ReportContext context, string name, string caption, IReadOnlyList<Column> columns,
        Func<OutcomeRow, IEnumerable<T>> rows, Func<OutcomeRow, T, IReadOnlyList<Cell>> cells, Func<T, (string Source, string Vintage)> feed)
    {
        var all = context.Outcomes.SelectMany(outcome => rows(outcome).Select(row => (Outcome: outcome, Row: row, Feed: feed(row)))).ToList();
        return all.Count == 0 ? null : new ReportTable(
            name,
            caption,
            [new(context.Language.Say("Utfall", "Outcome")), .. columns],
            [.. all.Select(line => (IReadOnlyList<Cell>)[Cell.Of(context.Title(line.Outcome)), .. cells(line.Outcome, line.Row)])],
            context.Source(all.Select(line => line.Feed)))
        {
            RowSources = [.. all.Select(line => context.Source(line.Feed.Source, line.Feed.Vintage))],
        };
    }
}
