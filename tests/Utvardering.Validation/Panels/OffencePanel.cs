using System.Collections.Immutable;

namespace Utvardering.Validation.Panels;

/// <summary>Reported offences of one group by municipality and month, before the pilot began.</summary>
/// <param name="Id">The group's id.</param>
/// <param name="Title">The group in words.</param>
/// <param name="Municipalities">The codes, in order.</param>
/// <param name="Inhabitants">For each municipality.</param>
/// <param name="Counts">Municipalities × months; a month without an offence is a true zero.</param>
internal sealed record OffencePanel(
    string Id, string Title, ImmutableArray<string> Municipalities, ImmutableArray<double> Inhabitants, double[][] Counts);
