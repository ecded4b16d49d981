using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Exporting;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Users;

public sealed partial class AccountFileTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005";

    private static readonly string[] Headings = ["pos_el", "nama", "peran", "wilayah", "opd", "mulai", "sampai"];

    private readonly TestPortal _portal = TestPortal.Start();
    private Visitor _desk = null!;

    public async Task InitializeAsync() => _desk = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Admin));

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Three_hundred_colleagues_get_their_accounts_at_once_and_each_a_link_of_the_own(string form)
    {
        var rows = Enumerable.Range(1, 300).Select(number => new[] { $"petugas{number}@uji.invalid", $"Petugas {number}", "Petugas kelurahan", number % 2 == 0 ? Village : OtherVillage, "", "", "" }).ToList();

        var trial = await SendAsync(rows, form);

        Assert.Contains("300 akun siap dibuat", trial.Text, StringComparison.Ordinal);
        Assert.Equal(0, await OpenedAsync());
        var made = await trial.SubmitAsync("main form");
        Assert.Contains("300 akun dibuat", made.Text, StringComparison.Ordinal);
        Assert.Equal(300, await OpenedAsync());
        var links = Link().Matches(made.Text).Select(match => match.Value).ToList();
        Assert.Equal(300, links.Distinct().Count());
        var chosen = await (await _portal.Visitor().GetAsync(new Uri(links[299]).PathAndQuery)).SubmitAsync("main form", ("Password", Account.Password), ("Repeated", Account.Password));
        Assert.Equal("/masuk", chosen.Location);
        var again = await SendAsync(rows[..3], form);
        Assert.Contains("sudah ada", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_named_with_its_row_its_column_and_what_to_do()
    {
        var trial = await SendAsync(
        [
            ["petugas1@uji.invalid", "Petugas Satu", "petugas", Village, "", "", ""],
            ["petugas1", "", "raja", Village, "", "", ""],
            ["petugas1@uji.invalid", "Kembar", "Petugas", Village, "", "", ""],
            ["lurah@uji.invalid", "Lurah", "Lurah", "62.71.04", "", "kemarin", ""],
            ["opd@uji.invalid", "Petugas OPD", "OPD", "", "Dinas Antariksa", "", ""],
            ["jauh@uji.invalid", "Jauh", "Lurah", "64.08.01.2003", "", "", "01/01/2020"],
            ["nomor@uji.invalid", "Nomor", "Lurah", "6271990302800001", "", "", ""],
        ], "csv");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, trial.StatusCode);
        var faults = trial.Document.QuerySelectorAll("main tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent))).ToList();
        Assert.Equal(["Baris 3 | pos_el", "Baris 3 | nama", "Baris 3 | peran", "Baris 4 | pos_el", "Baris 5 | mulai", "Baris 5 | wilayah", "Baris 6 | opd", "Baris 7 | sampai", "Baris 7 | wilayah", "Baris 8 | wilayah"],
            faults.Select(fault => string.Join(" | ", fault.Split(" | ")[..2])));
        Assert.Contains("sudah ada di baris 2", faults[3], StringComparison.Ordinal);
        Assert.DoesNotContain("6271990302800001", trial.Source, StringComparison.Ordinal);
        Assert.Equal(0, await OpenedAsync());
    }

    [Fact]
    public async Task Nobody_gets_an_account_where_one_of_them_cannot()
    {
        var trial = await SendAsync([["a@uji.invalid", "A", "Pimpinan", "", "", "", ""], ["b@uji.invalid", "B", "Pimpinan", "", "", "", ""]], "csv");
        await (await _desk.GetAsync("/pengguna/baru")).SubmitAsync("main form", ("FullName", "B"), ("Email", "b@uji.invalid"), ("Role", "Leadership"));

        var refused = await trial.SubmitAsync("main form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Baris 3", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await OpenedAsync());
    }

    [Fact]
    public async Task Whoever_changes_the_rows_on_the_way_is_judged_again()
    {
        var trial = await SendAsync([["a@uji.invalid", "A", "Pimpinan", "", "", "", ""]], "csv");

        var changed = await trial.SubmitAsync("main form", ("Rows", """[{"Row":2,"Email":"a@uji.invalid","FullName":"A","Role":"Lurah","Area":"64.08.01.2003","Opd":"","From":"","Until":""}]"""));
        var broken = await trial.SubmitAsync("main form", ("Rows", """[{"Row":2,"Email":null}]"""));

        Assert.Contains("di luar wilayah yang Anda kelola", changed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal(0, await OpenedAsync());
    }

    [Fact]
    public async Task The_links_come_as_a_workbook_where_that_is_wanted_and_are_kept_nowhere()
    {
        var trial = await SendAsync([["a@uji.invalid", "A", "Pimpinan", "", "", "", ""]], "csv");

        var file = await trial.SubmitAsync("main form", ("AsFile", "true"));

        Assert.Equal("tautan-pengguna.xlsx", file.Response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains(WorkbookText.Cells(file.Bytes), row => row.Contains("a@uji.invalid") && row.Any(cell => cell.Contains("kode=", StringComparison.Ordinal)));
        Assert.Equal(0, await _portal.Scenario.AsConsoleAsync(Permission.ManageUsers, services => services.GetRequiredService<PortalDbContext>().AuditEntries.CountAsync(entry => entry.Detail!.Contains("kode="))));
    }

    [Fact]
    public async Task The_example_shows_the_columns_that_the_file_asks_for()
    {
        var example = await _desk.GetAsync("/pengguna/berkas/contoh");

        Assert.Equal(Headings, WorkbookText.Cells(example.Bytes)[0]);
    }

    [Theory]
    [InlineData("", "Berkas kosong")]
    [InlineData("satu,dua\n1,2\n", "Baris judul daftar pengguna tidak ditemukan")]
    [InlineData("pos_el,nama,peran,mulai\na@uji.invalid,A,Pimpinan,\n", "Kolom yang belum ada: wilayah")]
    public async Task A_file_that_is_no_list_of_colleagues_is_refused_with_what_to_do(string content, string sentence)
    {
        var refused = await _desk.UploadAsync("/pengguna/berkas", "pengguna.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(content)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, refused.Text, StringComparison.Ordinal);
    }

    private async Task<Page> SendAsync(IEnumerable<string[]> rows, string form)
    {
        var content = form == "csv"
            ? Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Headings).Select(row => string.Join(',', row))))
            : await WorkbookWriter.WriteAsync("pengguna", Headings, rows.Select(row => (IReadOnlyList<string>)row).ToAsyncEnumerable(), default);
        return await _desk.UploadAsync("/pengguna/berkas", "pengguna." + form, new ByteArrayContent(content));
    }

    private Task<int> OpenedAsync() => _portal.Scenario.AsConsoleAsync(Permission.ManageUsers,
        services => services.GetRequiredService<PortalDbContext>().Users.CountAsync(u => !u.IsConsole && !u.Email!.StartsWith("admin")));

    [GeneratedRegex(@"http\S+kode=\S+")]
    private static partial Regex Link();
}
