using Utvardering.Ingestion.Tests.Http;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.RealFiles.EachFile;

/// <summary>Every file of real data is taken in and held against figures read in it by hand; none is forgotten.</summary>
public sealed class EachFileTests
{
    private static readonly string[] Folders = ["bra", "kolada", "scb", "polisen", "population", "lists"];

    /// <summary>What no figure comes from, and why.</summary>
    private static readonly Dictionary<string, string> NoSourceData = new(StringComparer.Ordinal)
    {
        ["polisen/vulnerable_areas_2023/uso_2023.cpg"] = "names the encoding of the .dbf, which is found from its bytes",
        ["polisen/vulnerable_areas_2023/uso_2023.prj"] = "the projection of the borders",
        ["polisen/vulnerable_areas_2023/uso_2023.shp"] = "borders of the areas: no table of ours holds shapes",
        ["polisen/vulnerable_areas_2023/uso_2023.shp.xml"] = "who made the borders",
        ["polisen/vulnerable_areas_2023/uso_2023.shx"] = "places in the .shp",
    };

    private static readonly Dictionary<string, RealFileCase> Cases =
        BraCases.All.Concat(KoladaCases.All).Concat(ScbCases.All).Concat(ScbV1Cases.All).Concat(OtherCases.All).ToDictionary(one => one.File, StringComparer.Ordinal);

    public static TheoryData<string> Files => [.. Cases.Keys];

    [SharedDataTheory]
    [MemberData(nameof(Files))]
    public async Task A_real_file_goes_in_with_the_figures_that_stand_in_it(string file)
    {
        await using var web = await Web.OfRecordingsAsync();
        await Cases[file].Check(new(file, web));
    }

    [SharedDataFact]
    public void No_file_is_forgotten()
    {
        var there = Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RealFile.Data, folder), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RealFile.Data, file).Replace(Path.DirectorySeparatorChar, '/').Normalize()).Order(StringComparer.Ordinal);
        Assert.Equal(Cases.Keys.Concat(NoSourceData.Keys).Order(StringComparer.Ordinal), there);
    }
}
