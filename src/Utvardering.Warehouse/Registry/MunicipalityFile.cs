namespace Utvardering.Warehouse.Registry;

/// <summary>The registry's table of municipalities: plain comma-separated text without quotes.</summary>
public static class MunicipalityFile
{
    private const string Header = "municipality_code,name,county_code,county,skr_group";

    /// <exception cref="InputException">The file is missing, or a line is not of its form.</exception>
    public static IReadOnlyList<Municipality> Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{path} is missing. Restore it from the repository.");
        }

        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Header)
        {
            throw new InputException($"{path} line 1: the header should be {Header}.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. lines.Skip(1).Select((line, index) => Parse(path, index + 2, line, seen))];
    }

    private static Municipality Parse(string path, int number, string line, HashSet<string> seen)
    {
        var cells = line.Split(',');
        if (cells.Length != 5 || cells[0].Length != 4 || !cells[0].All(char.IsAsciiDigit))
        {
            throw new InputException($"{path} line {number}: five cells are needed, the first a code of four digits. Mend the line and run again.");
        }

        return seen.Add(cells[0])
            ? new Municipality(cells[0], cells[1], cells[2], cells[3], cells[4])
            : throw new InputException($"{path} line {number}: the code {cells[0]} stands twice. Remove one and run again.");
    }
}
