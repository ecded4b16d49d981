using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.Configurations;

internal sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.Property(v => v.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(v => v.Respondent).HasMaxLength(Visit.RespondentMaxLength);
        builder.Property(v => v.PresenceNote).HasMaxLength(Visit.TextMaxLength);
        builder.Property(v => v.ReasonText).HasMaxLength(Visit.TextMaxLength);
        builder.Property(v => v.Note).HasMaxLength(Visit.TextMaxLength);
        builder.Property(v => v.ReturnNote).HasMaxLength(Visit.TextMaxLength);
        builder.Property(v => v.CorrectedHeadName).HasMaxLength(Visit.NameMaxLength);
        builder.Property(v => v.CorrectedAddress).HasMaxLength(Visit.AddressMaxLength);
        builder.Property(v => v.CorrectedNikIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.Property(v => v.CorrectedFamilyCardIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.ComplexProperty(v => v.CorrectedNik!, FactsMapping.MapNumber);
        builder.ComplexProperty(v => v.CorrectedFamilyCard!, FactsMapping.MapNumber);
        builder.ComplexProperty(v => v.Housing);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => v.PublicId).IsUnique();
        // One visit of each number: two clicks or two phones cannot open the same one twice.
        builder.HasIndex(v => new { v.HouseholdId, v.Number }).IsUnique();
        builder.HasIndex(v => new { v.AreaCode, v.Status });
        builder.HasIndex(v => v.EnumeratorId);
        builder.HasOne<Household>().WithMany().HasForeignKey(v => v.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(v => v.EnumeratorId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(v => v.IsOpen);
    }
}

internal sealed class OpdConfiguration : IEntityTypeConfiguration<Opd>
{
    public void Configure(EntityTypeBuilder<Opd> builder)
    {
        builder.Property(o => o.Name).HasMaxLength(Opd.NameMaxLength);
        builder.Property(o => o.ShortName).HasMaxLength(Opd.ShortNameMaxLength);
        builder.HasIndex(o => o.PublicId).IsUnique();
        builder.HasIndex(o => o.ShortName).IsUnique();
    }
}

internal sealed class AidProgramConfiguration : IEntityTypeConfiguration<AidProgram>
{
    public void Configure(EntityTypeBuilder<AidProgram> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(AidProgram.NameMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasIndex(p => new { p.OpdId, p.Year });
        builder.HasOne<Opd>().WithMany().HasForeignKey(p => p.OpdId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InterventionConfiguration : IEntityTypeConfiguration<Intervention>
{
    public void Configure(EntityTypeBuilder<Intervention> builder)
    {
        builder.Property(i => i.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(i => i.Goods).HasMaxLength(Intervention.GoodsMaxLength);
        builder.Property(i => i.Note).HasMaxLength(Intervention.NoteMaxLength);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => i.PublicId).IsUnique();
        builder.HasIndex(i => new { i.HouseholdId, i.OpdId });
        builder.HasIndex(i => new { i.ProgramId, i.State });
        builder.HasIndex(i => i.AreaCode);
        builder.HasOne<AidProgram>().WithMany().HasForeignKey(i => i.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(i => i.HouseholdId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CoordinationMeetingConfiguration : IEntityTypeConfiguration<CoordinationMeeting>
{
    public void Configure(EntityTypeBuilder<CoordinationMeeting> builder)
    {
        builder.Property(m => m.Title).HasMaxLength(CoordinationMeeting.TitleMaxLength);
        builder.Property(m => m.Place).HasMaxLength(CoordinationMeeting.PlaceMaxLength);
        builder.Property(m => m.Chair).HasMaxLength(CoordinationMeeting.ChairMaxLength);
        builder.Property(m => m.Theme).HasMaxLength(CoordinationMeeting.ThemeMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.PublicId).IsUnique();
        builder.HasMany(m => m.Agenda).WithOne().HasForeignKey("MeetingId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder) => builder.Property(a => a.Text).HasMaxLength(AgendaItem.TextMaxLength);
}
