using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Exporting;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Dashboard;

/// <summary>Tables of figures as files. They hold no person, so whoever sees the figures may take them.</summary>
[Route("dasbor")]
public sealed class FigureExportsController(PortalDbContext db, ActingUser user, AreaDirectory areas, OfficeClock clock, FigureDesk figures, ExportDesk desk) : PortalController
{
    private const string FiguresPath = "/dasbor/unduh", AidPath = "/dasbor/bantuan/unduh";

    [HttpGet("unduh"), RequirePermission(Permission.ViewDashboard)]
    public Task<IActionResult> Figures(DashboardFilter filter, CancellationToken ct) => AskAsync(FiguresPath, filter, Permission.ViewDashboard, FigureExports.TableAsync, new ExportForm(), ct);

    [HttpPost("unduh"), RequirePermission(Permission.ViewDashboard)]
    public Task<IActionResult> Figures(DashboardFilter filter, ExportForm form, CancellationToken ct) => AskAsync(FiguresPath, filter, Permission.ViewDashboard, FigureExports.TableAsync, form, ct);

    [HttpGet("bantuan/unduh"), RequirePermission(Permission.ViewPrograms)]
    public Task<IActionResult> Aid(DashboardFilter filter, CancellationToken ct) => AskAsync(AidPath, filter, Permission.ViewPrograms, FigureExports.AidTableAsync, new ExportForm(), ct);

    [HttpPost("bantuan/unduh"), RequirePermission(Permission.ViewPrograms)]
    public Task<IActionResult> Aid(DashboardFilter filter, ExportForm form, CancellationToken ct) => AskAsync(AidPath, filter, Permission.ViewPrograms, FigureExports.AidTableAsync, form, ct);

    private async Task<IActionResult> AskAsync(string path, DashboardFilter filter, Permission permission,
        Func<FigureDesk, AreaDirectory, DashboardFrame, CancellationToken, Task<FigureTable?>> find, ExportForm form, CancellationToken ct)
    {
        IReadOnlyList<AreaCode> own = [.. user.AreasOf(permission)];
        filter.Judge(ModelState, clock.Today);
        if (filter.AreaWithin(areas, own) is not { } area || !DashboardFilter.IsReadable(ModelState))
            return NotFound();
        var frame = await DashboardFrame.ForAsync(db, clock, path, filter, area, own, ct);
        if (await find(figures, areas, frame, ct) is not { } table)
            return NotFound();
        form.Question = new ExportQuestion($"Unduh {table.NameInSentence}", $"{Lines(table)} di {areas.TitleOf(area)}, {frame.Source}, {frame.State}.", filter.At(path), filter.At(filter.PageOfTable));
        if (HttpMethods.IsGet(Request.Method))
            return View("Export", form);
        return ModelState.IsValid ? await SendAsync(frame, table, permission, form, ct) : Incomplete("Export", form);
    }

    private async Task<IActionResult> SendAsync(DashboardFrame frame, FigureTable table, Permission permission, ExportForm form, CancellationToken ct)
    {
        var format = form.Format ?? ExportFormat.Xlsx;
        var order = new ExportOrder($"{table.Name}, {areas.TitleOf(frame.Area)}", $"{frame.Filter.Table}-{frame.Area.Digits}", permission, format, form.Purpose ?? "")
        {
            AreaCode = frame.Area.Stored,
            Source = frame.Source,
            Filter = FigureExports.FilterWords(frame.Filter),
            State = frame.State,
            RowCount = table.Lines.Count,
        };
        return new ExportResult(await desk.OpenAsync(order, FigureExports.Headings(table), FigureExports.RowsAsync(table), ct), format);
    }

    private static string Lines(FigureTable table) => $"{table.Lines.Count} {table.LineWord}";
}
