namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>The formats of <see cref="CellLook"/>, in its order.</summary>
internal static class SheetStyles
{
    private const string Text = "49";

    public static string Xml { get; } =
        $"<styleSheet xmlns=\"{WorkbookWriter.Main}\">"
        + "<fonts count=\"4\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><color rgb=\"FF8B0000\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        + Fill("FFD9E2F3") + Fill("FFB4C6E7") + Fill("FFFFC7CE") + "</fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"7\">"
        + Format("0", 0, 0) + Format(Text, 0, 0) + Format(Text, 1, 2) + Format(Text, 1, 3) + Format("0", 2, 0) + Format("0", 0, 0, wrapped: true) + Format(Text, 3, 4)
        + "</cellXfs></styleSheet>";

    private static string Fill(string colour) =>
        $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>";

    private static string Format(string number, int font, int fill, bool wrapped = false) =>
        $"<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
        + (wrapped ? " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>" : "/>");
}
