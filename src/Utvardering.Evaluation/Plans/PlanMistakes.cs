using Utvardering.Warehouse;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>Collects the mistakes of a plan, so that all of them are told at once and not the first alone.</summary>
internal sealed class PlanMistakes
{
    private readonly List<string> messages = [];

    /// <summary>What was read, or the type's default where it could not be; the mistake is kept.</summary>
    public T? Of<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InputException mistake)
        {
            messages.Add(mistake.Message);
        }

        return default;
    }

    /// <summary>The same of something within a node, which may itself be missing: that has been told then.</summary>
    public T? Of<T>(SettingsNode? within, Func<SettingsNode, T> read) => within is null ? default : Of(() => read(within));

    /// <summary>The items of a list, each read as far as it can be; two of one name are a mistake.</summary>
    public IReadOnlyList<T> List<T>(SettingsNode node, string key, Func<SettingsNode, T> read, Func<T, string> id)
    {
        var items = Of(() => node[key].Items()) ?? [];
        var list = items.Select(read).ToList();
        foreach (var twice in list.Index().Where(item => id(item.Item).Length > 0).GroupBy(item => id(item.Item)).Where(group => group.Count() > 1))
        {
            messages.Add(items[twice.Last().Index].Fault($"is a second '{twice.Key}'").Message);
        }

        if (items.Count == 0 && messages.Count == 0)
        {
            messages.Add(node[key].Fault("is empty").Message);
        }

        return list;
    }

    /// <summary>Keys that nobody asked for are mistakes.</summary>
    public void Done(params ReadOnlySpan<SettingsNode?> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is not null)
            {
                Of(() => node.Done(true));
            }
        }
    }

    /// <exception cref="InputException">There are mistakes; the message holds them all, a line each.</exception>
    public void Throw()
    {
        var told = messages.Distinct(StringComparer.Ordinal).ToList();
        if (told.Count > 0)
        {
            throw new InputException(told.Count == 1 ? told[0] : $"{told.Count} mistakes:\n{string.Join('\n', told)}");
        }
    }
}
