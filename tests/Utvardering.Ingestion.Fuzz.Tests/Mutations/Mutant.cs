using Utvardering.Ingestion.Fuzz.Tests.Seeds;

namespace Utvardering.Ingestion.Fuzz.Tests.Mutations;

/// <summary>A seed with one to four changes, all of them a function of the specimen and the number.</summary>
/// <param name="Steps">What was done to it.</param>
internal sealed record Mutant(Specimen Specimen, int Number, Seed Seed, byte[] Bytes, IReadOnlyList<string> Steps)
{
    private const int MostSteps = 4;

    /// <summary>How to make it again: the value of <see cref="ReplayTests.Variable"/>, and what was done.</summary>
    public override string ToString() => $"{Specimen.Name}:{Number} ({string.Join(", ", Steps)})";

    public static Mutant Of(Specimen specimen, int number)
    {
        var draws = new Draws(specimen.Name, number);
        var place = number % Specimen.Places;
        var seed = specimen.Write(place);
        var other = specimen.Write((place + 1) % Specimen.Places).Bytes;
        var (bytes, steps) = (seed.Bytes, new List<string>());
        do
        {
            (var step, bytes) = Step(specimen.Form, bytes, other, draws);
            steps.Add(step);
        }
        while (steps.Count < MostSteps && draws.Chance(30));
        if (bytes.AsSpan().SequenceEqual(seed.Bytes))
        {
            (var step, bytes) = ByteMutations.Of(bytes, other, draws);
            steps.Add(step);
        }

        return new(specimen, number, seed, bytes, steps);
    }

    // Three of four changes know what they change, so that most mutants get past the parser.
    private static (string Step, byte[] Bytes) Step(Form form, byte[] bytes, byte[] other, Draws draws) => draws.Chance(25)
        ? form == Form.Text && draws.Chance(40) ? ByteMutations.Encoded(bytes, draws) : ByteMutations.Of(bytes, other, draws)
        : form switch
        {
            Form.Text => TextMutations.Of(bytes, draws),
            Form.Json => JsonMutations.Of(bytes, draws),
            Form.Xlsx => ZipMutations.Of(bytes, other, draws),
            Form.Xls => BiffMutations.Of(bytes, other, draws),
            _ => DbfMutations.Of(bytes, other, draws),
        };
}
