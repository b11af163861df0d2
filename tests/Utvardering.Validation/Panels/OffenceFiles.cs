using System.Collections.Immutable;
using System.Globalization;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Validation.Panels;

/// <summary>Reads the monthly offences, the inhabitants and the registry's eleven municipalities.</summary>
internal static class OffenceFiles
{
    /// <summary>The first month in which the file is complete.</summary>
    public static readonly DateOnly First = new(2019, 7, 1);

    /// <summary>The last month before the pilot.</summary>
    public static readonly DateOnly Last = new(2023, 12, 1);

    // One year's inhabitants for all months: the rates then move with the offences alone. 2021 is the last complete year.
    private const int PopulationYear = 2021;

    private static readonly (string Id, string Title, string[] Codes)[] Groups =
    [
        ("fire", "fire (offence code 1210)", ["1210"]),
        ("police-violence", "violence against police (codes 1701 and 1702)", ["1701", "1702"]),
    ];

    /// <summary>The data; null where the folder beside the checkout is absent.</summary>
    /// <param name="shared">The folder of real data.</param>
    /// <param name="pipelines">The repository's <c>pipelines</c>.</param>
    public static OffenceData? TryRead(string shared, string pipelines)
    {
        var folder = Path.Combine(shared, "data");
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var registry = RegistryFiles.Load(pipelines);
        var municipalities = registry.Municipalities.Select(municipality => municipality.Code).Order(StringComparer.Ordinal).ToImmutableArray();
        var inhabitants = Inhabitants(Path.Combine(folder, "population", "population_31dec.csv"), municipalities);
        var offences = Rows(Path.Combine(folder, "bra", "offences_municipality_month.csv"));
        var compared = registry.Programmes.Where(programme => programme.Targeted && programme.Id is "forstarkningsteam" or "bra-stod")
            .SelectMany(programme => programme.Participants)
            .Select(participant => participant.Municipality!)
            .Order(StringComparer.Ordinal);
        return new([.. Groups.Select(group => new OffencePanel(group.Id, group.Title, municipalities, inhabitants, Counts(offences, group.Codes, municipalities)))], [.. compared]);
    }

    private static double[][] Counts(List<Dictionary<string, string>> rows, string[] codes, ImmutableArray<string> municipalities)
    {
        var counts = municipalities.Select(_ => new double[MonthsSinceFirst(Last) + 1]).ToArray();
        foreach (var row in rows.Where(row => codes.Contains(row["offence_code"])))
        {
            var month = MonthsSinceFirst(DateOnly.ParseExact(row["month"], "yyyy-MM", CultureInfo.InvariantCulture));
            var municipality = municipalities.IndexOf(row["municipality_code"]);

            // A blank municipality is a place unknown: it belongs to none of them.
            if (municipality >= 0 && month >= 0 && month < counts[0].Length)
            {
                counts[municipality][month] += double.Parse(row["n"], CultureInfo.InvariantCulture);
            }
        }

        return counts;
    }

    private static ImmutableArray<double> Inhabitants(string file, ImmutableArray<string> municipalities)
    {
        var byCode = Rows(file).Where(row => row["year"] == PopulationYear.ToString(CultureInfo.InvariantCulture))
            .ToDictionary(row => row["municipality_code"], row => double.Parse(row["population"], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return [.. municipalities.Select(code => byCode.TryGetValue(code, out var inhabitants)
            ? inhabitants
            : throw new InvalidDataException($"{file} has no inhabitants of municipality {code} in {PopulationYear}: the rates need them."))];
    }

    // These files have no quoted fields.
    private static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static int MonthsSinceFirst(DateOnly month) => ((month.Year - First.Year) * 12) + month.Month - First.Month;
}
