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
        Draws(cell).Successes(ended, Probability(cell));

    /// <summary>The share, between 0 and 1.</summary>
    public double Probability(DeliveryCell cell) => Math.Clamp(model.Mean(cell.Municipality, cell.Quarter) / 100, 0, 1);

    /// <summary>The number out of so many, when some of them are counted already.</summary>
    /// <param name="counted">Cases of the share that this one includes.</param>
    /// <param name="theirs">Its probability.</param>
    public int Including(DeliveryCell cell, int ended, int counted, double theirs) =>
        counted + Draws(cell).Successes(ended - counted, Math.Clamp((Probability(cell) - theirs) / (1 - theirs), 0, 1));

    /// <summary>The median or mean of all together in a quarter, with one decimal.</summary>
    public double Figure(Municipality municipality, int quarter) =>
        Math.Round(model.Mean(municipality, quarter) * chance.At(municipality.Number, quarter).Factor(0.03), 1);

    // Ages start at different years, so first age and sex tell the cells of a quarter apart.
    private Draws Draws(DeliveryCell cell) => chance.At(cell.Municipality.Number, (cell.Quarter * 100) + (cell.Age.First * 2) + cell.Sex);
}
