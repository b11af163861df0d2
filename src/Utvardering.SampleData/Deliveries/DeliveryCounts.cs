using Utvardering.SampleData.Chances;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Deliveries;

/// <summary>One measure of the municipalities' deliveries by quarter, age and sex.</summary>
internal sealed class DeliveryCounts(World world, DeliveryMeasure measure)
{
    private readonly OutcomeModel model = world.Model(measure, Grain.Quarter, world.Settings.Deliveries.FirstYear);
    private readonly Chance chance = new(world.Settings.Seed, measure.Id + " count");

    public DeliveryMeasure Measure => measure;

    /// <summary>Per 100 children aged 0–20 and quarter, or per cent of the investigations ended.</summary>
    public OutcomeModel Mean => model;

    /// <summary>The number of events among the children of the cell.</summary>
    public int Count(DeliveryCell cell)
    {
        var sex = world.Settings.Deliveries.Sexes[cell.Sex];
        // The children of the last day of the year before: known when the quarter is delivered.
        var year = Period.Year(Grain.Quarter, cell.Quarter) - 1;
        var children = world.Population.Aged(cell.Municipality, year, (Sex)(cell.Sex + 1), cell.Age.First, cell.Age.Last);
        var mean = model.Mean(cell.Municipality, cell.Quarter) / 100 * children * cell.Age.Factor * sex.Factor;
        return Draws(cell).Count(mean, 0);
    }

    /// <summary>The number out of so many investigations ended.</summary>
    public int Share(DeliveryCell cell, int ended) =>
        Draws(cell).Successes(ended, Math.Clamp(model.Mean(cell.Municipality, cell.Quarter) / 100, 0, 1));

    // Ages start at different years, so first age and sex tell the cells of a quarter apart.
    private Draws Draws(DeliveryCell cell) => chance.At(cell.Municipality.Number, (cell.Quarter * 100) + (cell.Age.First * 2) + cell.Sex);
}
