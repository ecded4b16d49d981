using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TkpkdPortal.Data;

/// <summary>
/// A question of every request, that EF Core reads once for each model and not at each asking: reading costs more than the answer of one row.
/// Filters still apply as the scope of the asking has them.
/// </summary>
internal sealed class KeptQuery<TQuestion>(Func<TQuestion> compile)
    where TQuestion : class
{
    private readonly ConditionalWeakTable<IModel, TQuestion> _compiled = [];

    public TQuestion On(PortalDbContext db) => _compiled.GetValue(db.Model, _ => compile());
}
