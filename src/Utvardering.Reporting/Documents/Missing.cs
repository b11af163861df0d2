namespace Utvardering.Reporting.Documents;

/// <summary>What stands where there is no figure: never a zero and never nothing.</summary>
internal static class Missing
{
    /// <summary>"lämnas inte ut" where a rule emptied the row, else "uppgift saknas".</summary>
    public static string Of(ReportContext context, string rule) => rule.Length > 0
        ? context.Language.Say("lämnas inte ut", "not released")
        : context.Language.Say("uppgift saknas", "not available");
}
