using Utvardering.Testing;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Warehouse.Tests.Registry;

/// <summary>The registry of the repository, held against the facts of the mission.</summary>
public sealed class RegistryFilesTests
{
    private static readonly RegistryFiles Registry = RegistryFiles.Load(Path.Combine(Repository.Root, "pipelines"));

    [Fact]
    public void There_are_290_municipalities_in_21_counties()
    {
        Assert.Equal(290, Registry.Municipalities.Count);
        Assert.Equal(21, Registry.Municipalities.Select(municipality => municipality.CountyCode).Distinct().Count());
        Assert.All(Registry.Municipalities, municipality => Assert.Equal(municipality.Code[..2], municipality.CountyCode));
    }

    [Theory]
    [InlineData("forstarkningsteam", "Borås Håbo Kalmar Sundsvall Strängnäs Uppsala")]
    [InlineData("bra-stod", "Linköping Södertälje Sigtuna Trollhättan Göteborg")]
    public void The_participants_are_those_that_the_assignment_names(string programme, string names)
    {
        var participants = Registry.Programmes.Single(candidate => candidate.Id == programme).Participants
            .Select(part => Registry.Municipalities.Single(municipality => municipality.Code == part.Municipality).Name);

        Assert.Equal(names.Split(' ').Order(StringComparer.Ordinal), participants.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_participation_rests_on_a_document_and_has_a_certainty()
        => Assert.All(
            Registry.Programmes.SelectMany(programme => programme.Participants),
            part => Assert.Contains(Registry.Documents, document => document.Id == part.Document));

    [Fact]
    public void The_wide_comparison_leaves_out_every_targeted_programme()
    {
        var targeted = Registry.Programmes.Where(programme => programme.Targeted).Select(programme => programme.Id);

        Assert.Equal(targeted, Registry.Groups.Single(group => group.Id == "never-treated").Without);
    }

    [Fact]
    public void A_participant_that_is_no_municipality_is_told_by_line()
    {
        using var registry = new RegistryCopy();
        registry.Replace("programmes.yaml", "\"1490\"", "\"9999\"");
        var line = Array.FindIndex(File.ReadAllLines(registry["programmes.yaml"]), text => text.Contains("9999", StringComparison.Ordinal)) + 1;

        Assert.Contains($"programmes.yaml line {line}: 'municipality' is '9999', and the registry has no such municipality code", registry.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("population-classes", "from: 20000,", "from: 10000,", "begin at 0 and each further one higher")]
    [InlineData("population-classes", "from: 0,", "from: 1,", "begin at 0 and each further one higher")]
    [InlineData("indicators", "domain: crime", "domain: weather", "'domain' is 'weather', which is not one of: crime, care_and_support")]
    [InlineData("indicators", "document: sfs-barnfridsbrott-2021", "document: nosuch", "'document' is 'nosuch', and the registry has no such document")]
    [InlineData("indicators", "    - from: 2021-07-01", "    - from: summer", "'from' is 'summer', which is not a date")]
    [InlineData("programmes", "role: pilot,", "role: pilot, strands: [recruitment_of_young],", "'strands' is 'recruitment_of_young', which is not one of: assessment, local_ways_of_working")]
    public void What_can_t_be_is_told_where_it_stands(string file, string right, string wrong, string told)
    {
        using var registry = new RegistryCopy();
        registry.Replace(file + ".yaml", right, wrong);

        Assert.Contains($"{file}.yaml", registry.Message(), StringComparison.Ordinal);
        Assert.Contains(told, registry.Message(), StringComparison.Ordinal);
    }
}
