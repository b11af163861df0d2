using System.Globalization;
using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>One effect as a row of the summary's table.</summary>
internal static class SummaryRow
{
    private const double Percent = 100;

    public static Cell[] Make(ReportContext context, OutcomeRow outcome, DesignRow design, Released<EffectRow> effect)
    {
        var language = context.Language;
        var row = effect.Row;
        var decimals = context.Decimals(outcome);
        var missing = Missing.Of(context, effect.Rule);
        var noShare = effect.IsSuppressed ? missing : language.Say("kan inte anges", "can't be given");
        return
        [
            Cell.Of(context.Title(outcome)),
            Cell.Of(context.Title(design)),
            Cell.Of(language, row.Estimate, decimals, missing) with { Target = row.ResultId },
            Cell.Of(language, row.Low, decimals, missing),
            Cell.Of(language, row.High, decimals, missing),
            Share(row.Relative),
            Share(row.RelativeLow),
            Share(row.RelativeHigh),
            row.PValue is { } p ? new Cell(language.PValue(p), language.Data(p)) : Cell.Of(missing),
            Cell.Of(string.Create(CultureInfo.InvariantCulture, $"{row.TreatedUnits} + {row.ControlUnits}")),
            Cell.Of(row.ResultId),
        ];

        Cell Share(double? share) => Cell.Of(language, share * Percent, Quantity.OfPercent((share ?? 0) * Percent), noShare);
    }
}
