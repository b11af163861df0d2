using System.Text.Json;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Adapters;

/// <summary>From a PxWeb table's cells to <c>population</c>, the same for all versions and formats.</summary>
internal static class PxWebPopulation
{
    /// <summary>The rows of a json-stat2 answer; its notes go with the figures.</summary>
    public static IEnumerable<IReadOnlyList<string?>> OfJsonStat(StagedRows staged, JsonElement json, PxWebSettings settings, SourceMarks marks)
    {
        JsonStat.Notes(json).ForEach(staged.Note);
        return JsonStat.Cells(json).Select(cell => Row(cell.Codes, cell.Value, cell.Mark, settings, marks));
    }

    /// <summary>municipality_code, reference_date, age_group, sex, population, status.</summary>
    /// <param name="codes">Code by variable.</param>
    /// <param name="number">Null when missing; then the mark says why.</param>
    public static IReadOnlyList<string?> Row(IReadOnlyDictionary<string, string> codes, string? number, string? mark, PxWebSettings settings, SourceMarks marks)
    {
        var (value, status) = number is null ? marks.Meaning(mark) : (number, null);
        var sex = codes.GetValueOrDefault(settings.SexVariable);
        return
        [
            codes[settings.RegionVariable], PxWebTime.LastDay(codes[settings.TimeVariable]), settings.AgeGroup(codes[settings.AgeVariable]),
            sex is null ? "total" : settings.Sexes.GetValueOrDefault(sex, sex), value, status,
        ];
    }
}
