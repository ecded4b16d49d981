using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Offices;

namespace TkpkdPortal.Data.Configurations;

internal sealed class CoordinationMeetingConfiguration : IEntityTypeConfiguration<CoordinationMeeting>
{
    public void Configure(EntityTypeBuilder<CoordinationMeeting> builder)
    {
        builder.Property(m => m.Title).HasMaxLength(CoordinationMeeting.TitleMaxLength);
        builder.Property(m => m.Place).HasMaxLength(CoordinationMeeting.PlaceMaxLength);
        builder.Property(m => m.Chair).HasMaxLength(CoordinationMeeting.ChairMaxLength);
        builder.Property(m => m.Theme).HasMaxLength(CoordinationMeeting.ThemeMaxLength);
        builder.Property(m => m.AttendanceCode).HasMaxLength(MeetingCode.Length);
        builder.Property(m => m.NoteTaker).HasMaxLength(CoordinationMeeting.NoteTakerMaxLength);
        builder.Property(m => m.Course).HasMaxLength(CoordinationMeeting.CourseMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Ignore(m => m.IsClosed);
        builder.ComplexProperty(m => m.Letter, letter =>
        {
            letter.Property(l => l.Number).HasMaxLength(InvitationLetter.NumberMaxLength);
            letter.Property(l => l.SignatoryTitle).HasMaxLength(InvitationLetter.TitleMaxLength);
            letter.Property(l => l.SignatoryName).HasMaxLength(InvitationLetter.NameMaxLength);
            letter.Property(l => l.StaffNumber).HasMaxLength(StaffNumber.Length);
        });
        builder.HasIndex(m => m.PublicId).IsUnique();
        builder.HasIndex(m => m.AttendanceCode).IsUnique();
        builder.HasMany(m => m.Agenda).WithOne().HasForeignKey("MeetingId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Chapters).WithOne().HasForeignKey("MeetingId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Invited).WithOne().HasForeignKey("MeetingId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.Property(a => a.Text).HasMaxLength(AgendaItem.TextMaxLength);
        builder.Ignore(a => a.Line);
    }
}

internal sealed class MeetingInviteeConfiguration : IEntityTypeConfiguration<MeetingInvitee>
{
    public void Configure(EntityTypeBuilder<MeetingInvitee> builder) => builder.Property(i => i.Name).HasMaxLength(MeetingInvitee.NameMaxLength);
}

internal sealed class MeetingChapterConfiguration : IEntityTypeConfiguration<MeetingChapter>
{
    public void Configure(EntityTypeBuilder<MeetingChapter> builder)
    {
        builder.Property(c => c.Note).HasMaxLength(MeetingChapter.NoteMaxLength);
        builder.Property(c => c.Opening).HasMaxLength(ChapterOpening.MaxLength);
        builder.Property(c => c.OpeningOver).HasMaxLength(ChapterOpening.OverMaxLength);
        builder.Ignore(c => c.Terms);
    }
}

internal sealed class MeetingAttendeeConfiguration : IEntityTypeConfiguration<MeetingAttendee>
{
    public void Configure(EntityTypeBuilder<MeetingAttendee> builder)
    {
        builder.Property(a => a.Name).HasMaxLength(MeetingAttendee.NameMaxLength);
        builder.Property(a => a.Function).HasMaxLength(MeetingAttendee.FunctionMaxLength);
        builder.Property(a => a.Institution).HasMaxLength(MeetingAttendee.InstitutionMaxLength);
        builder.HasIndex(a => a.PublicId).IsUnique();
        builder.HasOne<CoordinationMeeting>().WithMany().HasForeignKey(a => a.MeetingId);
    }
}

internal sealed class MeetingDecisionConfiguration : IEntityTypeConfiguration<MeetingDecision>
{
    public void Configure(EntityTypeBuilder<MeetingDecision> builder)
    {
        builder.Property(d => d.Text).HasMaxLength(MeetingDecision.TextMaxLength);
        builder.Property(d => d.Action).HasMaxLength(MeetingDecision.TextMaxLength);
        builder.Property(d => d.Indicator).HasMaxLength(MeetingDecision.IndicatorMaxLength);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.IsOpen).Ignore(d => d.IsLate);
        builder.HasOne<CoordinationMeeting>().WithMany().HasForeignKey(d => d.MeetingId);
        builder.HasMany(d => d.Support).WithOne().HasForeignKey(s => s.DecisionId);
        builder.HasMany(d => d.Areas).WithOne().HasForeignKey(a => a.DecisionId);
        builder.HasMany(d => d.Programs).WithOne().HasForeignKey(p => p.DecisionId);
        builder.HasMany(d => d.Cases).WithOne().HasForeignKey(c => c.DecisionId);
        builder.HasMany(d => d.Lists).WithOne().HasForeignKey(l => l.DecisionId);
        builder.HasMany(d => d.Reports).WithOne().HasForeignKey(r => r.DecisionId);
        builder.HasIndex(d => d.PublicId).IsUnique();
        builder.HasIndex(d => new { d.MeetingId, d.Number }).IsUnique();
        // What is due soon, for whoever has to do it.
        builder.HasIndex(d => new { d.OpdId, d.State, d.DueOn });
    }
}

internal sealed class DecisionListConfiguration : IEntityTypeConfiguration<DecisionList>
{
    public void Configure(EntityTypeBuilder<DecisionList> builder)
    {
        builder.Property(l => l.Address).HasMaxLength(DecisionList.AddressMaxLength);
        builder.Property(l => l.Words).HasMaxLength(DecisionList.WordsMaxLength);
    }
}

internal sealed class DecisionReportConfiguration : IEntityTypeConfiguration<DecisionReport>
{
    public void Configure(EntityTypeBuilder<DecisionReport> builder)
    {
        builder.Property(r => r.Progress).HasMaxLength(DecisionReport.TextMaxLength);
        builder.Property(r => r.Obstacle).HasMaxLength(DecisionReport.TextMaxLength);
        builder.Property(r => r.Evidence).HasMaxLength(DecisionReport.EvidenceMaxLength);
        // Two who report at once: the second is told and keeps what it typed.
        builder.HasIndex(r => new { r.DecisionId, r.Number }).IsUnique();
    }
}

internal sealed class DecisionAreaConfiguration : IEntityTypeConfiguration<DecisionArea>
{
    public void Configure(EntityTypeBuilder<DecisionArea> builder)
    {
        builder.Property(a => a.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.HasIndex(a => a.AreaCode);
    }
}

internal sealed class MeetingSnapshotConfiguration : IEntityTypeConfiguration<MeetingSnapshot>
{
    public void Configure(EntityTypeBuilder<MeetingSnapshot> builder)
    {
        builder.Property(s => s.Code).HasMaxLength(MeetingSnapshot.CodeMaxLength);
        builder.Property(s => s.List).HasMaxLength(MeetingSnapshot.ListMaxLength);
        builder.Property(s => s.Rules).HasMaxLength(MeetingSnapshot.RulesMaxLength);
        builder.Property(s => s.Program).HasMaxLength(MeetingSnapshot.ProgramMaxLength);
        builder.Property(s => s.Hash).HasMaxLength(MeetingSnapshot.HashLength);
        builder.HasOne<CoordinationMeeting>().WithMany().HasForeignKey(s => s.MeetingId);
        builder.HasIndex(s => s.PublicId).IsUnique();
        builder.HasIndex(s => new { s.MeetingId, s.Number }).IsUnique();
    }
}

internal sealed class SnapshotContentConfiguration : IEntityTypeConfiguration<SnapshotContent>
{
    public void Configure(EntityTypeBuilder<SnapshotContent> builder)
    {
        builder.HasKey(content => content.SnapshotId);
        builder.Property(content => content.SnapshotId).ValueGeneratedNever();
        builder.HasOne<MeetingSnapshot>().WithOne().HasForeignKey<SnapshotContent>(content => content.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeetingMinutesConfiguration : IEntityTypeConfiguration<MeetingMinutes>
{
    public void Configure(EntityTypeBuilder<MeetingMinutes> builder)
    {
        builder.HasKey(minutes => minutes.MeetingId);
        builder.Property(minutes => minutes.MeetingId).ValueGeneratedNever();
        builder.HasOne<CoordinationMeeting>().WithOne().HasForeignKey<MeetingMinutes>(minutes => minutes.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}
