using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Model;

/// <summary>What each source had published by the end of a day.</summary>
internal sealed class PublicationCalendar(WorldSettings settings, DateOnly asOf)
{
    /// <summary>The newest 31 December whose population was out; before the first year when none was.</summary>
    public int LastPopulationYear => LastYear(settings.Population.Published);

    /// <summary>The day the newest population came out.</summary>
    public DateOnly PopulationPublished => settings.Population.Published.In(LastPopulationYear + 1);

    /// <summary>The newest month of reported offences, as a <see cref="Period"/> of months.</summary>
    public int LastOffenceMonth => Period.Of(Grain.Month, asOf) - (asOf.Day >= settings.Offences.PublishedDay ? 1 : 2);

    /// <summary>Whether a year's reported offences could still change.</summary>
    public bool IsPreliminary(int year) => asOf < settings.Offences.Final.In(year + 1);

    /// <summary>How many times a month's first figure had been revised.</summary>
    public int Revisions(int month) => LastOffenceMonth - month;

    public int LastKpiYear(Kpi kpi) => Math.Min(LastYear(kpi.Published), kpi.Ended ?? int.MaxValue);

    /// <summary>The newest quarter delivered, as a <see cref="Period"/> of quarters.</summary>
    public int LastDeliveredQuarter
    {
        get
        {
            // In its first month, before the day, the quarter before is still awaited.
            var awaited = (asOf.Month - 1) % 3 == 0 && asOf.Day < settings.Deliveries.PublishedDay;
            return Period.Of(Grain.Quarter, asOf) - (awaited ? 2 : 1);
        }
    }

    /// <summary>The newest month of the support logs, as a <see cref="Period"/> of months.</summary>
    public int LastLoggedMonth => Period.Of(Grain.Month, asOf) - (asOf.Day >= settings.SupportLog.PublishedDay ? 1 : 2);

    private int LastYear(YearlyDay published) => asOf >= published.In(asOf.Year) ? asOf.Year - 1 : asOf.Year - 2;
}
