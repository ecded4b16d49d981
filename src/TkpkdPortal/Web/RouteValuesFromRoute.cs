using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Template;

namespace TkpkdPortal.Web;

/// <summary>
/// What the address names is read from the address alone. By default a form field of the same name would win: another record than the one
/// that the address, the audit and the log speak of.
/// </summary>
public sealed class RouteValuesFromRoute : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var named = action.Selectors.Concat(action.Controller.Selectors).Select(selector => selector.AttributeRouteModel?.Template).OfType<string>()
            .SelectMany(template => TemplateParser.Parse(template.TrimStart('/')).Parameters).Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in action.Parameters.Where(parameter => named.Contains(parameter.ParameterName)))
        {
            parameter.BindingInfo ??= new BindingInfo();
            parameter.BindingInfo.BindingSource = BindingSource.Path;
        }
    }
}
