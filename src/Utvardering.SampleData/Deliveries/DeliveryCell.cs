using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Deliveries;

/// <param name="Quarter">A period of quarters.</param>
/// <param name="Sex">The place in the settings' list of sexes: boys 0, girls 1.</param>
internal readonly record struct DeliveryCell(Municipality Municipality, int Quarter, AgeBand Age, int Sex);
