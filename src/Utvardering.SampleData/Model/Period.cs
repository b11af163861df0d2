namespace Utvardering.SampleData.Model;

/// <summary>Periods as whole numbers that follow each other: year × periods a year + place in the year from 0.</summary>
internal static class Period
{
    public static int Of(Grain grain, int year, int place = 0) => (year * (int)grain) + place;

    public static int Of(Grain grain, DateOnly day) => Of(grain, day.Year, (day.Month - 1) * (int)grain / 12);

    public static int Year(Grain grain, int period) => period / (int)grain;

    /// <summary>The place in the year, from 0.</summary>
    public static int Place(Grain grain, int period) => period % (int)grain;
}
