using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;

namespace Utvardering.Ingestion.Fuzz.Tests.Campaign;

/// <summary>Counts of verdicts by specimen.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, SortedDictionary<string, int>> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Read, long Rows)> read = new(StringComparer.Ordinal);

    public int Total => rules.Values.Sum(counts => counts.Values.Sum());

    public void Add(Specimen specimen, Watched watched)
    {
        var counts = rules.TryGetValue(specimen.Name, out var known) ? known : rules[specimen.Name] = new(StringComparer.Ordinal);
        foreach (var verdict in watched.Verdicts.Values)
        {
            counts[verdict.Rule] = counts.GetValueOrDefault(verdict.Rule) + 1;
        }

        var (got, rows) = read.GetValueOrDefault(specimen.Name);
        read[specimen.Name] = (got + watched.Verdicts.Values.Count(verdict => verdict.WasRead), rows + watched.Rows);
    }

    public int Of(Specimen specimen) => rules.TryGetValue(specimen.Name, out var counts) ? counts.Values.Sum() : 0;

    /// <summary>The share that got past the reader.</summary>
    public double ShareRead(Specimen specimen) => (double)read[specimen.Name].Read / Of(specimen);

    /// <summary>A line a specimen: how many, and why in classes.</summary>
    public string Table()
    {
        var text = new StringBuilder();
        foreach (var (name, counts) in rules)
        {
            var why = string.Join(", ", counts.OrderByDescending(count => count.Value).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Key}")));
            text.Append(CultureInfo.InvariantCulture, $"{name}: {counts.Values.Sum()} files, {read[name].Rows} rows published; {why}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{Total} mutated files in all, {rules.Values.Sum(counts => counts.GetValueOrDefault(Verdict.Accepted))} accepted whole.").ToString();
    }
}
