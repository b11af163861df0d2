using Utvardering.Warehouse.Registry;

namespace Utvardering.Warehouse.Tests.Registry;

/// <summary>The comparison groups: what the repository has, and what is refused.</summary>
public sealed class GroupsTests : IDisposable
{
    private readonly RegistryCopy registry = new();

    [Fact]
    public void The_repository_has_the_groups_that_the_plan_compares_with()
    {
        var groups = registry.Load().Groups.ToDictionary(group => group.Id);

        Assert.Equal(["pilot", "bra-supported", "nordvast", "never-treated", "similar-kolada", "similar", "similar-wide"], groups.Keys);
        Assert.Equal("fou-nordvast", groups["nordvast"].Programme);
        Assert.Equal(["IFO", "socioekonomi"], Assert.IsType<PeerMembers>(groups["similar-kolada"].Members).By);
        var nearest = Assert.IsType<NearestMembers>(groups["similar"].Members);
        Assert.Equal((10, "pilot", "never-treated"), (nearest.Count, nearest.Of, nearest.Among));
        Assert.Equal(NearestMembers.Criteria, nearest.By);
        Assert.IsType<EveryMunicipality>(groups["never-treated"].Members);
    }

    [Theory]
    [InlineData("{programme: nosuch}", "'programme' is 'nosuch', and the registry has no such programme")]
    [InlineData("{programme: bra-stod, all: true}", "should have one of: programme, all, peers, nearest")]
    [InlineData("{without: targeted}", "should have one of: programme, all, peers, nearest")]
    [InlineData("{all: false, without: targeted}", "'all' is 'false'")]
    [InlineData("{all: true}", "has pilots of 'forstarkningsteam' in it")]
    [InlineData("{all: true, without: [bra-stod]}", "has pilots of 'forstarkningsteam' in it")]
    [InlineData("{all: true, without: [nosuch]}", "'without' is 'nosuch', and the registry has no such programme")]
    [InlineData("{all: true, without: everybody}", "'without' is 'everybody', which is not one of: targeted")]
    [InlineData("{peers: pilot, by: [IFO]}", "has pilots of 'forstarkningsteam' in it")]
    [InlineData("{peers: pilot, without: targeted}", "the key 'by' is missing")]
    [InlineData("{peers: pilot, by: [], without: targeted}", "'by' should name one thing or more, each once")]
    [InlineData("{peers: never-treated, by: [IFO], without: targeted}", "whose members are not a programme's")]
    [InlineData("{peers: later, by: [IFO], without: targeted}", "'peers' is 'later', and no group above has that id")]
    [InlineData("{nearest: 0, of: pilot, among: never-treated, by: [level]}", "'nearest' is 0, and should be above 0")]
    [InlineData("{nearest: 5, of: pilot, among: never-treated, by: [colour]}", "'by' is 'colour', which is not one of: level, trend, population, skr_group")]
    [InlineData("{nearest: 5, of: pilot, among: never-treated, by: [level, level]}", "'by' should name one thing or more, each once")]
    [InlineData("{nearest: 5, of: pilot, among: pilot, by: [level]}", "has pilots of 'forstarkningsteam' in it")]
    [InlineData("{nearest: 5, of: pilot, among: never-treated, by: [level], without: targeted}", "'without' is not for 'nearest'")]
    [InlineData("{nearest: 5, of: pilot, among: never-treated, by: [level], near: 3}", "unknown key 'near'")]
    public void A_mistake_is_told_with_its_line(string members, string told)
    {
        var file = registry["groups.yaml"];
        File.AppendAllText(file, $"- id: mine\n  title: {{sv: a, en: b}}\n  definite: {{sv: a, en: b}}\n  members: {members}\n");
        var line = File.ReadAllLines(file).Length;

        Assert.Contains($"groups.yaml line {line}: ", registry.Message(), StringComparison.Ordinal);
        Assert.Contains(told, registry.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pilot_that_has_also_another_programme_is_not_in_that_programmes_group()
    {
        registry.Replace("programmes.yaml", "municipality: \"0580\", role: supported", "municipality: \"1490\", role: supported");
        Assert.Equal(["forstarkningsteam"], registry.Load().Groups.Single(group => group.Id == "bra-supported").Without);

        registry.Replace("groups.yaml", "{programme: bra-stod, without: [forstarkningsteam]}", "{programme: bra-stod}");
        Assert.Contains("'members' of 'bra-supported' has pilots of 'forstarkningsteam' in it", registry.Message(), StringComparison.Ordinal);
    }

    public void Dispose() => registry.Dispose();
}
