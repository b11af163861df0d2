using Microsoft.AspNetCore.Http;

namespace Utvardering.Testing.Replay;

/// <summary>Answers otherwise than the source should.</summary>
/// <param name="right">What the source would have answered.</param>
public delegate Task Misbehaviour(HttpContext context, ReplayAnswer right);
