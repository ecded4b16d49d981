using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace TkpkdPortal.Web;

/// <summary>Finds a view beside its controller: the namespace below Features is the folder (docs/decisions/0002-feature-folders.md).</summary>
public sealed class FeatureViewLocations : IViewLocationExpander
{
    private const string Root = "TkpkdPortal.";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor action)
            context.Values["feature"] = action.ControllerTypeInfo.Namespace![Root.Length..].Replace('.', '/');
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values.TryGetValue("feature", out var feature))
            yield return $"/{feature}/{{0}}.cshtml";
        foreach (var shared in viewLocations)
            yield return shared;
    }
}
