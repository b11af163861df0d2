using System.CommandLine;
using System.CommandLine.Parsing;

namespace Utvardering.Cli.Commands;

/// <summary><c>--source-address kolada=http://127.0.0.1:8080/v3</c>, once for each source.</summary>
internal static class SourceAddresses
{
    public static Option<IReadOnlyDictionary<string, Uri>> Option() => new("--source-address")
    {
        Description = "Ask a source at another address than its published one, such as a mirror: kolada=https://mirror.example/v3. May be given several times.",
        HelpName = "SOURCE=ADDRESS",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => new Dictionary<string, Uri>(),
        CustomParser = Read,
    };

    private static Dictionary<string, Uri> Read(ArgumentResult result)
    {
        var addresses = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (text.Split('=', 2) is [{ Length: > 0 } source, var address] && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            {
                addresses[source] = uri;
            }
            else
            {
                result.AddError($"--source-address '{text}' is not SOURCE=ADDRESS, such as kolada=https://mirror.example/v3.");
            }
        }

        return addresses;
    }
}
