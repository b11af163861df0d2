namespace Utvardering.Warehouse.Models;

/// <summary>The order in which models are built: each after all that it reads.</summary>
public static class ModelOrder
{
    /// <param name="models">The models.</param>
    /// <param name="reads">What each reads, by full name.</param>
    /// <param name="given">Tables that are there already: the lake's and the registry's.</param>
    /// <exception cref="InputException">A model reads a table that nobody makes, or models read each other in a circle.</exception>
    public static IReadOnlyList<SqlModel> Sort(
        IReadOnlyList<SqlModel> models, IReadOnlyDictionary<string, IReadOnlySet<string>> reads, IReadOnlySet<string> given)
    {
        var byName = models.ToDictionary(model => model.FullName, StringComparer.Ordinal);
        var order = new List<SqlModel>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var open = new List<string>();

        void Visit(SqlModel model)
        {
            if (done.Contains(model.FullName))
            {
                return;
            }

            if (open.Contains(model.FullName))
            {
                throw new InputException($"The models read each other in a circle: {string.Join(" → ", open.SkipWhile(name => name != model.FullName))} → {model.FullName}. Break it in one of the files.");
            }

            open.Add(model.FullName);
            foreach (var table in reads[model.FullName])
            {
                if (byName.TryGetValue(table, out var needed))
                {
                    Visit(needed);
                }
                else if (!given.Contains(table))
                {
                    throw new InputException($"{model.Path}: reads {table}, which is neither a model nor a table of the lake or the registry. Check the name.");
                }
            }

            open.RemoveAt(open.Count - 1);
            done.Add(model.FullName);
            order.Add(model);
        }

        foreach (var model in models)
        {
            Visit(model);
        }

        return order;
    }
}
