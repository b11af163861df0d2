using System.Globalization;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>
/// A personal number of nobody, made here without any of the detector's code: date of birth, birth number and the control
/// digit as Skatteverket describes it (SKV 704): weights 2 and 1, digit sums, what lacks to the next ten.
/// </summary>
internal sealed record InventedNumber(DateOnly Born, bool Coordination, char? Letter, int Individual)
{
    public string Year => Born.Year.ToString(CultureInfo.InvariantCulture);

    public string Century => Year[..2];

    public string ShortYear => Year[2..];

    public string Month => Born.Month.ToString("D2", CultureInfo.InvariantCulture);

    public string Day => (Born.Day + (Coordination ? 60 : 0)).ToString("D2", CultureInfo.InvariantCulture);

    /// <summary>Birth number and control digit, or the letter and what follows.</summary>
    public string Last
    {
        get
        {
            var three = Individual.ToString("D3", CultureInfo.InvariantCulture);
            var counted = ShortYear + Month + Day + (Letter is null ? three : "1" + three[1..]);
            return (Letter is { } letter ? letter + three[1..] : three) + ControlDigit(counted);
        }
    }

    /// <summary>Drawn evenly over days, so that each month, decade and kind comes.</summary>
    public static InventedNumber Draw(Random random, bool letters)
    {
        var first = new DateOnly(1901, 1, 2);
        var born = first.AddDays(random.Next(Gate.Today.DayNumber - first.DayNumber + 1));
        var letter = letters && random.Next(5) == 0 ? "TRSUWXJKLMN"[random.Next(11)] : (char?)null;
        return new(born, random.Next(4) == 0, letter, random.Next(1, 1000));
    }

    private static int ControlDigit(string nine)
    {
        var sum = nine.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(product => (product / 10) + (product % 10));
        return (10 - (sum % 10)) % 10;
    }
}
