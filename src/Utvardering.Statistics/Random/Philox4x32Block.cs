namespace Utvardering.Statistics.Random;

/// <summary>128 bits as four words: a counter going into <see cref="Philox4x32"/>, or the random bits coming out.</summary>
/// <param name="Word0">The least significant word.</param>
/// <param name="Word1">The second word.</param>
/// <param name="Word2">The third word.</param>
/// <param name="Word3">The most significant word.</param>
public readonly record struct Philox4x32Block(uint Word0, uint Word1, uint Word2, uint Word3);
