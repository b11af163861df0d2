namespace Utvardering.Reporting.Charts;

/// <summary>The language a chart is read in: it decides number format, month names and the few words the program adds itself.</summary>
public enum ChartLanguage
{
    Swedish,
    English,
}
