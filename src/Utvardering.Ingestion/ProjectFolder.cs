namespace Utvardering.Ingestion;

/// <summary>Where the definitions lie: what runs (<c>pipelines/</c>) and what data must look like (<c>data-schema/</c>).</summary>
/// <param name="Root">The folder that holds both, the checkout's root.</param>
public sealed record ProjectFolder(string Root)
{
    public string Pipelines => Path.Combine(Root, "pipelines");

    public string Sources => Path.Combine(Root, "pipelines", "sources");

    public string Municipalities => Registry("municipalities");

    /// <summary>A list of the registry.</summary>
    public string Registry(string name) => Path.Combine(Root, "pipelines", "registry", name + ".csv");

    public string CodeLists => Path.Combine(Root, "data-schema", "codelists");

    public string Schema(string dataset) => Path.Combine(Root, "data-schema", dataset, "schema.json");
}
