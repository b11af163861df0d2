namespace Utvardering.SampleData.Settings;

/// <summary>Reads <c>pipelines/registry/municipalities.csv</c>, in order of code.</summary>
internal static class MunicipalityRegister
{
    private const string Header = "municipality_code,name,county_code,county,skr_group";

    /// <exception cref="InvalidDataException">The file has another header, or a row that is not a municipality.</exception>
    public static IReadOnlyList<Municipality> Read(string pipelinesFolder)
    {
        var path = Path.Combine(pipelinesFolder, "registry", "municipalities.csv");
        var lines = File.ReadAllLines(path);
        if (lines.FirstOrDefault() != Header)
        {
            throw new InvalidDataException($"{path}, row 1: the header should be \"{Header}\". Restore the registry's columns.");
        }

        return [.. lines.Skip(1).Select((line, index) => Row(path, index + 2, line)).OrderBy(row => row.Code, StringComparer.Ordinal)];
    }

    private static Municipality Row(string path, int row, string line)
    {
        var cells = line.Split(',');
        return cells is [{ Length: 4 } code, var name, { Length: 2 } county, var countyName, var group] && code.All(char.IsAsciiDigit)
            ? new Municipality(code, name, county, countyName, group)
            : throw new InvalidDataException($"{path}, row {row}: \"{line}\" is not a municipality. Write {Header}, with a code of four digits.");
    }
}
