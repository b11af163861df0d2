using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>
/// What a plan says, as places and values: comments, layout and the order of keys do not count, nor do the words for readers, so that
/// a misprint can be mended without the plan becoming another.
/// </summary>
internal sealed class PlanContent
{
    // Words for readers; `known` says what had been seen and is part of what was fixed.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "title", "contrast", "question" };

    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    private PlanContent()
    {
    }

    /// <summary>SHA-256 over <c>place=value</c> lines, in ordinal order of the places.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(values.Select(value => $"{value.Key}={value.Value}\n")))));

    public static PlanContent Of(SettingsNode node)
    {
        var content = new PlanContent();
        content.Add("", node);
        return content;
    }

    /// <summary>Where another content differs from this one, by place.</summary>
    public IReadOnlyList<PlanChange> ChangesTo(PlanContent now) => [.. values.Keys.Union(now.values.Keys, StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(place => new PlanChange(place, values.GetValueOrDefault(place), now.values.GetValueOrDefault(place)))
        .Where(change => change.Fixed != change.Now)];

    private void Add(string place, SettingsNode node)
    {
        if (node.IsMapping)
        {
            foreach (var key in node.Keys.Where(key => !Words.Contains(key)))
            {
                if (node.Find(key) is { } value)
                {
                    Add(place.Length == 0 ? key : $"{place}.{key}", value);
                }
            }
        }
        else if (node.IsList)
        {
            // An item is known by its id where it has one, so that one added in the middle is one change.
            foreach (var (index, item) in node.Items().Index())
            {
                var name = item.IsMapping && item.Keys.Contains("id") ? item["id"].Text() : index.ToString(CultureInfo.InvariantCulture);
                Add($"{place}[{name}]", item);
            }
        }
        else
        {
            values[place] = node.Text();
        }
    }
}
