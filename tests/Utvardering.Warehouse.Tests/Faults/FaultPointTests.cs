using System.Reflection;
using Utvardering.Warehouse.Faults;

namespace Utvardering.Warehouse.Tests.Faults;

public sealed class FaultPointTests
{
    [Fact]
    public void Unset_nothing_is_armed()
    {
        Assert.Null(FaultPoint.Read(null));
        Assert.Null(FaultPoint.Read(""));
        FaultPoint.Reach(FaultPlaces.LakeBuilt);
    }

    [Theory]
    [InlineData("lake:built", "lake:built", 1, false)]
    [InlineData("lake:built:3", "lake:built", 3, false)]
    [InlineData("stop:lake:built", "lake:built", 1, true)]
    [InlineData("stop:lake:built:2", "lake:built", 2, true)]
    public void A_place_is_armed_for_its_first_or_nth_time_to_kill_or_to_stop(string setting, string place, int nth, bool stops) =>
        Assert.Equal((place, nth, stops), FaultPoint.Read(setting));

    [Theory]
    [InlineData("lake:bilt")]
    [InlineData("lake:built:0")]
    [InlineData("3")]
    [InlineData("stop:3")]
    public void A_place_that_is_none_is_refused(string setting) =>
        Assert.Contains("there is no such place", Assert.Throws<ArgumentException>(() => FaultPoint.Read(setting)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_place_is_in_the_list_once()
    {
        var named = typeof(FaultPlaces).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!);
        Assert.Equal(named.Order(StringComparer.Ordinal), FaultPlaces.All.Order(StringComparer.Ordinal));
        Assert.Equal(FaultPlaces.All.Count, FaultPlaces.All.Distinct().Count());
    }
}
