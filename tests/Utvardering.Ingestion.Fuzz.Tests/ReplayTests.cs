using System.Globalization;
using System.Text.RegularExpressions;
using Utvardering.Ingestion.Fuzz.Tests.Campaign;
using Utvardering.Ingestion.Fuzz.Tests.Mutations;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;

namespace Utvardering.Ingestion.Fuzz.Tests;

/// <summary>
/// One mutant again: <c>UTVARDERING_FUZZ=kolada-v3:1234 dotnet test tests/Utvardering.Ingestion.Fuzz.Tests --filter ReplayTests</c>.
/// It takes ranges (<c>kolada-v3:1200-1399</c>) and several, divided by commas; a single mutant is also written to the temporary folder.
/// Without the variable it runs the first mutant of every specimen alone, as a replay would.
/// </summary>
public sealed partial class ReplayTests
{
    public const string Variable = "UTVARDERING_FUZZ";

    public static TheoryData<string> Mutants =>
        [.. Environment.GetEnvironmentVariable(Variable)?.Split(',', StringSplitOptions.TrimEntries) ?? [.. Specimens.All.Select(specimen => specimen.Name + ":0")]];

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_mutant_is_accepted_or_refused_with_its_problems(string mutants)
    {
        if (Asked().Match(mutants) is not { Success: true } asked)
        {
            throw new InvalidOperationException($"{Variable} is '{mutants}': write a specimen and a number or a range of them, kolada-v3:1234 or kolada-v3:1200-1399 say.");
        }

        var specimen = Specimens.All.SingleOrDefault(each => each.Name == asked.Groups[1].Value)
            ?? throw new InvalidOperationException($"There is no specimen '{asked.Groups[1].Value}'; there are {string.Join(", ", Specimens.All.Select(each => each.Name))}.");
        var first = int.Parse(asked.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        var last = asked.Groups[3].Success ? int.Parse(asked.Groups[3].ValueSpan, CultureInfo.InvariantCulture) : first;
        List<Mutant> made = [.. Enumerable.Range(first, last - first + 1).Select(number => Mutant.Of(specimen, number))];
        if (first == last && Environment.GetEnvironmentVariable(Variable) is not null)
        {
            File.WriteAllBytes(Path.Combine(Path.GetTempPath(), $"{specimen.Name}-{first}"), made[0].Bytes);
        }

        // As the campaign does it, which also tells apart what they do alone and together.
        var watched = made.Chunk(Specimen.Places).Select(Watch.Run).ToList();
        Assert.True(watched.TrueForAll(each => each.Faults.Count == 0), string.Join('\n', watched.SelectMany(each => each.Faults)));
        Assert.Equal(made.Count, watched.Sum(each => each.Verdicts.Count));
    }

    [GeneratedRegex(@"\A(.+):([0-9]{1,9})(?:-([0-9]{1,9}))?\z")]
    private static partial Regex Asked();
}
