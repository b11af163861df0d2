using Utvardering.Pipeline.Profiles;
using Utvardering.Portal.Wording;

namespace Utvardering.Portal.Shell;

/// <summary>What every page knows.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Profile">The profile that is served; made-up figures have a mark.</param>
/// <param name="Path">The page's own path, without a choice of language.</param>
/// <param name="Operator">Who is signed in; null: nobody.</param>
/// <param name="Token">What this page's forms carry, so that no other page can send them.</param>
/// <param name="Now">The time.</param>
public sealed record PageFrame(PortalLanguage Language, Profile Profile, string Path, string? Operator, string Token, DateTimeOffset Now);
