using System.CommandLine;
using Utvardering.Cli.Output;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Accounts;
using Utvardering.Warehouse;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering user add|remove|list</c></summary>
internal static class UserCommand
{
    public static Command Make()
    {
        var command = new Command("user", "The operators: those who may start, retry and cancel jobs on the pages.");
        command.Subcommands.Add(Make("add", "Makes an operator, or gives one a new password. The password is asked for, or read from standard input.", async (operators, name, stop) =>
        {
            await operators.SetAsync(name, ReadPassword(name), stop);
            Console.WriteLine($"{name} may sign in with that password.");
        }));
        command.Subcommands.Add(Make("remove", "Takes an operator away; who is signed in is out at once.", async (operators, name, stop) =>
            Console.WriteLine(await operators.RemoveAsync(name, stop) ? $"{name} is no operator any more." : throw new InputException($"There is no operator '{name}'."))));
        command.Subcommands.Add(List());
        return command;
    }

    private static Command Make(string verb, string description, Func<Operators, string, CancellationToken, Task> work)
    {
        var name = new Argument<string>("name") { Description = "The operator's name." };
        var (profile, data, store) = (SharedOptions.Profile(), SharedOptions.Data(), SharedOptions.Store());
        var command = new Command(verb, description) { name, profile, data, store };
        command.SetAction(async (parsed, stop) =>
        {
            var root = SharedOptions.DataRoot(parsed.GetValue(data), parsed.GetValue(profile)!);
            await using var database = await JobStore.OpenAsync(parsed.GetValue(store)!, root, stop);
            await work(new Operators(database, TimeProvider.System), parsed.GetValue(name)!, stop);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var (profile, data, store) = (SharedOptions.Profile(), SharedOptions.Data(), SharedOptions.Store());
        var command = new Command("list", "The operators' names.") { profile, data, store };
        command.SetAction(async (parsed, stop) =>
        {
            await using var database = await JobStore.OpenAsync(parsed.GetValue(store)!, SharedOptions.DataRoot(parsed.GetValue(data), parsed.GetValue(profile)!), stop);
            PlainTable.Write(["operator"], (await new Operators(database, TimeProvider.System).NamesAsync(stop)).Select(IReadOnlyList<string?> (name) => [name]));
            return ExitCode.Done;
        });
        return command;
    }

    private static string ReadPassword(string name)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        var first = Ask($"Password of {name} (at least {Operators.ShortestPassword} characters): ");
        return first == Ask("Once more: ") ? first : throw new InputException("The two passwords are not the same. Nothing was changed.");
    }

    private static string Ask(string question)
    {
        Console.Error.Write(question);
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
