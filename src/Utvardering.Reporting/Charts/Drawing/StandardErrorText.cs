using System.Text;

namespace Utvardering.Reporting.Charts.Drawing;

/// <summary>The first of what a process says on its standard error, cut to what an error message can bear.</summary>
internal sealed class StandardErrorText
{
    private const int MostLetters = 1500;
    private const int MostLettersOfALine = 300;

    private readonly StringBuilder text = new();

    /// <summary>Empty, or a clause that begins with a comma.</summary>
    public string Said
    {
        get
        {
            lock (text) return text.Length == 0 ? "" : ", saying: " + text.ToString().Trim();
        }
    }

    public void Keep(string? line)
    {
        if (line is null) return;
        lock (text)
        {
            if (text.Length < MostLetters) text.AppendLine(line.Length > MostLettersOfALine ? line[..MostLettersOfALine] + "…" : line);
        }
    }
}
