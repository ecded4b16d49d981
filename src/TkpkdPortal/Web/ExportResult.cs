using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TkpkdPortal.Exporting;

namespace TkpkdPortal.Web;

/// <summary>Sends a table while it is read. When its user loses the right to it the connection is cut, so that half a file never looks whole.</summary>
public sealed class ExportResult(ExportTable table, ExportFormat format) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = TableWriter.ContentType(format);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(table.FileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        try
        {
            await TableWriter.WriteAsync(format, http.Response.Body, table, http.RequestAborted);
        }
        catch (ExportEndedException ended)
        {
            await http.RequestServices.GetRequiredService<ExportDesk>().NoteEndAsync(ended.Rows, CancellationToken.None);
            http.Abort();
        }
    }
}
