namespace Utvardering.Warehouse.Lineage;

/// <summary>What a name can mean at a place in a SELECT.</summary>
/// <param name="outer">The SELECT around, whose names can be used too; null: none.</param>
internal sealed class Scope(Scope? outer)
{
    private readonly List<Relation> relations = [];
    private readonly Dictionary<string, ReadQuery> expressions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlySet<TableColumn>> aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> parameters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A table in FROM. <paramref name="Hidden"/>: columns that * leaves out since USING has them from the other side.</summary>
    private sealed record Relation(string? Schema, string Alias, IReadOnlyList<ReadColumn> Columns, HashSet<string> Hidden);

    public void Add(string? schema, string alias, IReadOnlyList<ReadColumn> columns) => relations.Add(new(schema, alias, columns, []));

    /// <summary>Takes in what another place has in its FROM; of the columns of USING only this side's.</summary>
    public void Join(Scope right, IReadOnlyCollection<string> using_, bool bothSides)
    {
        var hidden = using_.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; bothSides && i < relations.Count; i++)
        {
            relations[i] = relations[i] with
            {
                Columns = [.. relations[i].Columns.Select(column => hidden.Contains(column.Name) && right.OwnColumn(column.Name) is { } other ? column with { From = column.From.Union(other.From).ToHashSet() } : column)],
            };
        }

        relations.AddRange(right.relations.Select(relation => relation with { Hidden = hidden.Union(relation.Hidden).ToHashSet(StringComparer.OrdinalIgnoreCase) }));
    }

    public void Name(string expression, ReadQuery query) => expressions[expression] = query;

    public void Alias(string name, IReadOnlySet<TableColumn> from) => aliases.TryAdd(name, from);

    public void Parameter(string name) => parameters.Add(name);

    /// <summary>The common table expression of that name.</summary>
    public ReadQuery? Expression(string name) => expressions.GetValueOrDefault(name) ?? outer?.Expression(name);

    /// <summary>What <c>*</c> or <c>relation.*</c> stands for.</summary>
    public IEnumerable<ReadColumn> Star(string relation)
        => relations.Where(candidate => relation.Length == 0 || Same(candidate.Alias, relation))
            .SelectMany(candidate => candidate.Columns.Where(column => relation.Length > 0 || !candidate.Hidden.Contains(column.Name)));

    /// <summary>The columns on both sides that USING names.</summary>
    public IEnumerable<TableColumn> Columns(IEnumerable<string> names) => names.SelectMany(name => OwnColumn(name)?.From ?? new HashSet<TableColumn>());

    /// <summary>The names that this place and another have in their FROM, for NATURAL.</summary>
    public IEnumerable<string> Shared(Scope other) => Star("").Select(column => column.Name).Where(name => other.OwnColumn(name) is not null).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns behind a name of one or more parts; null where it means nothing here.</summary>
    public IReadOnlySet<TableColumn>? Find(IReadOnlyList<string> name)
    {
        var found = (name.Count > 1 ? Qualified(name) : null) ?? OwnColumn(name[0])?.From ?? Whole(name[0]) ?? aliases.GetValueOrDefault(name[0]);
        return found ?? (parameters.Contains(name[0]) ? new HashSet<TableColumn>() : outer?.Find(name));
    }

    private IReadOnlySet<TableColumn>? Qualified(IReadOnlyList<string> name)
    {
        foreach (var relation in relations)
        {
            var column = Same(relation.Alias, name[0]) ? name[1] : name.Count > 2 && relation.Schema is { } schema && Same(schema, name[0]) && Same(relation.Alias, name[1]) ? name[2] : null;
            if (column is not null && relation.Columns.FirstOrDefault(candidate => Same(candidate.Name, column)) is { } found)
            {
                return found.From;
            }
        }

        return null;
    }

    private ReadColumn? OwnColumn(string name) => relations.SelectMany(relation => relation.Columns).FirstOrDefault(column => Same(column.Name, name));

    /// <summary>A whole row under its table's name.</summary>
    private HashSet<TableColumn>? Whole(string relation)
        => relations.Find(candidate => Same(candidate.Alias, relation)) is { } found ? found.Columns.SelectMany(column => column.From).ToHashSet() : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
