using Utvardering.Methods.Answers;
using Utvardering.Methods.Tables;

namespace Utvardering.Methods.Catalog;

/// <summary>A method that can be run by its name on any tidy table, and tells all that its page of the manual says.</summary>
public interface IEstimationMethod
{
    MethodDescription Description { get; }

    /// <exception cref="Warehouse.InputException">The table or the options can't be used; the message says where and what to do.</exception>
    /// <exception cref="ArgumentException">The estimator refuses the panel; the message names the unit.</exception>
    MethodAnswer Run(MethodInput input);
}
