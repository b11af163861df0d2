using Utvardering.Ingestion.Sealing;
using Utvardering.SampleData;
using Utvardering.Testing;
using Utvardering.Testing.Replay;
using Utvardering.Testing.Replay.Sources;
using Utvardering.Warehouse.Audit;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Cli.Tests.Crashes;

/// <summary>
/// The command killed for real (SIGKILL) at each place where it writes, looked at as the crash left it, and started again: nothing that can be
/// seen is ever half-made, and the outcome is that of a run that never crashed, byte for byte.
/// </summary>
public sealed class CrashTests(CrashTests.NeverCrashed runs) : IClassFixture<CrashTests.NeverCrashed>
{
    // 128 + 9, as shells tell a process that SIGKILL ended.
    private const int Killed = 137;

    /// <summary>
    /// The first run into an empty data root, and a second run a month later that takes in a new month of offences and refuses the deliveries.
    /// </summary>
    public sealed class NeverCrashed : IAsyncLifetime
    {
        private TemporaryFolder Folder { get; } = new();

        internal CrashHouse House { get; private set; } = null!;

        public string First => Folder["first"];

        public string Second => Folder["second"];

        public async Task InitializeAsync()
        {
            if (Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).All(path => !File.Exists(Path.Combine(path, "node"))))
            {
                return;
            }

            House = new CrashHouse(Folder);
            Assert.Equal(0, (await RunAsync(House.Accepting, First, CrashHouse.Earlier)).Code);
            Trees.Copy(First, Second);
            Assert.Equal(0, (await RunAsync(House.Refusing, Second, CrashHouse.Later)).Code);
        }

        public Task DisposeAsync()
        {
            Folder.Dispose();
            return Task.CompletedTask;
        }
    }

    [TheoryNeeding("node")]
    [InlineData(FaultPlaces.RootMarker, FaultPlaces.LandingStaged, FaultPlaces.LandingRecorded + ":8", FaultPlaces.LandingPlaced + ":20")]
    public Task A_first_run_killed_at_one_place_after_the_other_ends_as_one_that_never_was(params string[] places) =>
        CrashAsync(places, runs.House.Accepting, null, CrashHouse.Earlier, runs.First);

    [TheoryNeeding("node")]
    [InlineData(
        FaultPlaces.LandingStaged + ":10", FaultPlaces.LakePart, FaultPlaces.LakePackage, FaultPlaces.LakeBuilt, FaultPlaces.LakeRenamed, FaultPlaces.LandingMemory, FaultPlaces.SourceState,
        FaultPlaces.QuarantineReport, FaultPlaces.QuarantineReported + ":2", FaultPlaces.QuarantineMoved + ":3")]
    [InlineData(
        FaultPlaces.WarehouseBuilt, FaultPlaces.WarehouseRenamed, FaultPlaces.RunResults, FaultPlaces.RunProvenance, FaultPlaces.RunBuilt, FaultPlaces.RunRenamed, FaultPlaces.RunLatest)]
    public Task A_later_run_killed_at_one_place_after_the_other_ends_as_one_that_never_was(params string[] places) =>
        CrashAsync(places, runs.House.Refusing, runs.First, CrashHouse.Later, runs.Second);

    /// <remarks>The files came readable in the first run, before the contract knew better: of them too nothing readable may be left.</remarks>
    [TheoryNeeding("node")]
    [InlineData(
        FaultPlaces.AuditAppended, FaultPlaces.AuditHead, FaultPlaces.GateDecided + ":3", FaultPlaces.GateCopyRemoved, FaultPlaces.SealingBytes, FaultPlaces.SealingDecision + ":2",
        FaultPlaces.GateKept + ":11")]
    public async Task A_refusal_of_the_gate_killed_at_one_place_after_the_other_leaves_nothing_readable(params string[] places)
    {
        using var folder = new TemporaryFolder();
        var root = folder["data"];
        Trees.Copy(runs.First, root);
        var came = Trees.Files(Path.Combine(root, "landing/deliveries")).Where(file => file[0] != '.' && Path.GetExtension(file).Length == 0).ToList();
        Assert.Equal(11, came.Count);
        foreach (var place in places)
        {
            await KillAsync(place, runs.House.Gating, root, CrashHouse.Later);
        }

        var again = await RunAsync(runs.House.Gating, root, CrashHouse.Later);
        Assert.True(again.Code == 0, again.Error);
        DataRootState.AssertSwept(root);
        Assert.DoesNotContain(Trees.Files(Path.Combine(root, "landing/deliveries")), file => file[0] != '.');
        Assert.Equal(
            came.SelectMany(sha256 => new[] { "decision.json", "problems.html", "problems.json", "problems.txt", "sealed.bin" }.Select(file => Path.Combine(sha256, file))).Order(StringComparer.Ordinal),
            Trees.Files(Path.Combine(root, "quarantine/deliveries")));
        var log = new AuditLog(Path.Combine(root, "audit"), TimeProvider.System);
        Assert.Empty(log.Verify().Problems);
        // Eight starts have judged them, and each was decided on once.
        Assert.Equal(came, log.Read().Select(entry => entry.Event.Sha256!).Order(StringComparer.Ordinal));
    }

    /// <remarks>What was answered before the crash is not asked again, and what was finished is asked whether it has changed.</remarks>
    [TheoryNeeding("node")]
    [InlineData(FaultPlaces.LandingJournal, FaultPlaces.LandingVersions)]
    public async Task A_retrieval_from_the_web_killed_at_one_place_after_the_other_ends_whole(params string[] places)
    {
        using var folder = new TemporaryFolder();
        var root = folder["data"];
        await using var server = await ReplayServer.StartAsync(SampleSource.Of(SampleWorld.Load(Path.Combine(runs.House.Accepting, "pipelines"), new(2025, 12, 31))));
        server.GivesVersions = true;
        string[] live = ["--profile", "live", "--source-address", $"kolada-groups={server.Kolada}"];
        foreach (var place in places)
        {
            await KillAsync(place, runs.House.Accepting, root, null, live);
        }

        var asked = server.Asked.Select(question => question.Address).ToList();
        Assert.Equal(asked.Distinct().Count(), asked.Count);
        var again = await RunAsync(runs.House.Accepting, root, null, null, live);
        DataRootState.AssertWhole(root);
        DataRootState.AssertSwept(root);
        // One source is all that is taken in: the evaluation after it may say that it has too little to go on.
        Assert.True(again.Code is 0 or 2, again.Error);
        Assert.Equal(asked, server.Asked.Select(question => question.Address).Skip(asked.Count));
        Assert.Single(new LakeStore(Path.Combine(root, "lake")).Vintages("municipality_groups"));
        Assert.Equal([".read.json", ".versions.json"], Trees.Files(Path.Combine(root, "landing/kolada-groups")).Where(file => file[0] == '.'));
    }

    /// <remarks>Between the question whether one may publish and the rename nothing is written: there nodes are stopped and woken.</remarks>
    [Fact]
    public void Every_place_is_tried()
    {
        var tried = typeof(CrashTests).GetMethods().Concat(typeof(Nodes.NodeTests).GetMethods())
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().SelectMany(data => data.GetData(method)))
            .SelectMany(data => data.Cast<string>())
            .Select(place => string.Join(':', place.Split(':').Take(2)))
            .Where(place => place.Contains(':', StringComparison.Ordinal));
        Assert.Equal(FaultPlaces.All.Order(StringComparer.Ordinal), tried.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Each start sweeps what the one before left, goes past the place where that died, and dies at its own.</summary>
    private static async Task CrashAsync(string[] places, string house, string? from, string asOf, string expected)
    {
        using var folder = new TemporaryFolder();
        var root = folder["data"];
        if (from is not null)
        {
            Trees.Copy(from, root);
        }

        foreach (var place in places)
        {
            await KillAsync(place, house, root, asOf);
        }

        var again = await RunAsync(house, root, asOf);
        Assert.True(again.Code == 0, again.Error);
        DataRootState.AssertWhole(root);
        DataRootState.AssertSwept(root);
        DataRootState.AssertEqual(expected, root);
    }

    private static async Task KillAsync(string place, string house, string root, string? asOf, params string[] options)
    {
        var crashed = await RunAsync(house, root, asOf, place, options);
        Assert.True(crashed.Code == Killed, $"{place} was not reached: exit code {crashed.Code}. {crashed.Error}");
        DataRootState.AssertWhole(root);
    }

    private static Task<Command.Ended> RunAsync(string house, string root, string? asOf, string? fault = null, params string[] options) => Command.RunInAsync(
        house,
        new Dictionary<string, string> { [FaultPoint.Variable] = fault ?? "", [EncryptionKeys.Variable] = "test:" + Convert.ToBase64String(new byte[32]) },
        ["run", "--data", root, .. asOf is null ? Array.Empty<string>() : ["--as-of", asOf], .. options]);
}
