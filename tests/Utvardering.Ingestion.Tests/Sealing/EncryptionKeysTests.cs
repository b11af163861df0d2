using Utvardering.Ingestion.Sealing;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Tests.Sealing;

public sealed class EncryptionKeysTests
{
    private static readonly string Good = Keys.Base64("good");

    [Fact]
    public void The_first_key_is_the_current_one_and_notes_are_passed_over()
    {
        Assert.Equal("b", EncryptionKeys.Parse($"# from 2026-01-01\nb:{Good}\n\na:{Keys.Base64("a")}\n", "a test").Current.Id);
    }

    [Fact]
    public void Keys_are_read_from_the_variable()
    {
        Assert.Equal("a", EncryptionKeys.Load(name => name == EncryptionKeys.Variable ? $"a:{Good}" : null).Current.Id);
    }

    [Fact]
    public void Without_a_key_the_message_says_how_to_make_one()
    {
        var fault = Assert.Throws<InputException>(() => EncryptionKeys.Load(_ => " "));
        Assert.Contains(EncryptionKeys.Variable, fault.Message, StringComparison.Ordinal);
        Assert.Contains("openssl rand -base64 32", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_variables_at_once_are_refused()
    {
        Assert.Contains("Both", Assert.Throws<InputException>(() => EncryptionKeys.Load(_ => "x")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-colon")]
    [InlineData("Upper:")]
    [InlineData(":bm9uYW1l")]
    [InlineData("short:c2hvcnQ=")]
    [InlineData("notbase64:åäö")]
    public void What_is_not_a_key_is_told_without_being_repeated(string entry)
    {
        var fault = Assert.Throws<InputException>(() => EncryptionKeys.Parse(entry, "the test"));
        Assert.Contains("the test", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(entry, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_key_without_name_is_not_repeated_either()
    {
        Assert.DoesNotContain(Good[..8], Assert.Throws<InputException>(() => EncryptionKeys.Parse(Good, "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_keys_of_one_name_are_refused()
    {
        Assert.Contains("two keys named 'a'", Assert.Throws<InputException>(() => EncryptionKeys.Parse($"a:{Good} a:{Good}", "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_file_open_to_others_is_refused_and_a_closed_one_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder["keys"];
        File.WriteAllText(path, $"a:{Good}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Assert.Contains("chmod 600", Assert.Throws<InputException>(() => EncryptionKeys.ReadFile(path)).Message, StringComparison.Ordinal);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Assert.Equal("a", EncryptionKeys.Load(name => name == EncryptionKeys.FileVariable ? path : null).Current.Id);
        Assert.Contains("can't be read", Assert.Throws<InputException>(() => EncryptionKeys.ReadFile(folder["absent"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_tells_its_name_and_nothing_else()
    {
        Assert.Equal("key a", EncryptionKeys.Parse($"a:{Good}", "x").Current.ToString());
    }
}
