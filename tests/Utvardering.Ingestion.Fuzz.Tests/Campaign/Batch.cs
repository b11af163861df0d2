using System.Security.Cryptography;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Deliveries;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Gate;
using Utvardering.Ingestion.Deliveries.Reading;
using Utvardering.Ingestion.Fuzz.Tests.Mutations;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Reports;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Fuzz.Tests.Campaign;

/// <summary>
/// Many mutants as the bodies of one retrieval, so that the checks and the vintage are shared: all are staged and judged, the rows of the
/// refused are taken out, and what is left is published, read back and held against the validator.
/// </summary>
internal sealed class Batch : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 4, 15, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = TemporaryFolder.InMemory();
    private readonly IReadOnlyList<Mutant> mutants;
    private readonly SourceDefinition source;
    private readonly DatasetSchema schema;
    private readonly Dictionary<string, Mutant> mutantOf = new(StringComparer.Ordinal);
    private readonly Dictionary<Mutant, Verdict> verdicts = [];

    /// <param name="mutants">Of one specimen.</param>
    public Batch(IReadOnlyList<Mutant> mutants)
    {
        this.mutants = mutants;
        source = Workshop.Source(mutants[0].Specimen);
        schema = Workshop.Schema(source);
    }

    /// <summary>What the validator or the reports have against it: sentences that name a mutant.</summary>
    public List<string> Faults { get; } = [];

    public long RowsPublished { get; private set; }

    /// <exception cref="Exception">A crash of the program: any exception, since a bad file must become a problem.</exception>
    public IReadOnlyDictionary<Mutant, Verdict> Run()
    {
        var left = mutants.Where(PassesTheGate).Select(mutant => (Mutant: mutant, Bodies: Land(mutant))).ToList();
        if (left.Count == 0)
        {
            return verdicts;
        }

        var bodies = left.SelectMany(each => each.Bodies).DistinctBy(body => (body.Sha256, body.Origin)).ToList();
        using var staged = new StagedRows(source, Workshop.Project, schema, bodies, folder.Path);
        AdapterCatalog.Find(source.Adapter).Stage(staged);
        SchemaCheck.Run(staged);
        var duplicates = KeyCheck.Run(staged);
        TotalsCheck.Run(staged);
        var refused = staged.Problems.Refused.ToDictionary(each => each.Body.Sha256, each => each, StringComparer.Ordinal);
        foreach (var each in left)
        {
            verdicts[each.Mutant] = each.Bodies.Select(body => refused.GetValueOrDefault(body.Sha256)).FirstOrDefault(found => found.Problems is not null) is { Problems: not null } found
                ? Refuse(staged, each.Mutant, found.Body, found.Problems)
                : new(Verdict.Accepted);
        }

        var places = bodies.Index().Where(body => refused.ContainsKey(body.Item.Sha256)).Select(body => body.Index).ToList();
        if (places.Count > 0)
        {
            staged.Database.Execute($"delete from {StagedRows.Table} where {StagedRows.FileColumn} in ({string.Join(", ", places)})");
        }

        Publish(staged, duplicates);
        return verdicts;
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A delivery is searched for personal data before anything else looks at it.</summary>
    private bool PassesTheGate(Mutant mutant)
    {
        if (source.Origin != SourceOrigin.Delivered)
        {
            return true;
        }

        var contract = ContractReader.Read(Workshop.Project, schema);
        var report = new DeliveryScan(contract, DateOnly.FromDateTime(Now.UtcDateTime)).Judge(mutant.Seed.Origin, DeliveredFileReader.Read(mutant.Bytes, contract, source.Encoding));
        if (report.Passed)
        {
            return true;
        }

        verdicts[mutant] = new("gate");
        if (report.Total == 0 || report.Findings.Count == 0)
        {
            Faults.Add($"{mutant}: the gate refused it and says nothing");
        }

        return false;
    }

    private List<LandedBody> Land(Mutant mutant)
    {
        var body = Land(new Seed(mutant.Seed.Origin, mutant.Bytes));
        mutantOf[body.Sha256] = mutant;
        return [.. mutant.Seed.Before.Select(Land), body, .. mutant.Seed.After.Select(Land)];
    }

    private LandedBody Land(Seed seed)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(seed.Bytes));
        var file = folder[sha256];
        if (!File.Exists(file))
        {
            File.WriteAllBytes(file, seed.Bytes);
        }

        return new(sha256, seed.Origin, Now, file, seed.Bytes.Length, source.Address is null ? null : 200, null);
    }

    /// <summary>A refused file must come with problems that can be told, in every form they are told in.</summary>
    private Verdict Refuse(StagedRows staged, Mutant mutant, LandedBody body, BodyProblems problems)
    {
        if (problems.Total == 0 || problems.First.Count == 0 || problems.First.Any(problem => problem.Message.Sv.Length == 0 || problem.Remedy.Sv.Length == 0))
        {
            Faults.Add($"{mutant}: refused without a problem that says what is wrong and what to do");
        }

        var report = new ProblemReport(source, body.Origin, body.Sha256, body.Retrieved) { Total = problems.Total, ByRule = problems.ByRule, Problems = problems.First };
        if (!TextReport.Of(report).Contains(body.Origin, StringComparison.Ordinal) || HtmlReport.Of(report).Length == 0)
        {
            Faults.Add($"{mutant}: the report does not name {body.Origin}");
        }

        if (source.Origin == SourceOrigin.Delivered)
        {
            MarkedWorkbook.Of(staged, body, problems);
        }

        return new(problems.First.Count > 0 ? problems.First[0].Rule : "nothing");
    }

    private void Publish(StagedRows staged, long duplicates)
    {
        var lake = new LakeStore(folder["lake"]);
        var vintage = lake.Publish(staged.Database, VintageDrafts.Of(staged, synthetic: true, duplicates, [])).Vintage;
        var from = $"read_parquet('{vintage.Parts.Single()}')";
        var columns = staged.Database.Texts($"select column_name from (describe select * from {from})");
        List<Dictionary<string, object?>> rows = [.. staged.Database.Rows($"select * from {from}").Select(row => columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
        RowsPublished += rows.Count;
        Faults.AddRange(Workshop.RulesOf(source).Faults(rows).Select(fault =>
            $"{mutantOf.GetValueOrDefault((string)rows[fault.Row]["landing_sha256"]!)?.ToString() ?? mutants[0].Specimen.Name}: row {rows[fault.Row]["landing_row"]} was accepted, and {fault.Fault}"));
    }
}
