using Utvardering.Ingestion.Sealing;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Deliveries.Gate;

/// <summary>What becomes of bytes that the personal-data gate refuses: <c>refused</c> of <c>pipelines/deliveries.yaml</c>, and whether there is a key.</summary>
/// <param name="Mode">Without a key nothing can be sealed: then refused bytes are destroyed whatever the setting says.</param>
/// <param name="Keys">Null when none is configured.</param>
/// <param name="KeyIsMissing">True: the setting asks for sealing, and there is no key.</param>
internal sealed record RefusalPolicy(RefusalMode Mode, EncryptionKeys? Keys, bool KeyIsMissing)
{
    /// <param name="variables">Looks an environment variable up; null when it is not set.</param>
    /// <exception cref="InputException">The setting or the key is not what it should be.</exception>
    public static RefusalPolicy Load(ProjectFolder project, Func<string, string?> variables)
    {
        var map = SettingsFile.Load(Path.Combine(project.Root, "pipelines", "deliveries.yaml"));
        var seal = map.Done(map["refused"].OneOf("seal", "destroy")) == "seal";
        var keys = EncryptionKeys.LoadIfSet(variables);
        return new(seal && keys is not null ? RefusalMode.Sealed : RefusalMode.Destroyed, keys, seal && keys is null);
    }
}
