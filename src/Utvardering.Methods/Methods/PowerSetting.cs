using System.Collections.Immutable;
using Utvardering.Methods.Tables;

namespace Utvardering.Methods.Methods;

/// <summary>What a design is run with in every draw of a power simulation.</summary>
/// <param name="Confidence">Of its intervals.</param>
/// <param name="Covariates">The names of the panel's covariates.</param>
/// <param name="Strata">The stratum of each unit; null: none.</param>
/// <param name="Time">The periods, for the time of year and for messages.</param>
internal sealed record PowerSetting(double Confidence, ImmutableArray<string> Covariates, IReadOnlyDictionary<string, string>? Strata, TimeColumn Time);
