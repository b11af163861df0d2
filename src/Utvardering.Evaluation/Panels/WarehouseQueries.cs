namespace Utvardering.Evaluation.Panels;

/// <summary>Every SELECT by which the evaluation reads the warehouse, so that a figure can be traced through the columns they name.</summary>
public static class WarehouseQueries
{
    internal const string Members = "select group_id, municipality_code from core.group_member order by all";

    internal const string Names = "select municipality_code, name from core.municipality";

    /// <summary>Of one indicator.</summary>
    internal const string Feeds = "select distinct origin, source, vintage from marts.municipality_series where indicator_id = ? order by all";

    /// <summary>Of one indicator.</summary>
    internal const string Cells = "select municipality_code, municipality, period_start, numerator, denominator, value, status, exposure_status from marts.municipality_series where indicator_id = ? order by 1, 3";

    /// <summary>Of one indicator.</summary>
    internal const string Groups = "select group_id, period_start, numerator, denominator, value, municipalities::integer, members::integer, exposure_status, persons from marts.group_series where indicator_id = ? order by 1, 2";

    /// <summary>Of one programme.</summary>
    internal const string Hours = "select municipality_code, month, sum(hours) from marts.implementation where programme_id = ? group by all order by all";

    internal const string SkrGroups = "select municipality_code, skr_group from core.municipality";

    internal const string Inhabitants = "select municipality_code, year, population from core.population_year_end where band = 'total' and population is not null";

    /// <summary>What the rows of a result table were made of, besides the choice of comparison municipalities.</summary>
    /// <param name="table">Such as <c>effects</c>.</param>
    public static IReadOnlyList<string> Behind(string table) => table switch
    {
        "dose" or "dose_response" => [Members, Names, Feeds, Cells, Hours],
        "group_trend" => [Feeds, Groups],
        "distances" => [Members, Names, Feeds, Cells, SkrGroups, Inhabitants],
        _ => [Members, Names, Feeds, Cells],
    };
}
