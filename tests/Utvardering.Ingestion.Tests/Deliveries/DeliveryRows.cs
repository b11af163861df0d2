namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>Rows of a good delivery.</summary>
internal static class DeliveryRows
{
    public const string Header = "kommunkod;kvartal;åldersgrupp;kön;mått;instrument;antal;av;värde";

    public const string Good = "1490;2024K1;13–15 år;Pojkar;Orosanmälningar om barn och unga;;12;;";

    public static string File(params string[] rows) => string.Join("\r\n", [Header, .. rows, ""]);
}
