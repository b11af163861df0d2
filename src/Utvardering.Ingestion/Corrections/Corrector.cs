using System.Globalization;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Ingestion.Corrections;

/// <summary>
/// Puts the registry's corrections into checked rows, in the order of the file. One that matches no row, or whose old value no longer
/// stands, stops the source: a stale correction would otherwise go on being believed.
/// </summary>
internal static class Corrector
{
    /// <param name="staged">Checked rows with unique keys.</param>
    /// <param name="corrections">Those that are meant for these rows; afterwards they stand in them.</param>
    /// <exception cref="InputException">A correction does not fit; the message names it and what is there.</exception>
    public static void Apply(StagedRows staged, IReadOnlyList<Correction> corrections)
    {
        foreach (var correction in corrections)
        {
            Apply(staged, correction);
        }

        if (corrections.Count > 0 && SchemaCheck.Broken(staged) is { Count: > 0 } broken)
        {
            throw new InputException(
                $"With the corrections {string.Join(", ", corrections.Select(correction => correction.Id))} the rows of {staged.Source.Source} break what they kept before: {string.Join(", ", broken)}. " +
                $"Mend {corrections[0].File} and run again.");
        }
    }

    private static void Apply(StagedRows staged, Correction correction)
    {
        Check(staged, correction);
        var schema = staged.Schema;
        var field = schema.Fields.Single(field => field.Name == correction.Column);
        var key = string.Join(" and ", schema.PrimaryKey.Select(name =>
            $"{SqlText.Identifier(name)} is not distinct from {Value(schema.Fields.Single(field => field.Name == name), correction.Key[name])}"));
        var found = staged.Database.Rows(
            $"select {StagedRows.FileColumn}, {StagedRows.RowColumn}, {TypedRows.TextOf(field.Name)}, " +
            $"{SqlText.Identifier(field.Name)} is not distinct from {Value(field, correction.Old)}, {SqlText.Identifier(field.Name)} is not distinct from {Value(field, correction.New)} " +
            $"from {TypedRows.View} where {key}");
        if (found is not [var row])
        {
            throw Stale(correction, $"{staged.Source.Source} has no row with {Shown(correction.Key)}", "Mend its key, or remove it");
        }

        if (row[3] is not true)
        {
            throw row[4] is true
                ? Stale(correction, $"{staged.Source.Source} now says {Quoted(correction.New)} itself in {Shown(correction.Key)}", "Give 'until' the last day it was needed, or remove it")
                : Stale(correction, $"{staged.Source.Source} now says {Quoted((string?)row[2])}, not {Quoted(correction.Old)}, in {correction.Column} of {Shown(correction.Key)}", "Look at the figure anew, and mend or remove the correction");
        }

        staged.Database.Execute(
            $"update {StagedRows.Table} set {SqlText.Identifier(field.Name)} = {Literal(correction.New)} " +
            string.Create(CultureInfo.InvariantCulture, $"where {StagedRows.FileColumn} = {row[0]} and {StagedRows.RowColumn} = {row[1]}"));
    }

    private static void Check(StagedRows staged, Correction correction)
    {
        var schema = staged.Schema;
        if (staged.Source.Origin == SourceOrigin.Delivered)
        {
            throw Stale(correction, $"it corrects {staged.Source.Source}, which is delivered, and its figures may not stand in a file of the project", "Ask for a new delivery, and remove it");
        }

        if (!schema.PrimaryKey.ToHashSet(StringComparer.Ordinal).SetEquals(correction.Key.Keys))
        {
            throw Stale(correction, $"its key names {string.Join(", ", correction.Key.Keys)}, and the key of {schema.Dataset} is {string.Join(", ", schema.PrimaryKey)}", "Mend its key");
        }

        if (schema.Fields.FirstOrDefault(field => field.Name == correction.Column) is not { } column || schema.PrimaryKey.Contains(correction.Column))
        {
            throw Stale(correction, $"'{correction.Column}' is no column of {schema.Dataset} beside its key", "Mend its column");
        }

        var typed = schema.Fields.Where(field => schema.PrimaryKey.Contains(field.Name)).Select(field => (field, Text: correction.Key[field.Name]))
            .Append((column, correction.Old)).Append((column, correction.New));
        foreach (var (field, text) in typed)
        {
            if (text is not null && staged.Database.Rows($"select {Value(field, text)} is null")[0][0] is true)
            {
                throw Stale(correction, $"'{text}' is no value of the column {field.Name} ({TypeTexts.Name(field.Type)})", "Mend it");
            }
        }
    }

    private static InputException Stale(Correction correction, string what, string remedy) =>
        new($"{correction.File} line {correction.Line}: the correction '{correction.Id}' does not fit: {what}. {remedy} and run again.");

    private static string Value(SchemaField field, string? text) => TypedRows.Value(field, Literal(text));

    private static string Literal(string? text) => text is null ? "null::varchar" : SqlText.Literal(text);

    private static string Quoted(string? text) => text is null ? "nothing" : $"'{text}'";

    private static string Shown(IReadOnlyDictionary<string, string?> key) => string.Join(", ", key.Select(part => $"{part.Key} {Quoted(part.Value)}"));
}
