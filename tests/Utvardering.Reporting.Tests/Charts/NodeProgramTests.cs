using Utvardering.Reporting.Charts;
using Utvardering.Reporting.Charts.Drawing;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Reporting.Tests.Charts;

public class NodeProgramTests
{
    private const string WhatToDo = "Install Node.js 18 or later so that the command node is on PATH (on Debian: apt-get install nodejs).";

    [Fact]
    public void Without_node_on_PATH_the_error_says_what_to_install()
    {
        using var empty = new TemporaryFolder();
        var error = Assert.Throws<InputException>(() => NodeProgram.Find(null, empty.Path));
        Assert.Equal("The charts are drawn by Node.js, and there is no node on PATH. " + WhatToDo, error.Message);
    }

    [Fact]
    public async Task The_check_at_the_start_meets_a_node_that_is_not_there()
    {
        await using var worker = new ChartWorker(new ChartWorkerOptions { Node = "/nowhere/node" });
        var error = await Assert.ThrowsAsync<InputException>(() => worker.CheckAsync());
        Assert.StartsWith("The charts are drawn by Node.js, but /nowhere/node does not run: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(WhatToDo, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_too_old_is_refused_with_its_version()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        var node = Script(folder, "echo v16.20.2");
        var error = Assert.Throws<InputException>(() => NodeProgram.Find(null, folder.Path));
        Assert.Equal($"{node} is Node.js v16.20.2, too old to draw the charts. {WhatToDo}", error.Message);
    }

    [Fact]
    public void A_program_that_is_no_node_is_refused_with_its_answer()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        var node = Script(folder, "echo hello");
        var error = Assert.Throws<InputException>(() => NodeProgram.Find(null, folder.Path));
        Assert.Equal($"The charts are drawn by Node.js, but {node} --version answered \"hello\". {WhatToDo}", error.Message);
    }

    [Fact]
    public async Task A_node_that_does_not_start_the_worker_is_refused_with_its_words()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        var node = Script(folder, "[ \"$1\" = --version ] && echo v20.0.0 && exit 0; echo broken >&2; exit 1");
        await using var worker = new ChartWorker(new ChartWorkerOptions { Node = node });
        var error = await Assert.ThrowsAsync<InputException>(() => worker.CheckAsync());
        Assert.Equal($"The chart worker does not start with {node}: the drawing process ended, saying: broken", error.Message);
    }

    private static string Script(TemporaryFolder folder, string command)
    {
        var path = folder["node"];
        File.WriteAllText(path, $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return path;
    }
}
