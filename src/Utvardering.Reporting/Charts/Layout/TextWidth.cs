namespace Utvardering.Reporting.Charts.Layout;

/// <summary>
/// Widths of text in Source Sans 3, from the advance widths of the font files (1000 units to the em), without kerning: a per cent
/// or two too wide at most, which is what breaking lines and keeping labels apart needs. The worker measures exactly.
/// </summary>
internal static class TextWidth
{
    private const int FirstAscii = ' ';
    private const int PastAscii = 127;
    private const int FirstLatin1 = 160;
    private const int PastLatin1 = 256;

    /// <summary>For a letter outside the tables: an en dash is 480, a wide capital 650.</summary>
    private const int Other = 650;

    private static readonly short[] Regular =
    [
        200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497, 497,
        497, 497, 249, 249, 497, 497, 497, 425, 847, 544, 588, 571, 615, 527, 494, 617, 652, 263, 480, 579, 486, 727, 647, 664,
        566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555, 496, 292, 504,
        544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497, 200,
        289, 497, 497, 497, 497, 241, 497, 542, 744, 345, 429, 497, 311, 423, 542, 331, 497, 367, 367, 542, 562, 560, 249, 542,
        367, 365, 429, 781, 808, 796, 425, 544, 544, 544, 544, 544, 544, 822, 571, 527, 527, 527, 527, 263, 263, 263, 263, 639,
        647, 664, 664, 664, 664, 664, 497, 664, 645, 645, 645, 645, 476, 583, 576, 504, 504, 504, 504, 504, 504, 778, 456, 496,
        496, 496, 496, 246, 246, 246, 246, 544, 547, 542, 542, 542, 542, 542, 497, 542, 544, 544, 544, 544, 467, 555, 467,
    ];

    private static readonly short[] Semibold =
    [
        200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513, 513,
        513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745, 657, 674,
        582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564, 507, 317, 520,
        558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513, 200,
        315, 513, 513, 513, 513, 255, 513, 549, 747, 352, 455, 513, 322, 443, 549, 348, 513, 372, 372, 549, 578, 599, 275, 549,
        372, 369, 455, 795, 827, 807, 444, 558, 558, 558, 558, 558, 558, 834, 576, 538, 538, 538, 538, 282, 282, 282, 282, 651,
        656, 674, 674, 674, 674, 674, 513, 674, 655, 655, 655, 655, 501, 600, 604, 516, 516, 516, 516, 516, 516, 780, 462, 507,
        507, 507, 507, 262, 262, 262, 262, 552, 560, 549, 549, 549, 549, 549, 513, 549, 556, 556, 556, 556, 495, 564, 495,
    ];

    /// <summary>The width of one line, in pixels at a size in pixels.</summary>
    public static double Of(string text, double size, bool bold = false)
    {
        var advances = bold ? Semibold : Regular;
        var units = 0;
        foreach (var letter in text) units += Advance(advances, letter);
        return units * size / 1000;
    }

    /// <summary>Breaks a text at its spaces into lines no wider than <paramref name="width"/> pixels; a longer word stands alone on its line.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool bold = false)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Of($"{lines[^1]} {word}", size, bold) <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }

    /// <summary>As <see cref="Wrap"/>, in as many lines but as even ones as can be: for names in columns.</summary>
    public static IReadOnlyList<string> WrapEvenly(string text, double width, double size, bool bold = false)
    {
        var lines = Wrap(text, width, size, bold);
        while (lines.Count > 1)
        {
            var narrower = Wrap(text, lines.Max(line => Of(line, size, bold)) - 0.01, size, bold);
            if (narrower.Count > lines.Count || narrower.SequenceEqual(lines)) break;
            lines = narrower;
        }

        return lines;
    }

    private static int Advance(short[] advances, char letter) => (int)letter switch
    {
        >= FirstAscii and < PastAscii => advances[letter - FirstAscii],
        >= FirstLatin1 and < PastLatin1 => advances[letter - FirstLatin1 + PastAscii - FirstAscii],
        _ => Other,
    };
}
