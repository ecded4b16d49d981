using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Doubles;
using TkpkdPortal.Features.Households.Events;
using TkpkdPortal.Features.Rounds.Letters;
using TkpkdPortal.Features.Rounds.Steps;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Access;

/// <summary>One office with a family, work in every state, and everybody who may ask; and for each endpoint a request that is valid.</summary>
public sealed class EndpointOffice : IAsyncLifetime
{
    public const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", ThirdVillage = "62.71.04.1003", OtherDistrict = "62.71.05";

    private const string Neighbourhood = "62.71.04.1004.001.001.";

    public const string HeadName = "SITI UJI";

    private static readonly string[] AboutTheFamily = [" /keluarga/{id", " /kunjungan/{id", " /kunjungan/{visit", " /kunjungan/keluarga/{id", " /lapangan/kunjungan/{visit:guid}/{revision", " /lapangan/kunjungan/{visit:guid}/foto", " /lapangan/kunjungan/{visit:guid}/buang", " /periksa/{id", " /intervensi/baru", " /intervensi/{id",
        " /program/{id:guid}/", " /kualitas-data/ganda/{id", " /kualitas-data/kelurahan/{kode", " /kualitas-data/ketidakselarasan/putusan/{id", " /sanggahan/{id", "POST /verval/{id:guid}/tautan", " /sanggahan/baru/{keluarga", " /keluarga/anggota/{id", " /serah-terima/{id", " /tugas-opd/rujukan/{id", " /tugas-opd/rujukan/baru/{id", " /kasus/{id", " /kasus/baru/{keluarga", " /graduasi/keluarga/{id", "POST /tindak-lanjut/{id", " /dasbor/profil/{kode", " /serah-terima/keluarga/{id", " /musyawarah/{id", "/musyawarah/{village", " /usulan/{id", " /lapangan/usulan/{proposal",
        "/surat-tugas/{village", " /surat-tugas/{id", "POST /verval/{id:guid}/formulir", "POST /kunjungan/kertas"];

    private Account _enumerator = null!;
    private Guid _meeting;
    private Guid _recipients;
    private int _answers;
    private int _profiles;
    private int _links;
    private int _figures;

    public EndpointOffice()
        : this(services: null)
    {
    }

    /// <summary>The same office, watched.</summary>
    internal EndpointOffice(Action<IServiceCollection>? services) => Portal = TestPortal.Start(services: services);

    public TestPortal Portal { get; }

    public IReadOnlyList<Principal> Principals { get; private set; } = [];

    /// <summary>A family of the village, with a need that is the duty of the OPD.</summary>
    public Guid Household { get; private set; }

    public ImportBatch Batch { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Batch = await Portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
            new FamilyRow("627123000001", "6271041004") { HeadName = HeadName, Nik = "6271990302800001", Occupation = "Tidak/belum bekerja" },
            new FamilyRow("627123000002", "1101012001") { HeadName = "JAUH UJI" });
        Household = await Portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
            services => services.GetRequiredService<PortalDbContext>().Households.Select(h => h.PublicId).SingleAsync());
        _recipients = (await Portal.Scenario.ImportRecipientsAsync("2024", new RecipientLine("6271990302990009", "6271041004"))).PublicId;
        _meeting = await Portal.Scenario.MeetingAsync();
        var principals = new List<Principal> { new(Principal.Anonymous, null, Portal.Visitor()) };
        foreach (var role in Enum.GetValues<Role>())
            principals.Add(await EnterAsync(Roles.Codes.Label(role), role, role is Role.DistrictHead ? "62.71.04" : role is Role.VillageHead or Role.Enumerator ? Village : "62.71"));
        _enumerator = principals.Single(one => one.Account?.Role is Role.Enumerator).Account!;
        principals.Add(await EnterAsync("district-head elsewhere", Role.DistrictHead, OtherDistrict, isElsewhere: true));
        principals.Add(await EnterAsync("village-head elsewhere", Role.VillageHead, OtherVillage, isElsewhere: true));
        principals.Add(await EnterAsync("enumerator elsewhere", Role.Enumerator, OtherVillage, isElsewhere: true));
        principals.Add(await EnterAsync("opd of another duty", Role.Opd, "62.71", isElsewhere: true, opd: "Disdik"));
        var closed = await EnterAsync(Principal.Closed, Role.Analyst, "62.71");
        await Portal.Scenario.DisableAsync(closed.Account!);
        var ended = await EnterAsync(Principal.Ended, Role.Analyst, "62.71");
        await Portal.Scenario.EndAssignmentsAsync(ended.Account!);
        Principals = [.. principals, closed, ended];
    }

    public async Task DisposeAsync() => await Portal.DisposeAsync();

    /// <summary>The valid request of this endpoint names the family, a visit to it, or aid and a program that are another OPD's, in the address or in the form.</summary>
    public static bool IsAboutTheFamily(string endpoint) => AboutTheFamily.Any(part => endpoint.Contains(part, StringComparison.Ordinal));

    /// <summary>Answers null for an endpoint that nobody has written a valid request for.</summary>
    public Func<Principal, Task<ValidRequest>>? RequestFor(string endpoint) => endpoint switch
    {
        "GET /" or "GET /menunggu" or "GET /masuk" or "GET /keluar" or "GET /dasbor" or "GET /dasbor/karakteristik" or "GET /dasbor/bantuan" or "GET /dasbor/bps" or "GET /dasbor/bps/baru" or "GET /impor" or "GET /impor/baru" or "GET /impor/profil" or "GET /intervensi" or "GET /program" or "GET /program/baru"
            or "GET /rakor" or "GET /laporan" or "GET /rakor/baru" or "GET /verval" or "GET /verval/baru" or "GET /sanggahan" or "GET /rt" or "GET /verval/menunggu/kecamatan" or "GET /verval/menunggu/validasi" or "GET /verval/menunggu/kembali" or "GET /periksa" or "GET /usulan" or "GET /usulan/baru" or "GET /kunjungan" or "GET /kunjungan/kertas" or "GET /keluarga" or "GET /keluarga/nomor" or "GET /cadangan" or "GET /serah-terima" or "GET /panduan" or "GET /kualitas-data/ganda" or "GET /pemadanan" or "GET /pemadanan/jawaban" or "GET /pemadanan/jawaban/baru"
            or "GET /kualitas-data" or "GET /kualitas-data/banding" or "GET /kualitas-data/kode-bps" or "GET /kualitas-data/rilis" or "GET /kualitas-data/kelurahan"
            or "GET /kualitas-data/ketidakselarasan" or "GET /kualitas-data/ketidakselarasan/hitungan" or "GET /kualitas-data/ketidakselarasan/putusan" or "GET /kualitas-data/ketidakselarasan/aturan"
            or "GET /kebutuhan/aturan" or "GET /kebutuhan/aturan/baru" or "GET /tumpang-tindih" or "GET /tumpang-tindih/aturan" or "GET /kebutuhan" or "GET /lokus" or "GET /tugas-opd" or "GET /tugas-opd/rujukan" or "GET /anggaran" or "GET /anggaran/dana-desa" or "GET /kasus" or "GET /graduasi" or "GET /graduasi/aturan" or "GET /tindak-lanjut" or "GET /tindak-lanjut/matriks.pdf"
            or "GET /privasi" or "GET /privasi/pemberitahuan/baru" or "GET /privasi/permohonan" or "GET /privasi/permohonan/baru"
            or "GET /audit" or "GET /pengaturan" or "GET /pengaturan/dasar-hukum" or "GET /pengaturan/kode" or "GET /pengguna/tinjauan" or "GET /pengguna" or "GET /pengguna/baru"
            or "GET /lapangan" or "GET /sw.js" or "GET /manifest.webmanifest" or "GET /lapangan/akun" or "GET /lapangan/daftar" or "GET /pengguna/berkas" or "GET /pengguna/berkas/contoh"
            or "* /health/live" or "* /health/ready" => _ => Get(endpoint[(endpoint.IndexOf(' ', StringComparison.Ordinal) + 1)..]),
        "* /galat/{code:int}" => _ => Get("/galat/404"),
        "* /{*path}" => _ => Get("/tidak-ada"),
        "GET /akun/siapkan/{id:guid}" => _ => Get($"/akun/siapkan/{Guid.Empty}"),
        "POST /dasbor/bps/baru" => _ => Post("/dasbor/bps/baru", ("Indicator", "PoorShare"), ("Scope", "Office"), ("Year", FormattableString.Invariant($"{2000 + (Interlocked.Increment(ref _figures) % 25)}")), ("Month", "3"), ("Value", "3,52"), ("Source", "BPS Kota uji 2025"),
            ("PublishedOn", "15/07/2025")),
        "GET /kualitas-data/kelurahan/{kode}" => _ => Get($"/kualitas-data/kelurahan/{Village}"),
        "POST /kualitas-data/kelurahan/{kode}/lembar" => _ => Post($"/kualitas-data/kelurahan/{Village}/lembar", ("rt", Neighbourhood)),
        "GET /kualitas-data/banding/keluarga" => async _ => await Get($"/kualitas-data/banding/keluarga?a={await ReleaseAsync("2023")}&b={await ReleaseAsync("2022")}"),
        "GET /kualitas-data/rilis/{id:guid}" or "GET /kualitas-data/rilis/{id:guid}/ubah" => async _ => await Get(endpoint["GET ".Length..].Replace("{id:guid}", (await ReleaseAsync("2023")).ToString(), StringComparison.Ordinal)),
        "POST /kualitas-data/rilis/{id:guid}/ubah" => async _ => await Post($"/kualitas-data/rilis/{await ReleaseAsync("2023")}/ubah", ("Owner", $"Kemenko PMK {Guid.NewGuid()}"),
            ("Version", Text(await VersionAsync(db => db.ListReleases.Where(r => r.Name == "2023").Select(r => r.Version))))),
        "POST /dasbor/bps/{id:guid}/putusan" => async _ => await Post($"/dasbor/bps/{await Portal.Scenario.MacroFigureAsync()}/putusan", ("Decision", "Confirm"), ("Version", "0")),
        "GET /dasbor/profil/{kode}/profil.pdf" => _ => Get($"/dasbor/profil/{Village}/profil.pdf"),
        "GET /dasbor/unduh" => _ => Get("/dasbor/unduh?tabel=verval"),
        "POST /dasbor/unduh" => _ => Post("/dasbor/unduh?tabel=verval", Export),
        "GET /dasbor/bantuan/unduh" => _ => Get("/dasbor/bantuan/unduh?tabel=wilayah"),
        "POST /dasbor/bantuan/unduh" => _ => Post("/dasbor/bantuan/unduh?tabel=wilayah", Export),
        "POST /kualitas-data/ketidakselarasan/putus" => _ => Post("/kualitas-data/ketidakselarasan/putus?isian=Roof", ("Form.IsAll", "true"), ("Form.Chosen", "First"), ("Form.Reason", "Uji.")),
        "GET /kualitas-data/ketidakselarasan/putusan/{id:guid}" => async _ => await Get($"/kualitas-data/ketidakselarasan/putusan/{await FieldDecisionAsync()}"),
        "POST /kualitas-data/ketidakselarasan/putusan/{id:guid}/cabut" => async _ => await Post($"/kualitas-data/ketidakselarasan/putusan/{await FieldDecisionAsync()}/cabut", ("Form.Reason", "Keliru."), ("Form.Version", "0")),
        "POST /kualitas-data/ketidakselarasan/aturan" => _ => NewFieldRuleAsync(),
        "POST /kualitas-data/ketidakselarasan/aturan/{id:guid}/akhiri" or "POST /kualitas-data/ketidakselarasan/aturan/{id:guid}/terapkan" => async _ =>
            await Post(endpoint["POST ".Length..].Replace("{id:guid}", (await FieldRuleAsync()).ToString(), StringComparison.Ordinal)),
        "GET /kebutuhan/aturan/{nomor:int}" => _ => Get("/kebutuhan/aturan/1"),
        "POST /kebutuhan/aturan/pratinjau" => _ => Post("/kebutuhan/aturan/pratinjau", NeedTerms("", 1)),
        "POST /kebutuhan/aturan/tetapkan" => async _ => await NewNeedRulesAsync(),
        "GET /tumpang-tindih/{tahun:int}/keluarga/{id:guid}" => _ => Get($"/tumpang-tindih/2026/keluarga/{Household}"),
        "POST /tumpang-tindih/{tahun:int}/keluarga/{id:guid}" => _ => DecideOverlapAsync(),
        "POST /tumpang-tindih/{tahun:int}/putusan/{id:guid}/cabut" => async _ => await Post($"/tumpang-tindih/2026/putusan/{await OverlapDecisionAsync()}/cabut", ("Withdraw.Reason", "Keliru."), ("Withdraw.Version", "0")),
        "POST /lokus" => _ => NewLocusMethodAsync(),
        "POST /tumpang-tindih/aturan" => _ => NewOverlapRuleAsync(),
        "POST /tumpang-tindih/aturan/{id:guid}/akhiri" => async _ => await Post($"/tumpang-tindih/aturan/{await OverlapRuleAsync()}/akhiri", ("Ending.Year", "2050")),
        "POST /tugas-opd/tinjau" => _ => Post("/tugas-opd/tinjau", ("Form.Keys", $"{Household}|{(int)Need.Work}"), ("Form.Seen", FormattableString.Invariant($"{DateTime.UtcNow.Ticks}"))),
        "POST /tugas-opd/jawab" => _ => Post("/tugas-opd/jawab", ("Form.Keys", $"{Household}|{(int)Need.Work}"), ("Form.Seen", FormattableString.Invariant($"{DateTime.UtcNow.Ticks}")), ("Form.Verdict", "Accepted"), ("Form.DueOn", Day(30))),
        "GET /tugas-opd/rujukan/baru/{id:guid}" => _ => Get($"/tugas-opd/rujukan/baru/{Household}"),
        "POST /tugas-opd/rujukan/baru/{id:guid}" => _ => SendReferralAsync(),
        "GET /tugas-opd/rujukan/{id:guid}" => async who => await Get($"/tugas-opd/rujukan/{await ReferralToAsync(who)}"),
        "POST /tugas-opd/rujukan/{id:guid}" => async who => await Post($"/tugas-opd/rujukan/{await ReferralToAsync(who)}", ("Form.Verdict", "Refused"), ("Form.Reason", "Bukan bidang kami."), ("Form.Version", "0")),
        "GET /kasus/baru/{keluarga:guid}" => _ => AfterAsync(Portal.NoCasesAsync(), () => Get($"/kasus/baru/{Household}")),
        "POST /kasus/baru/{keluarga:guid}" => who => AfterAsync(Portal.NoCasesAsync(), async () =>
            await Post($"/kasus/baru/{Household}", ("Form.Assessment", "Uji."), ("Form.Reason", "Uji."), ("Form.Owner", await Portal.PublicIdOfAsync(who.Account ?? _enumerator)))),
        "GET /kasus/{id:guid}" => async who => await Get($"/kasus/{await CaseForAsync(who)}"),
        "POST /kasus/{id:guid}/langkah" => async who => await Post($"/kasus/{await CaseForAsync(who)}/langkah", ("Step.Text", "Uji."), ("Step.Need", "None"), ("Step.DueOn", Day(10))),
        "POST /kasus/{id:guid}/langkah/selesai" => async who => await SettleStepAsync(await CaseForAsync(who)),
        "POST /kasus/{id:guid}/kontak" => async who => await Post($"/kasus/{await CaseForAsync(who)}/kontak", ("Contact.Kind", "AtHome"), ("Contact.On", Day(0)), ("Contact.Text", "Uji.")),
        "POST /kasus/{id:guid}/tinjau" => async who =>
            await Post($"/kasus/{await CaseForAsync(who)}/tinjau", ("Review.Assessment", "Uji lagi."), ("Review.Owner", await Portal.PublicIdOfAsync(who.Account ?? _enumerator)), ("Review.Version", "0")),
        "POST /kasus/{id:guid}/tutup" => async who => await CloseCaseAsync(await CaseForAsync(who)),
        "GET /graduasi/keluarga/{id:guid}" => _ => Get($"/graduasi/keluarga/{Household}"),
        "POST /graduasi/keluarga/{id:guid}" => _ => AfterAsync(Portal.NoGraduationsAsync(), () => Post($"/graduasi/keluarga/{Household}", ("Form.Kind", "NotYet"), ("Form.Reason", "Uji."), ("Form.Number", "0"))),
        "POST /graduasi/keluarga/{id:guid}/pantauan" => _ => AfterAsync(Portal.NoGraduationsAsync(), WeighGraduationAsync),
        "POST /graduasi/aturan" => _ => AfterAsync(Portal.OnlyFirstGraduationRuleAsync(), () =>
            Post("/graduasi/aturan", ("Form.FromDecile", "6"), ("Form.Visits", "2"), ("Form.Without", "Food"), ("Form.WatchMonths", "12"), ("Form.Source", "Uji."), ("Form.Reason", "Uji."), ("Form.Number", "1"))),
        "POST /kualitas-data/ganda/pencarian" => _ => SeekDoublesAsync(),
        "POST /kualitas-data/ganda/pencarian/{search:guid}/batal" => async _ => await Post($"/kualitas-data/ganda/pencarian/{await DoubleSearchAsync()}/batal"),
        "GET /kualitas-data/ganda/{id:guid}" => async _ => await Get($"/kualitas-data/ganda/{await DoubleAsync()}"),
        "POST /kualitas-data/ganda/{id:guid}" => _ => DecideDoubleAsync(),
        "POST /kualitas-data/ganda/{id:guid}/cabut" => async _ => await Post($"/kualitas-data/ganda/{await DoubleAsync(isDecided: true)}/cabut", ("Undo.Note", "Keliru."), ("Undo.Version", "0")),
        "GET /pemadanan/unduh" => _ => Get("/pemadanan/unduh"),
        "POST /pemadanan/unduh" => _ => Post("/pemadanan/unduh", Export),
        "GET /pemadanan/{id:guid}" => async _ => await Get($"/pemadanan/{await DifferenceAsync()}"),
        "POST /pemadanan/{id:guid}" => async _ => await Post($"/pemadanan/{await DifferenceAsync()}", [("Settlement", "Visited"), ("Version", "0")]),
        "GET /pemadanan/jawaban/{id:guid}" => async _ => await Get($"/pemadanan/jawaban/{(await AnswerAsync()).PublicId}"),
        "GET /pemadanan/jawaban/{id:guid}/tak-padan" => async _ => await Get($"/pemadanan/jawaban/{(await AnswerAsync()).PublicId}/tak-padan"),
        "POST /pemadanan/jawaban/{id:guid}/tertahan" => async _ => await Post($"/pemadanan/jawaban/{(await AnswerAsync()).PublicId}/tertahan"),
        "POST /pemadanan/jawaban/baru" => _ => Task.FromResult(UploadTo("/pemadanan/jawaban/baru", "jawaban.csv", AnswersFile.Of(new AnswerLine("Sesuai") { Nik = "6271990302800009" }),
            ("Kind", "CivilRegistry"), ("ReleaseName", "uji"), ("ReleasedOn", "15/09/2023"), ("DryRun", "true"))),
        "GET /keluarga/unduh" => _ => Get("/keluarga/unduh"),
        "POST /keluarga/unduh" => _ => Post("/keluarga/unduh", Export),
        "GET /program/{id:guid}/unduh" => async who => await Get($"/program/{await OwnProgramAsync(who)}/unduh"),
        "POST /program/{id:guid}/unduh" => async who => await Post($"/program/{await OwnProgramAsync(who)}/unduh", Export),
        "GET /panduan/gambar/{name}.png" => _ => Get("/panduan/gambar/petugas-beranda.png"),
        "GET /keluarga/{id:guid}" => _ => Get($"/keluarga/{Household}"),
        "GET /keluarga/{id:guid}/peristiwa" => _ => Get($"/keluarga/{Household}/peristiwa"),
        "GET /keluarga/{id:guid}/peristiwa/{kind}" => _ => Get($"/keluarga/{Household}/peristiwa/kelahiran"),
        "POST /keluarga/{id:guid}/peristiwa/{kind}" => async _ => await RecordBirthAsync(),
        "GET /keluarga/anggota/{id:guid}" => async _ => await Get($"/keluarga/anggota/{await HeadAsync()}"),
        "GET /keluarga/anggota/{id:guid}/perbaikan" => async _ => await Get($"/keluarga/anggota/{await HeadAsync()}/perbaikan"),
        "POST /keluarga/anggota/{id:guid}/perbaikan" => async _ => await CorrectAsync(await HeadAsync()),
        "GET /serah-terima/keluarga/{id:guid}" => _ => Get($"/serah-terima/keluarga/{Household}"),
        "POST /serah-terima/keluarga/{id:guid}" => async _ => await OfferAsync(),
        "GET /serah-terima/{id:guid}" => async _ => await Get($"/serah-terima/{await Portal.Scenario.OfferAsync(Household, ThirdVillage)}"),
        "POST /serah-terima/{id:guid}" => async _ => await Post($"/serah-terima/{await Portal.Scenario.OfferAsync(Household, ThirdVillage)}", ("Form.Decision", "Withdraw"), ("Form.Version", "0")),
        "GET /keluarga/{id:guid}/akses" => _ => Get($"/keluarga/{Household}/akses"),
        "GET /privasi/permohonan/{id:guid}" => async _ => await Get($"/privasi/permohonan/{await Portal.Scenario.SubjectRequestAsync()}"),
        "GET /keluarga/{id:guid}/lembar.pdf" => _ => Get($"/keluarga/{Household}/lembar.pdf"),
        "GET /kunjungan/{id:guid}" => async who => await Get($"/kunjungan/{await DraftAsync(who)}"),
        "GET /periksa/{id:guid}" => async _ => await Get($"/periksa/{await Portal.Scenario.SubmittedVisitAsync(Household, _enumerator)}"),
        "GET /impor/{id:guid}" => _ => Get($"/impor/{Batch.PublicId}"),
        "GET /program/{id:guid}" => async _ => await Get($"/program/{await Portal.Scenario.ProgramAsync("Disnaker")}"),
        "GET /program/{id:guid}/ubah" => async who => await Get($"/program/{await OwnProgramAsync(who)}/ubah"),
        "POST /program/{id:guid}/ubah" => async who => await ChangeProgramAsync(await OwnProgramAsync(who)),
        "POST /program/{id:guid}/tutup" => async who => await Post($"/program/{await OwnProgramAsync(who)}/tutup"),
        "GET /program/{id:guid}/anggaran-desa" => async who => await Get($"/program/{await OwnProgramAsync(who)}/anggaran-desa"),
        "POST /program/{id:guid}/anggaran-desa" => async who => await Post($"/program/{await OwnProgramAsync(who)}/anggaran-desa", ("Form.Area", Village[..8]), ("Form.Rows[0].Village", Village), ("Form.Rows[0].Amount", "36.000.000"), ("Form.Rows[0].Source", "Keputusan 1/2026")),
        "GET /program/{id:guid}/realisasi" => async who => await Get($"/program/{await OwnProgramAsync(who)}/realisasi"),
        "POST /program/{id:guid}/realisasi" => async who => await Post($"/program/{await OwnProgramAsync(who)}/realisasi", ("Form.IsAll", "true"), ("Form.On", Day(-1)), ("Form.Evidence", "BAST 1/2026")),
        "GET /program/{id:guid}/sasaran" => async who => await Get($"/program/{await OwnProgramAsync(who)}/sasaran"),
        "POST /program/{id:guid}/sasaran" => async who => await Post($"/program/{await OwnProgramAsync(who)}/sasaran", Targets()),
        "POST /program/{id:guid}/sasaran/simpan" => who => AfterAsync(Portal.NoGraduationsAsync(), async () => await Post($"/program/{await OwnProgramAsync(who)}/sasaran/simpan", Targets())),
        "GET /intervensi/{id:guid}" => async who => await Get($"/intervensi/{await Portal.Scenario.AidAsync(await OwnProgramAsync(who), Household)}"),
        "POST /intervensi/{id:guid}/langkah" => async who => await MoveAidAsync(await Portal.Scenario.AidAsync(await OwnProgramAsync(who), Household)),
        "GET /impor/{id:guid}/tak-padan" => _ => Get($"/impor/{_recipients}/tak-padan"),
        "POST /impor/{id:guid}/tak-padan" => _ => Post($"/impor/{_recipients}/tak-padan"),
        "GET /intervensi/baru" => _ => Get($"/intervensi/baru?keluarga={Household}"),
        "GET /rakor/{id:guid}" => _ => Get($"/rakor/{_meeting}"),
        "GET /rakor/{id:guid}/ubah" => _ => Get($"/rakor/{_meeting}/ubah"),
        "GET /rakor/{id:guid}/bahan.pdf" => _ => Get($"/rakor/{_meeting}/bahan.pdf"),
        "POST /masuk" => who => Post("/masuk", isFresh: true, ("Email", who.Account?.Email ?? _enumerator.Email), ("Password", Account.Password)),
        "POST /keluar" => _ => Post("/keluar", isFresh: true),
        "POST /akun/siapkan/{id:guid}" => async _ => await SetUpAsync(),
        "POST /keluarga/cari" => _ => Post("/keluarga/cari", ("Name", "SITI")),
        "POST /keluarga/nomor" => _ => Post("/keluarga/nomor", ("Number", "6271990302800001")),
        "POST /keluarga/{id:guid}/nomor" => _ => Post($"/keluarga/{Household}/nomor", ("Reason", "FamilyRequest")),
        "POST /kunjungan/keluarga/{id:guid}" => _ => Post($"/kunjungan/keluarga/{Household}"),
        "POST /lapangan/kunjungan/{visit:guid}/{revision:int:min(1)}" => async _ => Send($"/lapangan/kunjungan/{Guid.NewGuid()}/1", await PhoneVisitAsync()),
        "POST /lapangan/kunjungan/{visit:guid}/buang" => _ => Task.FromResult(Send($"/lapangan/kunjungan/{Guid.NewGuid()}/buang", Encoding.UTF8.GetBytes($"{{\"householdId\":\"{Household}\",\"photos\":1}}"))),
        "GET /lapangan/kunjungan/{visit:guid}/foto/{photo:guid}" => async who => await Get(await PhotoAsync(who)),
        "POST /lapangan/kunjungan/{visit:guid}/foto/{photo:guid}" => async who => Send(await PhotoAsync(who) + "?mulai=0", [0xFF, 0xD8, 0xFF]),
        "POST /kunjungan/{id:guid}/dibaca" => async who => await Post($"/kunjungan/{await DraftAsync(who)}/dibaca"),
        "GET /kunjungan/{visit:guid}/foto/{photo:guid}" => async _ => await Get(await Portal.Scenario.PhotoAsync(await Portal.Scenario.DraftVisitAsync(Household, _enumerator), _enumerator, PhotoKind.Roof)),
        "POST /kunjungan/{id:guid}" => async who => await SaveVisitAsync(await DraftAsync(who)),
        "POST /periksa/{id:guid}" => async _ => await ApproveAsync(),
        "POST /periksa/sekaligus" => async _ => await Post("/periksa/sekaligus", ("Ids", (await Portal.Scenario.SubmittedVisitAsync(Household, _enumerator)).ToString())),
        "GET /verval/{id:guid}/musyawarah" => async _ => await Get(await OfRoundAsync(endpoint, isRunning: true)),
        "GET /verval/{id:guid}/musyawarah/{village}" => async _ => await Get($"/verval/{await Portal.Scenario.RoundAsync(true, Village[..8])}/musyawarah/{Village}"),
        "POST /verval/{id:guid}/musyawarah/{village}" => async _ => await Post($"/verval/{await Portal.Scenario.ReadyForMeetingAsync(Village)}/musyawarah/{Village}", MinutesFields),
        "GET /musyawarah/{id:guid}" or "GET /musyawarah/{id:guid}/berita-acara.pdf" => async _ =>
            await Get(endpoint["GET ".Length..].Replace("{id:guid}", $"{await Portal.Scenario.FreezeAsync(await Portal.Scenario.ReadyForMeetingAsync(Village), Village)}", StringComparison.Ordinal)),
        "GET /verifikasi/{code}" => async _ => await Get($"/verifikasi/{await CodeAsync()}"),
        "GET /usulan/{id:guid}" => async _ => await Get($"/usulan/{await ProposalAsync()}"),
        "POST /usulan/{id:guid}" => async _ => await Post($"/usulan/{await ProposalAsync()}", ("Form.Decision", "TurnDown"), ("Form.Note", "Bukan warga."), ("Form.Version", "0")),
        "POST /usulan/baru" => who => Post("/usulan/baru", ("Form.Id", Guid.NewGuid().ToString()), ("Form.HeadName", "Baru Sekali"), ("Form.Area", who.IsElsewhere ? OtherVillage : Village), ("Form.Address", "Gang Haur"), ("Form.Reason", "Belum ada.")),
        "POST /lapangan/usulan/{proposal:guid}/{revision:int:min(1)}" => async _ =>
        {
            await Portal.Scenario.RoundAsync(true, Village[..8]);
            return Send($"/lapangan/usulan/{Guid.NewGuid()}/1", Encoding.UTF8.GetBytes($$"""{"area":"{{Village}}","headName":"Baru Sekali","address":"Gang Haur","reason":"Belum ada."}"""));
        }
        ,
        "POST /lapangan/usulan/{proposal:guid}/buang" => _ => Task.FromResult(Send($"/lapangan/usulan/{Guid.NewGuid()}/buang", Encoding.UTF8.GetBytes($$"""{"area":"{{Village}}"}"""))),
        "GET /verval/{id:guid}/tautan" => async _ => await Get(await OfRoundAsync(endpoint, isRunning: true)),
        "POST /verval/{id:guid}/tautan" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: true), ("Form.Neighbourhood", Neighbourhood), ("Form.Office", "Rt"), ("Form.Holder", "Ketua Uji"), ("Form.Days", "3")),
        "POST /verval/{id:guid}/tautan/{tautan:guid}/cabut" => async _ => await RevokeAsync(),
        "POST /rt/buka" => async _ => await Post("/rt/buka", isFresh: true, ("kode", (await Portal.Scenario.LinkAsync(await Portal.Scenario.RoundAsync(true, Village[..8]), Neighbourhood)).Code)),
        "POST /rt" => _ => Post("/rt"),
        "POST /rt/tutup" => _ => Post("/rt/tutup", isFresh: true),
        "POST /sanggahan/cari" => _ => Post("/sanggahan/cari", ("nama", "Juhransyah")),
        "GET /sanggahan/baru/{keluarga:guid}" => async _ => await Get($"/sanggahan/baru/{await Portal.Scenario.AgreedHouseholdAsync(Village)}"),
        "POST /sanggahan/baru/{keluarga:guid}" => async _ => await Post($"/sanggahan/baru/{await Portal.Scenario.AgreedHouseholdAsync(Village)}", ("Kind", "AgainstInclusion"), ("ReceivedOn", Day(-1)),
            ("Relation", "Neighbour"), ("Channel", "Office"), ("Statement", "Keluarga ini sudah mampu.")),
        "GET /sanggahan/{id:guid}" => async _ => await Get($"/sanggahan/{await Portal.Scenario.ObjectionAsync(Village)}"),
        "POST /sanggahan/{id:guid}/periksa" => async _ => await Post($"/sanggahan/{await Portal.Scenario.ObjectionAsync(Village)}/periksa", ("Form.Finding", "Ditanyakan ke RT."), ("Form.Version", "0")),
        "POST /sanggahan/{id:guid}/jawab" => async _ => await Post($"/sanggahan/{await Portal.Scenario.ObjectionAsync(Village, isVerified: true)}/jawab", ("Form.IsUpheld", "False"), ("Form.Answer", "Tetap layak."), ("Form.Version", "0")),
        "POST /verval/baru" => async _ => await Post("/verval/baru", await RoundFieldsAsync()),
        "GET /verval/{id:guid}" or "GET /verval/{id:guid}/ubah" or "GET /verval/{id:guid}/sasaran" or "GET /verval/{id:guid}/kejar" or "GET /verval/{id:guid}/kecamatan" or "GET /verval/{id:guid}/validasi"
            or "GET /verval/{id:guid}/kembali" or "GET /verval/{id:guid}/sk" or "GET /verval/{id:guid}/pertanyaan" or "GET /verval/{id:guid}/surat-tugas" or "GET /verval/{id:guid}/formulir" => async _ => await Get(await OfRoundAsync(endpoint, isRunning: true)),
        "GET /verval/{id:guid}/surat-tugas/{village}/{petugas:guid}" => async _ => await Get(await AssignedAsync()),
        "POST /verval/{id:guid}/surat-tugas/{village}/{petugas:guid}" => async _ => await Post(await AssignedAsync(), ("Form.Number", "094/1/ST/2026"), ("Form.IssuedOn", "01/11/2026"), ("Form.SignatoryTitle", "Lurah"), ("Form.SignatoryName", "Marthin Uji")),
        "GET /surat-tugas/{id:guid}/surat.pdf" => async _ => await Get($"/surat-tugas/{await LetterAsync(await AssignedAsync())}/surat.pdf"),
        "POST /verval/{id:guid}/formulir" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: true), ("wilayah", Village + ".001.001.")),
        "POST /kunjungan/kertas" => async _ => await Post("/kunjungan/kertas", ("Form.Code", await SheetAsync()), ("Form.VisitedOn", Day(0)), ("Form.Enumerator", (await IdOfEnumeratorAsync()).ToString())),
        "GET /sk/{id:guid}/rekap.pdf" or "GET /sk/{id:guid}/daftar.pdf" => async _ => await Get(endpoint["GET ".Length..].Replace("{id:guid}", (await DecreedAsync()).ToString(), StringComparison.Ordinal)),
        "POST /verval/{id:guid}/ubah" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: false), await RoundFieldsAsync()),
        "POST /verval/{id:guid}/lanjut" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: false)),
        "POST /verval/{id:guid}/sahkan" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: true, RoundState.Decree), ("catatan", "Selesai.")),
        "POST /verval/{id:guid}/sasaran" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: true), ("Neighbourhood", Village)),
        "POST /verval/{id:guid}/kecamatan" or "POST /verval/{id:guid}/validasi" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: true), ("IsAll", "true")),
        "POST /verval/{id:guid}/batal" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: true), ("IsAll", "true"), ("Note", "Tercatat dua kali.")),
        "POST /verval/{id:guid}/kembali" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: true), ("IsAll", "true"), ("Note", "Sudah dicek.")),
        "POST /verval/{id:guid}/sk" => async _ => await DecreeAsync(await OfRoundAsync(endpoint, isRunning: true)),
        "POST /verval/{id:guid}/pertanyaan" => async _ => await Post(await OfRoundAsync(endpoint, isRunning: false), ("Number", "1"), ("Asked", "Roof"), ("Photos", "Roof"), ("Questions[0].Text", "Punya perahu?"), ("Questions[0].Kind", "YesNo")),
        "POST /program/baru" => _ => Post("/program/baru", ("Name", "Pelatihan uji"), ("Strategy", "RaiseIncome"), ("FundSource", "RegionalApbd"), ("Year", "2026")),
        // A graduate gets no new plan, and another request may have left one.
        "POST /intervensi/baru" => who => AfterAsync(Portal.NoGraduationsAsync(), async () => await RecordAidAsync(await Portal.Scenario.ProgramAsync(who.Account?.Role is Role.SocialService ? "Dinsos" : "Disnaker"))),
        "GET /rakor/{id:guid}/undangan" or "GET /rakor/{id:guid}/undangan.pdf" or "GET /rakor/{id:guid}/hadir" or "GET /rakor/{id:guid}/daftar-hadir.pdf" or "GET /rakor/{id:guid}/notula" or "GET /rakor/{id:guid}/notula.pdf"
            or "GET /rakor/{id:guid}/keputusan/baru" or "GET /rakor/{id:guid}/bab" => async _ => await Get(endpoint["GET ".Length..].Replace("{id:guid}", (await HeldAsync(isClosed: true)).Meeting.ToString(), StringComparison.Ordinal)),
        "POST /rakor/{id:guid}/undangan" => async _ => await Post($"/rakor/{(await HeldAsync(isClosed: false)).Meeting}/undangan", ("Form.Number", "005/13"), ("Form.On", "01/11/2026"), ("Form.SignatoryTitle", "Sekretaris"), ("Form.SignatoryName", "Nama Uji"), ("Form.Others", "Camat Uji"), ("Form.Version", "0")),
        "POST /rakor/{id:guid}/bab" => async _ => await Post($"/rakor/{await Portal.Scenario.MeetingAsync()}/bab", ("Form.Version", "0"), ("Form.Chapters[0].Chapter", "Aid"), ("Form.Chapters[0].IsShown", "true"), ("Form.Chapters[0].Position", "1")),
        "POST /rakor/{id:guid}/hadir" => async _ => await Post($"/rakor/{(await HeldAsync(isClosed: false)).Meeting}/hadir", ("Form.Name", "Siti Uji"), ("Form.Function", "Lurah"), ("Form.Institution", "Kelurahan Uji")),
        "POST /rakor/{id:guid}/hadir/{orang:guid}/coret" => async _ => await StrikeAsync((await HeldAsync(isClosed: false)).Meeting),
        "GET /hadir/{code}" => async _ => await Get($"/hadir/{await Portal.Scenario.AttendanceCodeAsync((await HeldAsync(isClosed: false)).Meeting)}"),
        "POST /hadir/{code}" => async _ => await Post($"/hadir/{await Portal.Scenario.AttendanceCodeAsync((await HeldAsync(isClosed: false)).Meeting)}", ("Form.Name", "Siti Uji"), ("Form.Function", "Lurah"), ("Form.Institution", "Kelurahan Uji")),
        "POST /rakor/{id:guid}/notula" => async _ => await Post($"/rakor/{(await HeldAsync(isClosed: false)).Meeting}/notula", ("Form.NoteTaker", "Rina Uji"), ("Form.Course", "Dibuka."), ("Form.Version", "0")),
        "POST /rakor/{id:guid}/tutup" => _ => CloseMeetingAsync(),
        "POST /rakor/{id:guid}/keputusan/baru" => async _ => await Post($"/rakor/{(await HeldAsync(isClosed: false)).Meeting}/keputusan/baru", await DecisionAsync()),
        "GET /rakor/{id:guid}/keputusan/{keputusan:guid}" => _ => ToDecisionAsync("", isPost: false),
        "POST /rakor/{id:guid}/keputusan/{keputusan:guid}" => _ => ToDecisionAsync("", isPost: true),
        "POST /rakor/{id:guid}/keputusan/{keputusan:guid}/hapus" => _ => ToDecisionAsync("/hapus", isPost: true),
        "POST /rakor/{id:guid}/terbitkan" => async _ => await Post($"/rakor/{await Portal.Scenario.MeetingAsync()}/terbitkan"),
        "GET /laporan/{jenis}.pdf" => _ => Get("/laporan/rat.pdf"),
        "GET /rakor/{id:guid}/potret/{nomor:int}" or "GET /rakor/{id:guid}/potret/{nomor:int}/bahan.pdf" or "GET /rakor/{id:guid}/potret/{nomor:int}/bahan-publik.pdf" => async _ =>
            await Get(endpoint["GET ".Length..].Replace("{id:guid}", (await Portal.Scenario.PublishedMeetingAsync()).ToString(), StringComparison.Ordinal).Replace("{nomor:int}", "1", StringComparison.Ordinal)),
        "GET /tindak-lanjut/{id:guid}" => async _ => await Get($"/tindak-lanjut/{(await HeldAsync(isClosed: true, Village, OtherVillage, OtherDistrict)).Decision}"),
        "POST /tindak-lanjut/{id:guid}" => async _ => await Post($"/tindak-lanjut/{(await HeldAsync(isClosed: true, Village)).Decision}", ("Form.State", "InProgress"), ("Form.Percent", "40"), ("Form.Progress", "Separuh selesai."), ("Form.Version", "0")),
        "POST /rakor/baru" => _ => Post("/rakor/baru", Meeting(0)),
        "POST /rakor/{id:guid}/ubah" => async _ => await Post($"/rakor/{_meeting}/ubah", Meeting(await VersionAsync(db => db.Meetings.Where(m => m.PublicId == _meeting).Select(m => m.Version)))),
        "POST /privasi/pemberitahuan/baru" => async _ => await Post("/privasi/pemberitahuan/baru", ("BasedOn", Text(await VersionAsync(db => db.PrivacyNotices.Select(n => n.Number).OrderDescending().Take(1)))),
            ("Text", $"{Guid.NewGuid()} {string.Concat(Enumerable.Repeat("Data dipakai untuk penanggulangan kemiskinan. ", 6))}")),
        "POST /privasi/permohonan/baru" => _ => Post("/privasi/permohonan/baru", ("Kind", "Access"), ("ReceivedOn", "01/11/2026"), ("ReceivedTime", "09.00"), ("RequesterName", "SITI UJI"),
            ("Contact", "balai desa"), ("Statement", "Data saya.")),
        "POST /privasi/permohonan/{id:guid}/laporan.pdf" => async _ => await Post($"/privasi/permohonan/{await Portal.Scenario.AccessRequestAsync(Household)}/laporan.pdf"),
        "POST /privasi/permohonan/{id:guid}" => async _ => await Post($"/privasi/permohonan/{await Portal.Scenario.SubjectRequestAsync()}", ("Form.Decision", "Start"), ("Form.Version", "0")),
        "GET /pengguna/{id:guid}" => async _ => await Get($"/pengguna/{(await ColleagueAsync()).Id}"),
        "POST /pengguna/baru" => _ => Post("/pengguna/baru", ("FullName", "Rekan Uji"), ("Email", $"rekan-{Interlocked.Increment(ref _links)}@uji.invalid"), ("Role", "Leadership")),
        "POST /pengguna/berkas" => _ => Task.FromResult(UploadTo("/pengguna/berkas", "pengguna.csv", System.Text.Encoding.UTF8.GetBytes("pos_el,nama,peran,wilayah\nrekan@uji.invalid,Rekan Uji,Pimpinan,\n"))),
        "POST /pengguna/berkas/simpan" => _ => Post("/pengguna/berkas/simpan", ("AsFile", "false"),
            ("Rows", $$"""[{"Row":2,"Email":"berkas-{{Interlocked.Increment(ref _links)}}@uji.invalid","FullName":"Rekan Uji","Role":"Pimpinan","Area":"","Opd":"","From":"","Until":""}]""")),
        "POST /kunjungan/cari" or "POST /usulan/cari" or "POST /periksa/cari" or "POST /intervensi/cari" or "POST /serah-terima/cari" or "POST /pemadanan/cari" or "POST /kualitas-data/ganda/cari" or "POST /tumpang-tindih/cari" or "POST /tugas-opd/cari" or "POST /kasus/cari" or "POST /graduasi/cari" or "POST /kualitas-data/ketidakselarasan/cari" or "POST /kualitas-data/ketidakselarasan/putusan/cari" or "POST /privasi/permohonan/cari"
            => _ => Post(endpoint["POST ".Length..], ("nama", "Juhransyah")),
        "POST /impor/{id:guid}/tak-padan/cari" => _ => Post($"/impor/{_recipients}/tak-padan/cari", ("nama", "Juhransyah")),
        "POST /pemadanan/jawaban/{id:guid}/tak-padan/cari" => async _ => await Post($"/pemadanan/jawaban/{(await AnswerAsync()).PublicId}/tak-padan/cari", ("nama", "Juhransyah")),
        "POST /audit/periksa" => _ => Post("/audit/periksa"),
        "GET /pengguna/tinjauan/{id:guid}" => async _ => await Get($"/pengguna/tinjauan/{await Portal.Scenario.AccessReviewAsync()}"),
        "POST /pengguna/tinjauan" => async _ =>
        {
            // A quarter is confirmed once; here it is asked for by everybody.
            await Portal.Scenario.AsConsoleAsync(Permission.ManageUsers, services => services.GetRequiredService<PortalDbContext>().AccessReviews.ExecuteDeleteAsync());
            return await Post("/pengguna/tinjauan", ("Form.ConfirmedBy", "Kepala Bappeda"), ("Form.Note", "Semua sudah diperiksa."));
        }
        ,
        "POST /pengaturan" => async _ => await Post("/pengaturan", ("TeamName", "TKPK Kota Palangka Raya"), ("Secretariat", "Bappeda"), ("Government", "PEMERINTAH KOTA"), ("Unit", "BAPPEDA"), ("Zone", "WIB"), ("Sheet", "A4"),
            ("Version", Text(await VersionAsync(db => db.Offices.Select(o => o.Version))))),
        "POST /pengaturan/dasar-hukum" => _ => Post("/pengaturan/dasar-hukum", ("Text", "Peraturan Wali Kota Nomor 7 Tahun 2026 tentang Uji."), ("From", "01/02/2026")),
        "GET /pengaturan/dasar-hukum/{nomor:int}" => _ => Get("/pengaturan/dasar-hukum/1"),
        "POST /pengaturan/dasar-hukum/{nomor:int}" => async _ => await EndBasisAsync(),
        "POST /pengguna/{id:guid}/tutup" => async _ => await Post($"/pengguna/{(await ColleagueAsync()).Id}/tutup"),
        "POST /pengguna/{id:guid}/buka" => async _ => await Post($"/pengguna/{(await ColleagueAsync()).Id}/buka"),
        "POST /pengguna/{id:guid}/tautan" => async _ => await Post($"/pengguna/{(await ColleagueAsync()).Id}/tautan"),
        "GET /pengguna/{id:guid}/tugas" => async _ => await Get($"/pengguna/{(await ColleagueAsync()).Id}/tugas"),
        "POST /pengguna/{id:guid}/tugas" => async _ => await Post($"/pengguna/{(await ColleagueAsync()).Id}/tugas", ("Role", "Leadership")),
        "GET /pengguna/{id:guid}/tugas/{tugas:guid}" => async _ => await Get(await HeldAsync()),
        "POST /pengguna/{id:guid}/tugas/{tugas:guid}" => async _ => await Post(await HeldAsync(), ("LastDay", Day(1))),
        "POST /impor/baru" => _ => Task.FromResult(Upload()),
        "POST /impor/{id:guid}/cabut" => async _ => await Post($"/impor/{await Portal.Scenario.PublishedImportAsync()}/cabut", ("Undo.Reason", "Uji")),
        "POST /impor/{id:guid}/terbitkan" => async _ => await Post($"/impor/{await Portal.Scenario.JudgedImportAsync()}/terbitkan"),
        "POST /impor/{id:guid}/batalkan" => async _ => await Post($"/impor/{await Portal.Scenario.JudgedImportAsync()}/batalkan"),
        "GET /impor/{id:guid}/kolom" => async _ => await Get($"/impor/{await Portal.Scenario.AwaitingColumnsAsync()}/kolom"),
        "POST /impor/{id:guid}/kolom/contoh" => async _ => await Post($"/impor/{await Portal.Scenario.AwaitingColumnsAsync()}/kolom/contoh", ("Heading", "1")),
        "POST /impor/{id:guid}/kolom" => async _ => await Post($"/impor/{await Portal.Scenario.AwaitingColumnsAsync()}/kolom", ("Heading", "1"), ("Name", $"Profil {Interlocked.Increment(ref _profiles)}")),
        "POST /impor/profil/{profile:guid}" => async _ => await Post($"/impor/profil/{await ProfileAsync()}", ("name", $"Nama {Interlocked.Increment(ref _profiles)}")),
        "POST /impor/profil/{profile:guid}/hapus" => async _ => await Post($"/impor/profil/{await ProfileAsync()}/hapus"),
        "GET /impor/{id:guid}/wilayah" => async _ => await Get($"/impor/{await UnplacedAsync()}/wilayah"),
        "POST /impor/{id:guid}/wilayah" => async _ => await Post($"/impor/{await UnplacedAsync()}/wilayah", ("Villages[seberang]", "62.71.04.1004")),
        "POST /impor/{id:guid}/tertahan" => _ => Post($"/impor/{Batch.PublicId}/tertahan"),
        _ => null,
    };

    private async Task<Principal> EnterAsync(string name, Role role, string area, bool isElsewhere = false, string? opd = null)
    {
        var account = await Portal.Scenario.AccountAsync(role, area, opd);
        return new Principal(name, account, await Portal.SignInAsync(account), isElsewhere);
    }

    private static (string, string)[] Export => [("Purpose", "Bahan rapat uji"), ("Format", "Csv")];

    private static Task<ValidRequest> Get(string path) => Task.FromResult(new ValidRequest(HttpMethod.Get, path, null));

    private static Task<ValidRequest> Post(string path, params (string Name, string Value)[] fields) => Post(path, isFresh: false, fields);

    private static Task<ValidRequest> Post(string path, bool isFresh, params (string Name, string Value)[] fields) =>
        Task.FromResult(new ValidRequest(HttpMethod.Post, path, token =>
            new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), .. ValidRequest.TokenField(token)]))
        { IsFresh = isFresh });

    // Each request has a round of its own, since a step can be taken once.
    private static (string, string)[] MinutesFields =>
    [
        ("Form.Number", "140/1/BA/2026"), ("Form.HeldOn", "01/11/2026"), ("Form.From", "09.00"), ("Form.Until", "12.00"), ("Form.Place", "Aula"), ("Form.Chair", "Yohanes Uji"), ("Form.NoteTaker", "Siti Contoh"),
        ("Form.Invited", "3"), ("Form.Attendance", "Yohanes Uji\nSiti Contoh"), ("Form.Signatories", "Yohanes Uji, Ketua\nMarthin Uji, Lurah"),
    ];

    private async Task<Guid> ProposalAsync()
    {
        await Portal.Scenario.RoundAsync(true, Village[..8]);
        return await Portal.Scenario.ProposeAsync(_enumerator, Village);
    }

    private async Task<ValidRequest> RevokeAsync()
    {
        var round = await Portal.Scenario.RoundAsync(true, Village[..8]);
        return await Post($"/verval/{round}/tautan/{(await Portal.Scenario.LinkAsync(round, Neighbourhood)).Id}/cabut");
    }

    private async Task<string> CodeAsync()
    {
        var id = await Portal.Scenario.FreezeAsync(await Portal.Scenario.ReadyForMeetingAsync(Village), Village);
        return await Portal.Scenario.AsConsoleAsync(Permission.ViewRounds, services => services.GetRequiredService<PortalDbContext>().Deliberations.Where(d => d.PublicId == id).Select(d => d.Code).SingleAsync());
    }

    private async Task<string> OfRoundAsync(string endpoint, bool isRunning, RoundState state = RoundState.Running)
    {
        var round = await Portal.Scenario.RoundAsync(isRunning, Village[..8]);
        if (state is not RoundState.Running)
            await Portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                var running = await db.Rounds.Include(r => r.Waves).SingleAsync(r => r.PublicId == round);
                while (running.State < state)
                    Assert.Null(running.Advance(new RoundTally(1, 0, 0, 0, 0, 0), running.RunningOn!.Value).Refusal);
                return await db.SaveChangesAsync();
            });
        return endpoint[(endpoint.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace("{id:guid}", round.ToString(), StringComparison.Ordinal);
    }

    private async Task<(string, string)[]> RoundFieldsAsync()
    {
        var release = await Portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().ListReleases.OrderBy(r => r.Id).Select(r => r.PublicId).FirstAsync());
        return [("Name", "Verval uji"), ("Release", release.ToString()), ("LegalBasis", "Keputusan uji"), ("LegalBasisOn", "01/11/2026"), ("Version", "0"), ("Waves[0].District", Village[..8] + "."),
            ("Waves[0].StartsOn", Day(-1)), ("Waves[0].EndsOn", Day(30))];
    }

    private async Task<ValidRequest> DecreeAsync(string path)
    {
        var round = Guid.Parse(path.Split('/')[2]);
        await Portal.Scenario.VisitTargetsAsync(round, _enumerator, 1);
        await Portal.Scenario.BringAsync(round, VerificationState.Validated);
        return await Post(path, ("Number", "400/K.1/2026"), ("On", "01/11/2026"));
    }

    private async Task<Guid> DecreedAsync()
    {
        var round = await Portal.Scenario.RoundAsync(isRunning: true, Village[..8]);
        await Portal.Scenario.VisitTargetsAsync(round, _enumerator, 1);
        await Portal.Scenario.BringAsync(round, VerificationState.Validated);
        return await Portal.Scenario.AsConsoleAsync(Permission.RecordDecree, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var running = await db.Rounds.AsNoTracking().SingleAsync(r => r.PublicId == round);
            var (outcome, _) = await services.GetRequiredService<StepDesk>().DecreeAsync(running, new DecreeForm { Number = "400/K.1/2026", On = new DateOnly(2026, 11, 1) }, default);
            Assert.Null(outcome.Refusal);
            return await db.Decrees.Where(d => d.RoundId == running.Id).Select(d => d.PublicId).SingleAsync();
        });
    }

    // The path of the form of a letter for the enumerator, who has all targets of a new round.
    private async Task<string> AssignedAsync()
    {
        var round = await Portal.Scenario.RoundAsync(isRunning: true, Village[..8]);
        await Portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var running = await db.Rounds.Include(r => r.Waves).SingleAsync(r => r.PublicId == round);
            foreach (var target in await db.RoundTargets.Where(t => t.RoundId == running.Id).ToListAsync())
                Assert.Null(target.Assign(_enumerator.Id, null, running).Refusal);
            return await db.SaveChangesAsync();
        });
        return $"/verval/{round}/surat-tugas/{Village}/{await IdOfEnumeratorAsync()}";
    }

    private Task<Guid> LetterAsync(string path) => Portal.Scenario.AsConsoleAsync(Permission.IssueLetters, async services =>
    {
        var (db, round) = (services.GetRequiredService<PortalDbContext>(), Guid.Parse(path.Split('/')[2]));
        var running = await db.Rounds.AsNoTracking().Include(r => r.Waves).SingleAsync(r => r.PublicId == round);
        var page = new LetterPage(running, AreaCode.Parse(Village), _enumerator.Id, "Petugas Uji", 1, new LetterForm());
        var (outcome, letter) = await services.GetRequiredService<LetterDesk>().IssueAsync(page, new AssignmentLetterTerms("094/1/ST/2026", new DateOnly(2026, 11, 1), "Lurah", "Marthin Uji", null), default);
        Assert.Null(outcome.Refusal);
        return letter!.PublicId;
    });

    // Of a family of its own: at the first one somebody may be writing.
    private async Task<string> SheetAsync()
    {
        var household = await Portal.Scenario.HouseholdInAsync(Village, "KERTAS UJI");
        var round = await Portal.Scenario.RoundAsync(isRunning: true, Village[..8]);
        return await Portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var target = await db.RoundTargets.SingleAsync(t => db.Rounds.Any(r => r.Id == t.RoundId && r.PublicId == round) && db.Households.Any(h => h.Id == t.HouseholdId && h.PublicId == household));
            var sheet = new FormSheet(target, SheetCode.New(), _enumerator.Id, DateTime.UtcNow);
            db.FormSheets.Add(sheet);
            await db.SaveChangesAsync();
            return sheet.Code;
        });
    }

    private Task<Guid> IdOfEnumeratorAsync() => Portal.Scenario.AsConsoleAsync(Permission.ManageUsers, services => services.GetRequiredService<PortalDbContext>().Users.Where(u => u.Id == _enumerator.Id).Select(u => u.PublicId).SingleAsync());

    private Task<Guid> DraftAsync(Principal who) =>
        Portal.Scenario.DraftVisitAsync(Household, who is { HoldsRoleHere: true, Account: { Role: Role.Enumerator } own } ? own : _enumerator);

    private async Task<ValidRequest> SetUpAsync()
    {
        var link = await Portal.Scenario.SetupLinkAsync(Role.Analyst, $"baru-{Interlocked.Increment(ref _links)}@uji.invalid");
        var code = link[(link.IndexOf("kode=", StringComparison.Ordinal) + 5)..];
        return await Post(link.Split('?')[0], ("Password", Account.Password), ("Repeated", Account.Password), ("Code", code));
    }

    private async Task<ValidRequest> SaveVisitAsync(Guid visit) => await Post($"/kunjungan/{visit}",
        ("Form.Version", Text(await VersionAsync(db => db.Visits.Where(v => v.PublicId == visit).Select(v => v.Version)))), ("Form.Action", "simpan"));

    // Nobody was met: in a round, which other requests have opened, a household that was met needs a photo.
    private async Task<byte[]> PhoneVisitAsync()
    {
        var visit = FieldPhone.Visit(Household, await VersionAsync(db => db.Households.Where(h => h.PublicId == Household).Select(h => h.Version)));
        visit["presence"] = "NotMet";
        return Encoding.UTF8.GetBytes(visit.ToJsonString());
    }

    // A photo that is on its way, to a visit of whoever asks, where that is an enumerator of the village.
    private async Task<string> PhotoAsync(Principal who)
    {
        var (visit, photo) = (await DraftAsync(who), Guid.NewGuid());
        await Portal.Scenario.AsAsync(_enumerator, Permission.RecordVisits, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            (await db.Visits.Include(v => v.Photos).SingleAsync(v => v.PublicId == visit)).Announce(photo, PhotoKind.Roof, 6, new byte[VisitPhoto.HashLength], DateTime.UtcNow, out _);
            return await db.SaveChangesAsync();
        });
        return $"/lapangan/kunjungan/{visit}/foto/{photo}";
    }

    // The phone's token travels beside the body.
    private static ValidRequest Send(string path, byte[] body) => new(HttpMethod.Post, path, token =>
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (_, value) in ValidRequest.TokenField(token))
            content.Headers.Add("RequestVerificationToken", value);
        return content;
    });

    // A family of its own, at which no other visit waits: what the page has not shown would be shown first.
    private async Task<ValidRequest> ApproveAsync()
    {
        var visit = await Portal.Scenario.SubmittedVisitAsync(await Portal.Scenario.HouseholdInAsync(Village, "SETUJU UJI"), _enumerator);
        return await Post($"/periksa/{visit}", ("Decision", "Approve"),
            ("VisitVersion", Text(await VersionAsync(db => db.Visits.Where(v => v.PublicId == visit).Select(v => v.Version)))),
            ("HouseholdVersion", Text(await VersionAsync(db => db.Households.Where(h => db.Visits.Any(v => v.PublicId == visit && v.HouseholdId == h.Id)).Select(h => h.Version)))));
    }

    private async Task<ValidRequest> RecordBirthAsync()
    {
        var household = await Portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.AsNoTracking().Include(h => h.Members)
            .SingleAsync(h => h.PublicId == Household));
        return await Post($"/keluarga/{Household}/peristiwa/kelahiran", ("Form.Stamp", EventPage.StampOf(household)), ("Form.On", "01/11/2026"), ("Form.Note", "Laporan keluarga"),
            ("Form.Name", "ANI UJI"), ("Form.Sex", "Female"), ("Form.Step", EventForm.Record));
    }

    private Task<Guid> HeadAsync() => Portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Persons
        .Where(p => p.Name == HeadName).Select(p => p.PublicId).SingleAsync());

    private async Task<ValidRequest> CorrectAsync(Guid person) => await Post($"/keluarga/anggota/{person}/perbaikan", ("Form.Name", HeadName), ("Form.Note", "KTP-el"),
        ("Form.Version", Text(await VersionAsync(db => db.Persons.Where(p => p.PublicId == person).Select(p => p.Version)))));

    // Another family of the village: of the first a visit may be waiting for approval.
    private async Task<ValidRequest> OfferAsync() => await Post($"/serah-terima/keluarga/{await Portal.Scenario.HouseholdInAsync(Village, "PINDAH UJI")}",
        ("Form.To", ThirdVillage), ("Form.MovedOn", "01/11/2026"), ("Form.Reason", "Ikut anak"));

    private async Task<ValidRequest> RecordAidAsync(Guid program) => await Post("/intervensi/baru", ("Form.HouseholdId", Household.ToString()), ("Form.ProgramId", program.ToString()),
        ("Form.State", "Planned"), ("Form.On", "01/12/2026"), ("Form.Amount", "200.000"));

    // The program of another OPD is nobody else's to work under: the OPD elsewhere asks for one that is not its own.
    private Task<Guid> OwnProgramAsync(Principal who) => Portal.Scenario.ProgramAsync(who.Account?.Role is Role.SocialService ? "Dinsos" : "Disnaker");

    private async Task<ValidRequest> ChangeProgramAsync(Guid program) => await Post($"/program/{program}/ubah", ("Name", "Pelatihan uji"), ("Strategy", "RaiseIncome"), ("FundSource", "RegionalApbd"),
        ("Year", "2026"), ("Version", Text(await VersionAsync(db => db.AidPrograms.Where(p => p.PublicId == program).Select(p => p.Version)))));

    private async Task<ValidRequest> MoveAidAsync(Guid aid) => await Post($"/intervensi/{aid}/langkah", ("Step.State", "Budgeted"),
        ("Step.Version", Text(await VersionAsync(db => db.Interventions.Where(i => i.PublicId == aid).Select(i => i.Version)))));

    // One that nobody signs in with, and the role that it holds.
    private async Task<(Guid Id, Guid Held)> ColleagueAsync()
    {
        var account = await Portal.Scenario.AccountAsync(Role.Enumerator, Village);
        return await Portal.Scenario.AsConsoleAsync(Permission.ManageUsers, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return (await db.Users.Where(u => u.Id == account.Id).Select(u => u.PublicId).SingleAsync(), await db.Assignments.Where(a => a.UserId == account.Id).Select(a => a.PublicId).SingleAsync());
        });
    }

    // Each can be ended once, so that one is added for every try.
    private async Task<ValidRequest> EndBasisAsync()
    {
        var number = await Portal.Scenario.AsConsoleAsync(Permission.ManageUsers, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            LegalBasis.Add(1 + await db.LegalBases.MaxAsync(b => b.Number), "Peraturan Wali Kota Nomor 8 Tahun 2026 tentang Uji.", new DateOnly(2026, 1, 1), out var basis);
            db.LegalBases.Add(basis!);
            await db.SaveChangesAsync();
            return basis!.Number;
        });
        return await Post($"/pengaturan/dasar-hukum/{number}", ("LastDay", "01/03/2026"));
    }

    private async Task<string> HeldAsync()
    {
        var (id, held) = await ColleagueAsync();
        return $"/pengguna/{id}/tugas/{held}";
    }

    private static string Day(int ahead) => DateTime.UtcNow.AddDays(ahead).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    // Each answer is newer than the one before, so that its difference is open; a row without a known result is withheld.
    private async Task<ImportBatch> AnswerAsync()
    {
        var day = new DateOnly(2026, 1, 1).AddDays(Interlocked.Increment(ref _answers));
        var person = await Portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Persons
            .Where(p => p.HouseholdId == services.GetRequiredService<PortalDbContext>().Households.Where(h => h.PublicId == Household).Select(h => h.Id).First()).Select(p => p.PublicId).FirstAsync());
        return await Portal.Scenario.ImportAnswersAsync($"Jawaban {day.DayOfYear}", day, new AnswerLine("Tidak sesuai") { PersonId = person, Fields = "nama", Note = Text(day.DayOfYear) },
            new AnswerLine("Mungkin") { Nik = "6271990302800008" });
    }

    private Task<Guid> ProfileAsync() => Portal.Scenario.ColumnProfileAsync($"Uji {Interlocked.Increment(ref _profiles)}");

    // Each sheet is another release with another family, whose village nobody knows; its number is another family's, so that none is loaded.
    private async Task<Guid> UnplacedAsync()
    {
        var number = Interlocked.Increment(ref _profiles);
        return (await Portal.Scenario.ImportDeliberationAsync($"Muskel {number}", new DateOnly(2024, 2, 14), "", new SheetLine($"6271235{number:00000}", "Seberang") { Nik = "6271990302800001" })).PublicId;
    }

    // One search at a time; here it is asked for by everybody.
    private async Task<ValidRequest> SeekDoublesAsync()
    {
        await Portal.Scenario.AsConsoleAsync(Permission.SeekDoubles, services => services.GetRequiredService<PortalDbContext>().DoubleSearches.ExecuteDeleteAsync());
        return await Post("/kualitas-data/ganda/pencarian");
    }

    private async Task<ValidRequest> DecideDoubleAsync()
    {
        var path = $"/kualitas-data/ganda/{await DoubleAsync()}";
        var page = await Principals.First(one => one.Account?.Role is Role.Analyst).Visitor.GetAsync(path);
        return await Post(path, ("Form.Answer", "Different"), ("Form.Note", "Dua keluarga."), ("Form.Stamp", page.Find("input[name='Form.Stamp']").GetAttribute("value")!));
    }

    // Everybody adopts the set after the one that is in force, with other terms than that.
    private async Task<ValidRequest> NewNeedRulesAsync()
    {
        var number = await Portal.Scenario.AsConsoleAsync(Permission.ViewNeedRules, services => services.GetRequiredService<PortalDbContext>().NeedRuleSets.MaxAsync(set => set.Number));
        return await Post("/kebutuhan/aturan/tetapkan", [.. NeedTerms("Form.", number), ("Form.Source", "Uji."), ("Form.Reason", "Uji.")]);
    }

    private static (string, string)[] NeedTerms(string prefix, int number) =>
    [
        .. new[] { ("Number", number), ("FoodUpToDecile", 2), ("SchoolFrom", 7), ("SchoolTo", 18), ("PoorParts", 2), ("WorkFrom", 18), ("WorkTo", 59), ("BusinessFrom", 18), ("BusinessUpToDecile", 3), ("ToddlerUnder", 5), ("ElderlyFrom", 60 + (number % 20)), ("EldersTogether", 1) }
            .Select(term => (prefix + term.Item1, Text(term.Item2))),
        (prefix + "PoorFloors", "Earth"), (prefix + "FloorsAlone", "Earth"), (prefix + "PoorToilets", "PublicOrShared"), (prefix + "PoorWaters", "SurfaceWater"), (prefix + "WithoutWork", "NotWorking"), (prefix + "Businesses", "Farmer"),
    ];

    // One rule for a field and two sources at a time; here it is set by everybody.
    private async Task<ValidRequest> NewFieldRuleAsync()
    {
        await Portal.Scenario.AsConsoleAsync(Permission.SetFieldRules, services => services.GetRequiredService<PortalDbContext>().FieldRules.ExecuteDeleteAsync());
        return await Post("/kualitas-data/ketidakselarasan/aturan", ("Form.Field", "Roof"), ("Form.Winner", "P3ke"), ("Form.Loser", "register"), ("Form.Reason", "Uji."));
    }

    private Task<Guid> FieldRuleAsync() => Portal.Scenario.AsConsoleAsync(Permission.SetFieldRules, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var rule = new FieldRule(HouseholdField.Roof, SourceList.P3ke, null, "Uji.", services.GetRequiredService<ActingUser>().Id, DateTime.UtcNow);
        db.FieldRules.Add(rule);
        await db.SaveChangesAsync();
        return rule.PublicId;
    });

    // The decision alone is saved: nothing of the family changes.
    private Task<Guid> FieldDecisionAsync() => Portal.Scenario.AsConsoleAsync(Permission.DecideFields, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.PublicId == Household);
        var seen = new MisalignedField(HouseholdField.Address, SourceList.P3ke, SourceList.Dtsen, "JL. SATU", "JL. DUA");
        Assert.True(FieldDecision.Take(household, seen, ChosenSide.Register, "Uji.", null, services.GetRequiredService<ActingUser>().Id, DateTime.UtcNow, out var decision).IsAccepted);
        db.FieldDecisions.Add(decision!);
        await db.SaveChangesAsync();
        return decision!.PublicId;
    });

    // Two pieces of one program in one year, of which nobody has decided.
    private async Task<ValidRequest> DecideOverlapAsync()
    {
        var open = await Portal.Scenario.AsConsoleAsync(Permission.DecideOverlaps, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await db.OverlapDecisions.ExecuteDeleteAsync();
            return await db.AidPrograms.AnyAsync(program => program.Name == "Ganda uji");
        });
        if (!open)
        {
            var program = await Portal.Scenario.ProgramAsync("Disnaker", "Ganda uji");
            await Portal.Scenario.AidAsync(program, Household);
            await Portal.Scenario.AidAsync(program, Household);
        }
        var path = FormattableString.Invariant($"/tumpang-tindih/{await YearAsync()}/keluarga/{Household}");
        var page = await Principals.First(one => one.Account?.Role is Role.Analyst).Visitor.GetAsync(path);
        return await Post(path, ("Form.Mark", page.Find("input[name='Form.Mark']").GetAttribute("value")!), ("Form.Verdict", "Rightful"), ("Form.Reason", "Uji."));
    }

    private Task<int> YearAsync() => Portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services => Task.FromResult(services.GetRequiredService<OfficeClock>().Today.Year));

    private Task<Guid> OverlapDecisionAsync() => Portal.Scenario.AsConsoleAsync(Permission.DecideOverlaps, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.PublicId == Household);
        Assert.True(OverlapDecision.Take(new SeenOverlap("SAMA_PROGRAM_PERIODE", household.Id, $"{Guid.NewGuid():N}", [1, 2]), OverlapVerdict.Rightful, null, "Uji.", services.GetRequiredService<ActingUser>().Id, DateTime.UtcNow, out var decision).IsAccepted);
        db.OverlapDecisions.Add(decision!);
        await db.SaveChangesAsync();
        return decision!.PublicId;
    });

    private async Task<ValidRequest> NewLocusMethodAsync()
    {
        await Portal.Scenario.AsConsoleAsync(Permission.SetLocusMethod, services => services.GetRequiredService<PortalDbContext>().LocusMethods.ExecuteDeleteAsync());
        return await Post("/lokus", ("Form.Number", "0"), ("Form.Concentration", "50"), ("Form.ExtremelyPoor", "50"), ("Form.FirstDecile", "0"), ("Form.FirstThreeDeciles", "0"), ("Form.UnmetNeeds", "0"), ("Form.Stunting", "0"),
            ("Form.Coverage", "50"), ("Form.Source", "Uji."), ("Form.Reason", "Uji."));
    }

    private async Task<ValidRequest> SendReferralAsync()
    {
        var to = await Portal.Scenario.AsConsoleAsync(Permission.ViewDuties, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await db.Referrals.ExecuteDeleteAsync();
            return await db.Opds.Where(opd => opd.ShortName == "Disperkim").Select(opd => opd.PublicId).SingleAsync();
        });
        return await Post($"/tugas-opd/rujukan/baru/{Household}", ("Form.Need", "Food"), ("Form.To", to.ToString()), ("Form.Reason", "Lewat padat karya."));
    }

    // To the OPD of whoever asks; to one that is elsewhere it does not exist, since it would open the family.
    private async Task<Guid> ReferralToAsync(Principal who)
    {
        await Portal.Scenario.AsConsoleAsync(Permission.ViewDuties, services => services.GetRequiredService<PortalDbContext>().Referrals.ExecuteDeleteAsync());
        return await Portal.Scenario.ReferralAsync(Household, Need.Food, "Disperkim", who.Account?.Role is Role.SocialService ? "Dinsos" : "Disnaker");
    }

    // Of the person who asks, and with a step of an OPD that helps the family; to another person or OPD it does not exist.
    private async Task<Guid> CaseForAsync(Principal who)
    {
        await Portal.NoCasesAsync();
        return await Portal.Scenario.CaseAsync(Household, who.Account ?? _enumerator, who.Account ?? _enumerator, who.Account?.Role is Role.Opd ? "Disnaker" : null);
    }

    private async Task<ValidRequest> SettleStepAsync(Guid id) => await Post($"/kasus/{id}/langkah/selesai", ("Settle.Step", await Portal.StepOfAsync(id)), ("Settle.State", "Done"), ("Settle.Note", "Uji."));

    private async Task<ValidRequest> CloseCaseAsync(Guid id)
    {
        await Portal.NoStepsAsync();
        return await Post($"/kasus/{id}/tutup", ("Close.Ending", "GoalsReached"), ("Close.Note", "Uji."), ("Close.Version", "0"));
    }

    private async Task<ValidRequest> WeighGraduationAsync()
    {
        await Portal.Scenario.GraduationAsync(Household);
        return await Post($"/graduasi/keluarga/{Household}/pantauan", ("Relapse.HasRelapsed", "True"), ("Relapse.Reason", "Uji."), ("Relapse.Version", "0"));
    }

    private static async Task<ValidRequest> AfterAsync(Task cleared, Func<Task<ValidRequest>> request)
    {
        await cleared;
        return await request();
    }

    private async Task<ValidRequest> NewOverlapRuleAsync()
    {
        await Portal.Scenario.AsConsoleAsync(Permission.SetOverlapRules, services => services.GetRequiredService<PortalDbContext>().OverlapRules.Where(rule => rule.UserId != null).ExecuteDeleteAsync());
        return await Post("/tumpang-tindih/aturan", ("Form.Kind", "Completing"), ("Form.First", "SchoolGrant"), ("Form.Second", "Sembako"), ("Form.FromYear", "2040"), ("Form.Source", "Uji."));
    }

    private Task<Guid> OverlapRuleAsync() => Portal.Scenario.AsConsoleAsync(Permission.SetOverlapRules, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var terms = new OverlapTerms(OverlapKind.Completing, 2040, "Uji.") { First = ProgramGroup.SchoolGrant, Second = ProgramGroup.HouseRepair };
        Assert.True(OverlapRule.Set(terms, [], services.GetRequiredService<ActingUser>().Id, DateTime.UtcNow, out var rule).IsAccepted);
        db.OverlapRules.Add(rule!);
        await db.SaveChangesAsync();
        return rule!.PublicId;
    });

    private Task<Guid> DoubleSearchAsync() => Portal.Scenario.AsConsoleAsync(Permission.SeekDoubles, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await db.DoubleSearches.ExecuteDeleteAsync();
        var (_, search) = await services.GetRequiredService<DoubleSearchDesk>().AskAsync(isWhole: false, isForWorker: false, default);
        return search!.PublicId;
    });

    // The family beside another of its village; decided, it has a decision to take back.
    private async Task<Guid> DoubleAsync(bool isDecided = false)
    {
        var other = await Portal.Scenario.HouseholdInAsync(Village);
        return await Portal.Scenario.AsConsoleAsync(Permission.DecideDoubles, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var ids = await db.Households.Where(h => h.PublicId == Household || h.PublicId == other).OrderBy(h => h.Id).Select(h => h.Id).ToListAsync();
            var pair = new DoublePair(0, new FoundDouble(ids[0], ids[1], 1, 2, DoubleKind.Family, 80, [new ScorePart(DoublePart.SameName, 40)]), Neighbourhood, Village + ".", 0, DateTime.UtcNow);
            if (isDecided)
                pair.KeepApart(services.GetRequiredService<ActingUser>().Id, "Dua keluarga.", DateTime.UtcNow);
            db.DoublePairs.Add(pair);
            await db.SaveChangesAsync();
            return pair.PublicId;
        });
    }

    private async Task<Guid> DifferenceAsync()
    {
        var batch = await AnswerAsync();
        return await Portal.Scenario.AsConsoleAsync(Permission.MatchCivilRegistry, services =>
            services.GetRequiredService<PortalDbContext>().CivilRegistryAnswers.Where(answer => answer.BatchId == batch.Id).Select(answer => answer.PublicId).SingleAsync());
    }

    // Dinsos supports what Disnaker is responsible for, so that both may report.
    private Task<(Guid Meeting, Guid Decision)> HeldAsync(bool isClosed, params string[] named) => Portal.Scenario.HeldMeetingAsync("Disnaker", days: -1, isClosed: isClosed, named: named, supportedBy: "Dinsos");

    private async Task<ValidRequest> ToDecisionAsync(string step, bool isPost)
    {
        var (meeting, decision) = await HeldAsync(isClosed: false);
        var path = $"/rakor/{meeting}/keputusan/{decision}{step}";
        return isPost ? await Post(path, [.. await DecisionAsync(), ("version", "0")]) : await Get(path);
    }

    private async Task<ValidRequest> CloseMeetingAsync()
    {
        var (meeting, _) = await HeldAsync(isClosed: false);
        var form = await Portal.Scenario.MinutesFormAsync(meeting);
        return await Post($"/rakor/{meeting}/tutup", ("Form.NoteTaker", form.NoteTaker!), ("Form.Course", form.Course!), ("Form.Version", Text(form.Version)), ("Form.Decisions", form.Decisions!));
    }

    private async Task<ValidRequest> StrikeAsync(Guid meeting) => await Post($"/rakor/{meeting}/hadir/{await Portal.Scenario.AsConsoleAsync(Permission.ManageMeetings, services =>
        (from one in services.GetRequiredService<PortalDbContext>().MeetingAttendees
         join held in services.GetRequiredService<PortalDbContext>().Meetings on one.MeetingId equals held.Id
         where held.PublicId == meeting
         select one.PublicId).SingleAsync())}/coret");

    private async Task<(string, string)[]> DecisionAsync() =>
        [("Form.Text", "Satu daftar."), ("Form.Action", "Menyerahkan daftar."), ("Form.Indicator", "Berkas termuat"), ("Form.DueOn", "31/12/2026"), ("Form.Version", "0"),
            ("Form.Opd", (await Portal.Scenario.AsConsoleAsync(Permission.ManageMeetings, services => services.GetRequiredService<PortalDbContext>().Opds.Where(opd => opd.ShortName == "Disnaker").Select(opd => opd.PublicId).SingleAsync())).ToString())];

    private (string, string)[] Targets() =>
        [("Form.Households", Household.ToString()), ("Form.State", "Planned"), ("Form.On", "01/12/2026"), ("Form.Amount", "200.000")];

    private static (string, string)[] Meeting(int version) =>
        [("Title", "Rakor uji"), ("On", "30/11/2026"), ("From", "09.00"), ("Place", "Aula"), ("Chair", "Ketua"), ("Version", Text(version))];

    private static ValidRequest Upload() => UploadTo("/impor/baru", "keluarga.csv", FamiliesFile.Of([new FamilyRow("627123000003", "6271041004")]),
        ("Kind", "P3keFamilies"), ("ReleaseName", "uji"), ("ReleasedOn", "15/09/2023"), ("DryRun", "true"));

    private static ValidRequest UploadTo(string path, string fileName, byte[] content, params (string Name, string Value)[] fields) => new(HttpMethod.Post, path, token =>
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in ValidRequest.TokenField(token))
            form.Add(new StringContent(value), name);
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "File", fileName);
        return form;
    });

    // A second release of the same list, so that there is something to compare.
    private async Task<Guid> ReleaseAsync(string name)
    {
        Task<List<(string Name, Guid Id)>> ReadAsync() => Portal.Scenario.AsConsoleAsync(Permission.ViewDataQuality,
            async services => (await services.GetRequiredService<PortalDbContext>().ListReleases.ToListAsync()).ConvertAll(release => (release.Name, release.PublicId)));
        var releases = await ReadAsync();
        if (releases.TrueForAll(release => release.Name != name))
        {
            await Portal.Scenario.ImportFamiliesAsync(name, new DateOnly(2022, 9, 15), new FamilyRow("627123000001", "6271041004") { HeadName = HeadName, Nik = "6271990302800001", Occupation = "Tidak/belum bekerja" });
            releases = await ReadAsync();
        }
        return releases.Find(release => release.Name == name).Id;
    }

    private Task<int> VersionAsync(Func<PortalDbContext, IQueryable<int>> versions) =>
        Portal.Scenario.AsConsoleAsync(Permission.ViewVisits, services => versions(services.GetRequiredService<PortalDbContext>()).SingleAsync());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A request with which nothing is wrong but, perhaps, who sends it.</summary>
public sealed record ValidRequest(HttpMethod Method, string Path, Func<string?, HttpContent>? Content)
{
    /// <summary>It changes the session itself, so it is sent from one of its own.</summary>
    public bool IsFresh { get; init; }

    public static IEnumerable<KeyValuePair<string, string>> TokenField(string? token) => token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)];
}
