using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Web;

/// <summary>
/// Reads an address as a form is read: a form that only looks something up sends what was typed as a query, and 10/09/2026 is a day in September.
/// The framework reads queries as if they were written in America.
/// </summary>
internal sealed class TypedQueryValues : IValueProviderFactory
{
    public static void Use(IList<IValueProviderFactory> factories)
    {
        var standard = factories.OfType<QueryStringValueProviderFactory>().Single();
        factories[factories.IndexOf(standard)] = new TypedQueryValues();
    }

    public Task CreateValueProviderAsync(ValueProviderFactoryContext context)
    {
        if (context.ActionContext.HttpContext.Request.Query is { Count: > 0 } query)
            context.ValueProviders.Add(new QueryStringValueProvider(BindingSource.Query, query, Indonesian.Culture));
        return Task.CompletedTask;
    }
}
