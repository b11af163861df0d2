namespace Utvardering.SampleData.Settings;

internal enum KpiKind
{
    /// <summary>Events per 100 000 inhabitants.</summary>
    Rate,

    /// <summary>A mean number of days over a municipality's cases.</summary>
    Days,

    /// <summary>A number of children; the level is per 100 children aged 0–20.</summary>
    Count,

    /// <summary>Per cent of the inhabitants aged 16–24.</summary>
    Share,

    /// <summary>Children by so many aged 0–20 as <see cref="Kpi.Per"/> says.</summary>
    ChildRate,

    /// <summary>Per cent of a municipality's cases, whose number is not published.</summary>
    CaseShare,

    /// <summary>Kronor by inhabitant.</summary>
    Amount,
}
