namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

internal static class Specimens
{
    public static IReadOnlyList<Specimen> All { get; } =
    [
        .. KoladaSpecimens.All, .. ScbSpecimens.All, .. OtherWebSpecimens.All, .. BraSpecimens.All, .. TableSpecimens.All, .. DeliverySpecimens.All, .. RealSpecimens.All,
    ];
}
