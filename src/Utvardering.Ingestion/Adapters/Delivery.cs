using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Reading;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// What municipalities deliver by a contract (<see cref="DeliveryContract"/>), CSV or XLSX: one row a municipality, period and what else
/// the dataset's key says. The personal-data gate has passed the file before it comes here.
/// </summary>
internal sealed class Delivery : FileAdapter
{
    public override string Name => "delivery";

    public override IReadOnlyList<string> Datasets => ["deliveries", "support_log"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields)
    {
        // A source that is not said to be delivered would not pass the gate.
        source["origin"].OneOf("delivered");
        return new NoSettings();
    }

    protected override void Stage(StagedRows staged, IReadOnlyList<LandedBody> bodies)
    {
        var contract = ContractReader.Read(staged.Project, staged.Schema);
        staged.Append(bodies.SelectMany(body => Rows(staged, body, contract).Select(row => (body, row.Row, row.Cells))));
    }

    /// <returns>None when the file is no such table: the problems say why.</returns>
    private static IEnumerable<(long Row, IReadOnlyList<string?> Cells)> Rows(StagedRows staged, LandedBody body, DeliveryContract contract)
    {
        staged.Problems.Columns[body.Sha256] = contract.Columns.ToDictionary(column => column.Field.Name, column => column.Heading);
        if (DeliveredFileReader.Read(File.ReadAllBytes(body.File), contract, staged.Source.Encoding) is not { } file)
        {
            staged.Problems.Add(body, FileProblems.Unreadable("CSV/XLSX"));
            return [];
        }

        Report(staged, body, contract, file);
        if (staged.Problems.Has(body))
        {
            return [];
        }

        if (file.Encoding is { } encoding and not "utf-8" && staged.Source.Encoding is null)
        {
            staged.Warn($"{body.Origin}: read as {encoding}.");
        }

        var places = contract.Columns.Select(column => file.IndexOf(column.Heading)).ToList();
        return file.Rows.Select(row => (row.Number, Cells(contract, places, row)));
    }

    private static void Report(StagedRows staged, LandedBody body, DeliveryContract contract, DeliveredFile file)
    {
        foreach (var fault in file.Faults)
        {
            staged.Problems.Add(body, fault);
        }

        if (file.Header.Count == 0)
        {
            staged.Problems.Add(body, FileProblems.Empty());
            return;
        }

        foreach (var column in contract.Columns.Where(column => !column.MayBeAbsent && file.IndexOf(column.Heading) < 0))
        {
            staged.Problems.Add(body, FileProblems.MissingColumn(column.Heading, file.Header));
        }

        foreach (var twice in file.Header.Where(title => title.Length > 0).GroupBy(title => title.ToLowerInvariant()).Where(titles => titles.Count() > 1))
        {
            staged.Problems.Add(body, FileProblems.ColumnTwice(twice.Key));
        }
    }

    private static IReadOnlyList<string?> Cells(DeliveryContract contract, List<int> places, DeliveredRow row) =>
        [.. contract.Columns.Select((column, index) => column.Value(places[index] is var place and >= 0 && place < row.Cells.Count ? row.Cells[place] : null))];
}
