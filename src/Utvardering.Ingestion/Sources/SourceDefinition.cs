using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Sources;

/// <summary>One feed, as written in <c>pipelines/sources/&lt;source&gt;.yaml</c>.</summary>
public sealed record SourceDefinition
{
    /// <summary>Its name, also of its folders in landing, lake and quarantine.</summary>
    public required string Source { get; init; }

    public required LocalText Title { get; init; }

    public required string Adapter { get; init; }

    public required string Dataset { get; init; }

    public required SourceOrigin Origin { get; init; }

    /// <summary>Base address; null when the source is files.</summary>
    public Uri? Address { get; init; }

    /// <summary>Path patterns relative to the input folder; empty when the source is on the web.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Quartz cron expression, Europe/Stockholm; null: only when asked.</summary>
    public string? Schedule { get; init; }

    public required SourceLimits Limits { get; init; }

    /// <summary>Null: all is asked every time.</summary>
    public IncrementRules? Increments { get; init; }

    public SourcePatience Patience { get; init; } = SourcePatience.Usual;

    /// <summary>How the source wants to be named under its own figures.</summary>
    public required LocalText Attribution { get; init; }

    /// <summary>How it is to be named under figures we made of its figures; null: as <see cref="Attribution"/>.</summary>
    public LocalText? DerivedAttribution { get; init; }

    /// <summary>Open Definition id or the source's own words; null when it states none.</summary>
    public string? Licence { get; init; }

    /// <summary>Text encoding of the files, one of <see cref="Staging.TextFileReader.Names"/>; null: found out from the bytes.</summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// For event data: code → first day from which the source is complete for it. From then on an absent row is a true zero;
    /// before it nothing is known. The warehouse makes the zeros, ingestion never invents rows.
    /// </summary>
    public IReadOnlyDictionary<string, DateOnly> Complete { get; init; } = new Dictionary<string, DateOnly>();

    public required AdapterSettings Settings { get; init; }

    /// <summary>Full path of the YAML file.</summary>
    public required string File { get; init; }

    /// <summary>The address or patterns asked, as a text.</summary>
    public string Asked => Address?.AbsoluteUri ?? string.Join(", ", Files);
}
