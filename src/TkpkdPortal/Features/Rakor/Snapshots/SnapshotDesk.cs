using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Features.Rakor.PublicPack;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Snapshots;

/// <summary>Publishes the pack of a meeting: its figures and its bytes are kept; and shows later what has changed since.</summary>
public sealed class SnapshotDesk(PortalDbContext db, ActingUser user, PackWriter writer, PackQueue queue, FontLibrary fonts, OfficeSettings office, OfficeClock clock)
{
    // The build itself, since an image may carry no revision.
    private static string Program { get; } = $"{typeof(SnapshotDesk).Assembly.GetName().Version} {typeof(SnapshotDesk).Module.ModuleVersionId:N}";

    public async Task<Outcome> PublishAsync(CoordinationMeeting seen, CancellationToken ct)
    {
        if (seen.RefuseWhenClosed() is { IsAccepted: false } closed)
            return closed;
        var at = clock.UtcNow;
        var drafted = await queue.TakeTurnAsync(() => writer.CollectAsync(seen, asOf: null, ct), ct);
        if (drafted.OutdatedOpenings() is [_, ..] outdated)
            return Outcome.Refuse($"Angka berubah sejak kalimat pembuka bab {Indonesian.List([.. outdated.Select(PackChapterWords.Values.Label)])} disunting. Baca lagi di “Susun bab dan catatan analis”, lalu terbitkan.");
        var numbers = await NumbersAsync(seen, drafted, ct);
        var figures = drafted with { Publication = numbers.OfDay };
        // Printed before the turn of the writers, so that nobody waits for a layout.
        var (pack, forPublic) = await queue.TakeTurnAsync(() => Task.FromResult((writer.Print(figures), PublicPaper.Write(PublicFigures.Of(figures), fonts))), ct);
        var facts = new SnapshotFacts(figures.SnapshotId, at, figures.Release?.Title ?? "belum ada daftar", figures.Rules, Program, Convert.FromHexString(figures.Hash()));
        return await MeetingSteps.ChangeAsync(db, seen.Id, seen.Version, async meeting =>
        {
            if (await NumbersAsync(meeting, drafted, ct) != numbers)
                return Outcome.Refuse("Bahan lain baru saja diterbitkan. Terbitkan sekali lagi agar nomornya tidak sama.");
            var snapshot = MeetingSnapshot.Take(meeting, numbers.OfMeeting, facts, user.Id, clock.UtcNow);
            db.MeetingSnapshots.Add(snapshot);
            await db.SaveChangesAsync(ct);
            db.SnapshotContents.Add(new SnapshotContent { SnapshotId = snapshot.Id, Figures = figures.ToJson(), Pack = pack, PublicPack = forPublic });
            return Outcome.Accepted;
        }, ct);
    }

    // The next number of the meeting, for the address; and of the day, for the code, so that two meetings of one day never print the same.
    private async Task<(int OfMeeting, int OfDay)> NumbersAsync(CoordinationMeeting meeting, RakorFigures figures, CancellationToken ct)
    {
        var day = RakorFigures.CodeOf(figures.Office.AreaDigits, figures.DataDay) + "%";
        return (await db.MeetingSnapshots.CountAsync(one => one.MeetingId == meeting.Id, ct) + 1, await db.MeetingSnapshots.CountAsync(one => EF.Functions.Like(one.Code, day), ct) + 1);
    }

    /// <summary>The bytes of a published pack; without a number, of the latest.</summary>
    public static Task<byte[]?> PackAsync(PortalDbContext db, long meetingId, int? number, CancellationToken ct) => ContentsOf(db, meetingId, number).Select(content => content.Pack).FirstOrDefaultAsync(ct);

    /// <summary>The version for the public, of a snapshot that has one.</summary>
    public static Task<byte[]?> PublicPackAsync(PortalDbContext db, long meetingId, int number, CancellationToken ct) => ContentsOf(db, meetingId, number).Select(content => content.PublicPack).FirstOrDefaultAsync(ct);

    private static IQueryable<SnapshotContent> ContentsOf(PortalDbContext db, long meetingId, int? number) =>
        from snapshot in db.MeetingSnapshots.AsNoTracking()
        join content in db.SnapshotContents on snapshot.Id equals content.SnapshotId
        where snapshot.MeetingId == meetingId && (number == null || snapshot.Number == number)
        orderby snapshot.Number descending
        select content;

    public async Task<SnapshotPage?> PageAsync(CoordinationMeeting meeting, int number, int? halaman, CancellationToken ct)
    {
        if (await db.MeetingSnapshots.AsNoTracking().SingleOrDefaultAsync(one => one.MeetingId == meeting.Id && one.Number == number, ct) is not { } snapshot)
            return null;
        var content = await db.SnapshotContents.AsNoTracking().SingleAsync(one => one.SnapshotId == snapshot.Id, ct);
        var isSound = SHA256.HashData(content.Figures).AsSpan().SequenceEqual(snapshot.Hash);
        var then = FiguresOf(content);
        bool? again = null;
        IReadOnlyList<FigureChange>? changes = null;
        if (then is not null)
        {
            again = snapshot.Program == Program ? await queue.TakeTurnAsync(() => Task.FromResult(writer.Print(then).AsSpan().SequenceEqual(content.Pack)), ct) : null;
            changes = FigureChanges.Between(then, await queue.TakeTurnAsync(() => writer.CollectAsync(meeting, asOf: null, ct), ct));
        }
        return new SnapshotPage(meeting, snapshot, isSound, again, changes, await CorrectedSince.OfAsync(db, user, office.Area, snapshot.DataAt, halaman, ct))
        {
            TakenBy = await db.Users.AsNoTracking().Where(one => one.Id == snapshot.TakenById).Select(one => one.FullName).SingleOrDefaultAsync(ct) ?? "–",
            HasPublicPack = content.PublicPack is not null,
        };
    }

    // An older version kept figures that this one cannot read any more; its pack stays what it is.
    private static RakorFigures? FiguresOf(SnapshotContent content)
    {
        try
        {
            return RakorFigures.FromJson(content.Figures);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
