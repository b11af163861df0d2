using System.Diagnostics;
using System.Globalization;
using System.Text;
using Utvardering.Warehouse;

namespace Utvardering.Reporting.Charts.Drawing;

/// <summary>The Node.js of this machine, found and found new enough.</summary>
internal static class NodeProgram
{
    private const int OldestMajor = 18;
    private const string WhatToDo = "Install Node.js 18 or later so that the command node is on PATH (on Debian: apt-get install nodejs).";

    /// <summary>The full path of a usable node: <paramref name="given"/>, or the first on <paramref name="searchPath"/>.</summary>
    /// <exception cref="InputException">There is none, it does not run, or it is too old.</exception>
    public static string Find(string? given, string? searchPath)
    {
        var node = given ?? OnPath(searchPath)
            ?? throw new InputException($"The charts are drawn by Node.js, and there is no node on PATH. {WhatToDo}");
        var version = VersionOf(node);
        if (!TryReadMajor(version, out var major))
            throw new InputException($"The charts are drawn by Node.js, but {node} --version answered \"{version}\". {WhatToDo}");
        return major >= OldestMajor ? node : throw new InputException($"{node} is Node.js {version}, too old to draw the charts. {WhatToDo}");
    }

    /// <summary>How the worker script is started: by its own settings only, with its streams in our hands.</summary>
    public static ProcessStartInfo Start(string node, string script, ChartWorkerOptions options)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var info = new ProcessStartInfo(node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        info.ArgumentList.Add("--max-old-space-size=" + options.HeapMegabytes.ToString(CultureInfo.InvariantCulture));
        info.ArgumentList.Add(script);
        // Nothing of the caller's surroundings (NODE_OPTIONS, time zone, language) may change a picture.
        var systemRoot = Environment.GetEnvironmentVariable("SystemRoot");
        info.Environment.Clear();
        if (systemRoot is not null) info.Environment["SystemRoot"] = systemRoot;
        info.Environment["LANG"] = "C.UTF-8";
        info.Environment["TZ"] = "UTC";
        return info;
    }

    private static string? OnPath(string? searchPath) => (searchPath ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node"))
        .FirstOrDefault(File.Exists);

    private static string VersionOf(string node)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(node, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var version = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return version;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException)
        {
            throw new InputException($"The charts are drawn by Node.js, but {node} does not run: {error.Message} {WhatToDo}", error);
        }
    }

    private static bool TryReadMajor(string version, out int major)
    {
        major = 0;
        return version.StartsWith('v')
            && int.TryParse(version[1..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out major);
    }
}
