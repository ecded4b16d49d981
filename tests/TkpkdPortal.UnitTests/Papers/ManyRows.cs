using System.Globalization;
using Microsoft.Extensions.Configuration;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Features.Profiles;
using TkpkdPortal.Features.Rakor.Minutes;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Features.Rakor.Reports;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;
using TkpkdPortal.UnitTests.Figures;

namespace TkpkdPortal.UnitTests.Papers;

/// <summary>What papers are made of, with as many rows as asked for; as an office has them, or with names that no column was made for.</summary>
internal sealed class ManyRows(int rows, bool isLong, SheetSize sheet)
{
    /// <summary>The most kecamatan that one kabupaten of Indonesia has.</summary>
    private const int MostDistricts = 51;

    public static DateOnly Today { get; } = new(2026, 11, 20);

    public static AreaCode Village { get; } = AreaCode.Parse("62.71.04.1004");

    private readonly AreaDirectory _areas = new([("62.", "Kalimantan Tengah"), ("62.71.", "Kota Palangka Raya"), ("62.71.04.", isLong ? "Sabangau Hulu Mandau Talawang Barat" : "Sabangau"), ("62.71.04.1004.", isLong ? "Kameloh Baru Sungai Batu Mandirangan Hilir" : "Kameloh Baru")]);

    public AreaDirectory Areas => _areas;

    private int Districts => Math.Min(rows, MostDistricts);

    public OfficeSettings Office
    {
        get
        {
            var office = OfficeSettings.From(new ConfigurationBuilder().AddInMemoryCollection([new("Office:AreaCode", "62.71")]).Build(), _areas);
            office.Take(office.Terms with
            {
                Sheet = sheet,
                Unit = isLong ? "BADAN PERENCANAAN PEMBANGUNAN, RISET, INOVASI, DAN PENGENDALIAN PEMBANGUNAN DAERAH" : office.Terms.Unit,
                Address = "Jalan Uji Nomor 1, Palangka Raya 73112, telepon 0536-000000, laman bappeda.uji.invalid, pos-el bappeda@uji.invalid",
            });
            return office;
        }
    }

    public CoordinationMeeting Meeting
    {
        get
        {
            Assert.True(CoordinationMeeting.Call(new MeetingTerms(Text("Rapat Koordinasi Penanggulangan Kemiskinan", 0, CoordinationMeeting.TitleMaxLength), Today, new TimeOnly(9, 0), null, Text("Aula", 0, CoordinationMeeting.PlaceMaxLength),
                Text("Sekretaris Daerah", 0, CoordinationMeeting.ChairMaxLength), Text("Satu data", 0, CoordinationMeeting.ThemeMaxLength),
                [.. Enumerable.Range(1, Math.Min(rows, 20)).Select(i => new AgendaPoint(i % 3 == 0 ? null : new TimeOnly(9, 0), Text("Paparan", i, AgendaItem.TextMaxLength)))]), out var meeting).IsAccepted);
            var invited = Enumerable.Range(1, Math.Clamp(rows, 1, CoordinationMeeting.MostInvited)).Select(i => new InvitedParty(null, Text("Camat", i, MeetingInvitee.NameMaxLength)));
            Assert.True(meeting!.Invite(new InvitationLetter("400.9.10/1234/SEKR-TKPK/XI/2026", Today.AddDays(-5), Text("a.n. Ketua TKPK, Sekretaris", 0, InvitationLetter.TitleMaxLength), Text("Nama Uji", 0, InvitationLetter.NameMaxLength), "197001011995031000"), [.. invited]).IsAccepted);
            Assert.True(meeting.Minute(Text("Rina Uji", 0, CoordinationMeeting.NoteTakerMaxLength), rows == 0 ? null : string.Join('\n', Enumerable.Range(1, Math.Min(rows, 40)).Select(i => Text("Peserta menyampaikan", i, 190)))).IsAccepted);
            return meeting;
        }
    }

    public IReadOnlyList<MeetingAttendee> Present
    {
        get
        {
            var meeting = Meeting;
            return [.. Enumerable.Range(1, rows).Select(i =>
            {
                Assert.True(MeetingAttendee.SignIn(meeting, new AttendeeTerms(Text("Peserta", i, MeetingAttendee.NameMaxLength), Text("Kepala Bidang", i, MeetingAttendee.FunctionMaxLength), Text("Dinas", i, MeetingAttendee.InstitutionMaxLength)), [], 1, DateTime.UnixEpoch, Today, out var attendee).IsAccepted);
                return attendee!;
            })];
        }
    }

    public MinutesPage Minutes => new(Meeting, new MinutesForm()) { Before = Decisions, Decisions = [.. Decisions.Take(40)] };

    public IReadOnlyList<DecisionLine> Decisions => [.. Enumerable.Range(1, rows).Select(i => new DecisionLine
    {
        DecisionId = i,
        Id = Guid.Empty,
        Meeting = Guid.Empty,
        MeetingOn = Today.AddDays(-40),
        Number = i,
        Text = Text("Memutuskan", i, Paragraph(MeetingDecision.TextMaxLength)),
        Action = Text("Mengerjakan", i, Paragraph(MeetingDecision.TextMaxLength)),
        Indicator = Text("Terlihat", i, Paragraph(MeetingDecision.IndicatorMaxLength)),
        Opd = Text("Dinas", i, 60),
        DueOn = Today.AddDays(i % 5 == 0 ? -12 : 30),
        State = (DecisionState)((i % 4) + 1),
        Percent = i % 4 == 1 ? 40 : 0,
        SettledOn = i % 4 > 1 ? Today.AddDays(-3) : null,
        Progress = i % 3 == 0 ? null : Text("Sudah", i, Paragraph(DecisionReport.TextMaxLength)),
        Obstacle = i % 2 == 0 ? null : Text("Terkendala", i, 200),
        Evidence = i % 2 == 0 ? null : Text("Surat", i, 200),
        Support = [.. Enumerable.Range(1, i % 4).Select(k => Text("Badan", k, 40))],
    })];

    public RakorFigures Figures
    {
        get
        {
            var figures = InventedFigures.Of(new Random(17), mostDistricts: 1);
            var lists = Enumerable.Range(1, rows).ToList();
            string Name(int i) => Text("Desa", i, 40);
            var districts = lists.Take(Districts).Select(i => (Code: Code(i), Name: Text("Kecamatan", i, 40))).ToList();
            var deciles = districts.ConvertAll(district => new AreaDeciles(district.Code, [.. Enumerable.Range(0, InventedFigures.Deciles).Select(decile => 12 + decile)], null));
            var lacks = districts.ConvertAll(district => new AreaLacks(district.Code, 70, 12, 34, 5, 1));
            var visits = districts.ConvertAll(district => new NamedVerification(district.Name, district.Name, Visit(district.Code)));
            return figures with
            {
                Office = figures.Office with { Sheet = sheet, Letterhead = Office.Letterhead },
                Meeting = PackMeeting.Of(Meeting),
                LegalBases = [.. lists.Take(12).Select(i => Text("Peraturan", i, 300))],
                Release = rows == 0 ? null : figures.Release ?? new PackRelease("Daftar uji", Today),
                Deciles = new DecileFigures([.. Enumerable.Range(0, InventedFigures.Deciles).Select(i => new DecileFigure(WelfareDecile.FromCode((byte)(i + 1)), deciles.Sum(area => area.Families[i]), null))], deciles),
                Districts = visits,
                Villages = [.. lists.Select(i => new NamedVerification(Name(i), Text("Kecamatan", i, 40), Visit(Code(i))))],
                Verification = new VerificationFigures([.. visits.Select(visit => visit.Figure).DefaultIfEmpty(new VerificationFigure("", 0, 0, 0, 0, 0, 0, null))]).Total,
                Housing = figures.Housing with { ByArea = lacks, Waters = Answers(HousingWords.DrinkingWaters), Toilets = Answers(HousingWords.Toilets), Floors = Answers(HousingWords.Floors), Lightings = Answers(HousingWords.Lightings) },
                Aid = [.. lists.Select(i => new AidFigure(Text("Bantuan", i, 120), 2026, Text("Dinas", i, 60), (AidStrategy)((i % 3) + 1), FundSource.RegionalApbd, 120 + i, 80 + i, 123_456_789_000m * i))],
                FamilySizes = [.. lists.Take(20).Select(i => new NamedSizes(Name(i), Text("Kecamatan", i, 40), [5, 3, 1]))],
                Decisions = Decisions,
                Needs = new PackNeeds(2026, rows == 0 ? 0 : 7_000, rows == 0 ? 0 : 5_000, 20, 3_000, [.. NeedWords.Of((Need)~0).Take(rows).Select((need, i) => new PackNeedLine(NeedWords.Values.Label(need), 1_000, 300, 200, 500 - i, 40))], Needs("Dinas", 30), Needs("Kecamatan", MostDistricts)),
                Overlaps = new PackOverlaps(2026, rows * 3, rows * 2, 98_765_432_100m * rows, [.. lists.Take(40).Select(i => new PackOverlapLine(Text("Dinas", i, 60), "APBD Kabupaten/Kota", 3, 2, 98_765_432_100m))]),
                DanaDesa = new PackDanaDesa(2026, rows + 3, rows * 20, rows * 9, 5_000_000_000m, 1_000_000_000m, [.. lists.Select(i => new PackDesa(Name(i), Text("Kecamatan", i, 40), 20, i % 2 == 0 ? null : 345_678_900m))]),
                Loci = new PackLoci(1, 40, [.. lists.Where(i => i % 10 == 1).Select(Locus)], [.. lists.Where(i => i % 10 != 1).Select(Locus)]),
                Differences = new PackDifferences("P3KE 2023 (rilis 15 September 2023)", "DTSEN 2026 Triwulan III (rilis 1 Oktober 2026)", rows * 20, rows * 9, [.. lists.Take(12).Select(i => new PackDifferenceLine(Text("Isian", i, 40), 0, 30, 4))], [.. districts.Select(district => new PackDifferenceLine(district.Name, 80, 30, 4))]),
                DistrictPages = [.. districts.Select((district, i) => new PackDistrict(district.Code, district.Name, [.. lists.Where(k => k % Math.Max(Districts, 1) == i).Select(k => new PackVillage(Name(k), 90, 60, 40, 20, 50, 30))]))],
                Cases = new PackCases(rows, rows / 2, [.. lists.Take(4).Select(i => new PackCount(Text("Ditutup", i, 60), i))], [.. lists.Take(3).Select(i => new PackCount(Text("Graduasi", i, 60), i))], rows, 1, 1),
                Chapters = [.. PackChapterWords.Values.All.Select((chapter, i) => new ChapterTerms(chapter, IsShown: true, rows > 0 && i % 2 == 0 ? Text("Catatan", i, MeetingChapter.NoteMaxLength) : null)
                {
                    Opening = rows > 0 && i % 3 == 0 ? new ChapterOpening(Text("Pembuka", i, ChapterOpening.MaxLength), "lain") : null,
                })],
                AreaNames = districts.ToDictionary(district => district.Code, district => district.Name),
            };
            IReadOnlyList<AnswerFigure> Answers<T>(CodedValues<T> words)
                where T : struct, Enum => rows == 0 ? [] : [.. words.All.Select((value, i) => new AnswerFigure(words.Label(value), 100 * i, i > 5))];
            PackLocus Locus(int i) => new(Name(i), Text("Kecamatan", i, 40), 90, 20, 33.3m);
            IReadOnlyList<PackNeedLine> Needs(string kind, int most) => [.. lists.Take(most).Select(i => new PackNeedLine(Text(kind, i, 60), 1_000, 300, 200, 500, 40))];
        }
    }

    public ReportFigures Report(ReportKind kind) => new(kind, new ReportPeriod("Tahun 2026", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), IsRunning: true), Figures)
    {
        Programs = [.. Enumerable.Range(1, rows).Select(i => new ProgramRealisation(Text("Program", i, 120), Text("Dinas", i, 60), (AidStrategy)((3 * (i - 1) / rows) + 1), FundSource.RegionalApbd, i % 2 == 0 ? null : 987_654_321_000m, 400, 300, 123_456_789_000m) { Activity = Text("Kegiatan", i, 120), Needs = (Need)1, Villages = 12 })],
        Meetings = [.. Enumerable.Range(1, Math.Min(rows, 12)).Select(i => new ReportMeeting(Text("Rapat", i, 200), Today.AddDays(-i), 40, 6, 3))],
        Decisions = Decisions,
        ObjectionsReceived = rows,
        ObjectionsOpen = rows / 2,
        Today = Today,
    };

    public VillageProfile Profile => new(Village, new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc))
    {
        List = rows == 0 ? "belum ada daftar" : "P3KE 2023",
        Neighbourhoods = [.. Enumerable.Range(1, rows).Select(i => new ProfileNeighbourhood(string.Create(CultureInfo.InvariantCulture, $"{Village.Stored}{(i / 60) + 1:000}.{i:000}."), 40, 160, 9, 20))],
        People = [.. Enumerable.Range(1, 8).Select(i => new ProfileAge(i == 8 ? "Belum diketahui" : $"{i}–{i + 4}", rows * 9, rows * 8, rows))],
        Needs = [.. NeedWords.Of((Need)~0).Select((need, i) => new ProfileNeed(NeedWords.Values.Label(need), [.. Enumerable.Range(1, i % 4).Select(k => Text("Dinas", k, 40))], rows * 19, rows * 3, rows * 2, rows * (14 - i), rows))],
        AllNeeds = rows * 12 * 9,
        MetNeeds = rows * 12 * 3,
        Housing = new AreaLacks("", rows * 40, rows * 3, rows * 9, rows, 0),
        OfficeHousing = new AreaLacks("", 9_000, 400, 900, 100, 3),
        Aid = [.. Enumerable.Range(1, rows).Select(i => new AidFigure(Text("Bantuan", i, 120), 2026, Text("Dinas", i, 60), AidStrategy.ReduceExpenses, FundSource.RegionalApbd, 40, 30, 123_456_789m))],
        ToMend = [("Data belum lengkap", rows), ("Ada yang keliru", rows / 2), ("Kabar sudah lama", 0), ("Usulan baru menunggu", 0), ("Sanggahan terbuka", 0)],
        Decisions = Decisions,
    };

    // One decision may say all that it can; three hundred that do are no meeting.
    private int Paragraph(int most) => rows > 1 ? 160 : most;

    private static string Code(int i) => string.Create(CultureInfo.InvariantCulture, $"62.{(i / 90) + 10:00}.{(i % 90) + 1:00}.");

    private static VerificationFigure Visit(string code) => new(code, 90, 60, 50, 10, 30, 6, Today.AddDays(-3));

    // As short as an office writes it; or as long as it may be, of names that some places have, a word that fits no column, and the number at its end.
    private string Text(string kind, int i, int most)
    {
        if (!isLong)
            return $"{kind} {i:000}";
        const string Filling = "Sungai Batu Mandirangan Hilir dan Hulu, Pemberdayaanmasyarakatdanketahanankeluarga Kamaruddin Daeng Parani bin Haji Muhammad Tahir Al-Banjari ";
        var (head, tail) = ($"{kind} ", string.Create(CultureInfo.InvariantCulture, $" {i:000}"));
        var between = string.Concat(Enumerable.Repeat(Filling, (most / Filling.Length) + 1));
        return head + between[..(most - head.Length - tail.Length)].TrimEnd() + tail;
    }
}
