using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive;

public sealed class NaiveModelsTests
{
    [Fact]
    public void Every_model_has_a_naive_version_and_no_version_lacks_its_model()
        => Assert.Equal(House.Models.Select(model => model.FullName).Order(StringComparer.Ordinal), NaiveModels.All.Keys.Order(StringComparer.Ordinal));
}
