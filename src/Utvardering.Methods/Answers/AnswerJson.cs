using System.Text.Encodings.Web;
using System.Text.Json;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Methods.Answers;

/// <summary>
/// An answer for the next program: one object, UTF-8, the same bytes for the same input. A number that a method does not give is null;
/// an endless limit is the text "Infinity" or "-Infinity", since JSON has no such number.
/// </summary>
public static class AnswerJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="dataSha256">The hash of the file that was read, 64 hexadecimal digits.</param>
    public static byte[] Write(MethodDescription method, MethodInput input, MethodAnswer answer, string dataSha256)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteString("method", method.Name);
            WriteInput(json, method, input, dataSha256);
            json.WriteStartArray("estimates");
            foreach (var estimate in answer.Estimates)
            {
                WriteEstimate(json, estimate);
            }

            json.WriteEndArray();
            json.WriteStartObject("tables");
            foreach (var table in answer.Tables)
            {
                WriteTable(json, table);
            }

            json.WriteEndObject();
            WriteWarnings(json, [.. answer.Warnings]);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.ToArray();
    }

    private static void WriteInput(Utf8JsonWriter json, MethodDescription method, MethodInput input, string dataSha256)
    {
        json.WriteStartObject("data");
        json.WriteString("file", input.Table.File);
        json.WriteString("sha256", dataSha256);
        json.WriteNumber("rows", input.Table.RowCount);
        json.WriteStartObject("columns");
        foreach (var role in Enum.GetValues<ColumnRole>().Where(role => input.Columns.Of(role).Count > 0))
        {
            json.WriteString(role.ToString().ToLowerInvariant(), string.Join(',', input.Columns.Of(role)));
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("options");
        foreach (var (name, value) in input.Options.All)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        if (method.UsesSeed)
        {
            json.WriteNumber("seed", input.Seed);
        }
        else
        {
            json.WriteNull("seed");
        }
    }

    private static void WriteEstimate(Utf8JsonWriter json, NamedEstimate named)
    {
        var estimate = named.Estimate;
        json.WriteStartObject();
        json.WriteString("name", named.Name);
        json.WriteString("method", estimate.Method);
        Write(json, "estimate", estimate.Value);
        Write(json, "standardError", estimate.StandardError);
        Write(json, "degreesOfFreedom", estimate.DegreesOfFreedom);
        Write(json, "low", estimate.Interval.Low);
        Write(json, "high", estimate.Interval.High);
        Write(json, "confidence", estimate.Interval.Confidence);
        Write(json, "pValue", estimate.PValue);
        WriteSample(json, estimate.Sample);
        WriteWarnings(json, [.. estimate.Warnings]);
        json.WriteEndObject();
    }

    private static void WriteSample(Utf8JsonWriter json, SampleSize sample)
    {
        json.WriteStartObject("sample");
        json.WriteNumber("observations", sample.Observations);
        json.WriteNumber("units", sample.Units);
        json.WriteNumber("treatedUnits", sample.TreatedUnits);
        json.WriteNumber("periods", sample.Periods);
        Write(json, "clusters", sample.Clusters);
        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, MethodTable table)
    {
        json.WriteStartArray(table.Name);
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            foreach (var (column, cell) in table.Columns.Zip(row))
            {
                Write(json, column, cell);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWarnings(Utf8JsonWriter json, IReadOnlyList<EstimationWarning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(warning.Kind.ToString()));
            json.WriteString("unit", warning.Unit);
            Write(json, "period", warning.Period?.ToString("O", null));
            Write(json, "value", warning.Value);
            Write(json, "limit", warning.Limit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null or double.NaN:
                json.WriteNull(name);
                break;
            case double number when double.IsInfinity(number):
                json.WriteString(name, number > 0 ? "Infinity" : "-Infinity");
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case int whole:
                json.WriteNumber(name, whole);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            default:
                json.WriteString(name, value.ToString());
                break;
        }
    }
}
