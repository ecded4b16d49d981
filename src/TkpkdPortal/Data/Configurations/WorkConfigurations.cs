using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
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
        builder.Property(v => v.Settlement).HasMaxLength(Visit.TextMaxLength);
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
        builder.Property(v => v.Extra).HasConversion(answers => answers.Written, written => ExtraAnswers.Read(written)).HasMaxLength(ExtraAnswers.MaxLength);
        // No foreign key: adding one would make SQLite rebuild the table outside a transaction, and a target is never removed.
        builder.HasIndex(v => v.RoundTargetId);
        builder.Ignore(v => v.IsOpen);
        builder.Ignore(v => v.Channel);
        builder.Ignore(v => v.Answers);
        builder.ComplexProperty(v => v.Position!);
        builder.HasMany(v => v.Photos).WithOne().HasForeignKey(p => p.VisitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VisitSubmissionConfiguration : IEntityTypeConfiguration<VisitSubmission>
{
    public void Configure(EntityTypeBuilder<VisitSubmission> builder)
    {
        builder.Property(s => s.BodyHash).HasMaxLength(VisitSubmission.HashLength);
        builder.Property(s => s.Answer).HasMaxLength(VisitSubmission.AnswerMaxLength);
        // What makes a repeat a repeat, for two processes and a double click alike.
        builder.HasIndex(s => new { s.VisitId, s.Revision }).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VisitPhotoConfiguration : IEntityTypeConfiguration<VisitPhoto>
{
    public void Configure(EntityTypeBuilder<VisitPhoto> builder)
    {
        builder.Property(p => p.Sha256).HasMaxLength(VisitPhoto.HashLength);
        builder.Property(p => p.Refusal).HasMaxLength(VisitPhoto.RefusalMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.Ignore(p => p.ShowsNumbers);
    }
}

internal sealed class PhotoPieceConfiguration : IEntityTypeConfiguration<PhotoPiece>
{
    public void Configure(EntityTypeBuilder<PhotoPiece> builder)
    {
        // One piece for each place: two requests at once cannot both bring it.
        builder.HasIndex(p => new { p.PhotoId, p.Start }).IsUnique();
        builder.HasOne<VisitPhoto>().WithMany().HasForeignKey(p => p.PhotoId).OnDelete(DeleteBehavior.Cascade);
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
        builder.Property(p => p.BudgetCode).HasMaxLength(AidProgram.BudgetCodeMaxLength);
        builder.Property(p => p.BudgetName).HasMaxLength(AidProgram.BudgetNameMaxLength);
        builder.Property(p => p.Unit).HasMaxLength(AidProgram.UnitMaxLength);
        builder.Property(p => p.Partner).HasMaxLength(AidProgram.PartnerMaxLength);
        builder.Property(p => p.Target).HasDefaultValue(AidTarget.Household).HasSentinel((AidTarget)0);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasIndex(p => new { p.OpdId, p.Year });
        builder.HasOne<Opd>().WithMany().HasForeignKey(p => p.OpdId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VillageBudgetConfiguration : IEntityTypeConfiguration<VillageBudget>
{
    public void Configure(EntityTypeBuilder<VillageBudget> builder)
    {
        builder.Property(b => b.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(b => b.Source).HasMaxLength(VillageBudget.SourceMaxLength);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => b.PublicId).IsUnique();
        // A village has one budget of a program, whoever states it at the same moment.
        builder.HasIndex(b => new { b.ProgramId, b.AreaCode }).IsUnique();
        builder.HasIndex(b => b.AreaCode);
        builder.HasOne<AidProgram>().WithMany().HasForeignKey(b => b.ProgramId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InterventionConfiguration : IEntityTypeConfiguration<Intervention>
{
    public void Configure(EntityTypeBuilder<Intervention> builder)
    {
        builder.Property(i => i.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(i => i.Goods).HasMaxLength(Intervention.GoodsMaxLength);
        builder.Property(i => i.Unit).HasMaxLength(Intervention.UnitMaxLength);
        builder.Property(i => i.Evidence).HasMaxLength(Intervention.EvidenceMaxLength);
        builder.Property(i => i.Partner).HasMaxLength(Intervention.PartnerMaxLength);
        builder.Property(i => i.DropReason).HasMaxLength(Intervention.ReasonMaxLength);
        builder.Property(i => i.Note).HasMaxLength(Intervention.NoteMaxLength);
        builder.ComplexProperty(i => i.Period);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => i.PublicId).IsUnique();
        builder.HasIndex(i => new { i.HouseholdId, i.OpdId });
        builder.HasIndex(i => new { i.ProgramId, i.State });
        // What an OPD has not delivered is counted on each of its pages.
        builder.HasIndex(i => new { i.OpdId, i.State, i.On });
        builder.HasIndex(i => i.AreaCode);
        builder.HasOne<AidProgram>().WithMany().HasForeignKey(i => i.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(i => i.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        // No foreign key: adding one would make SQLite rebuild the table outside a transaction, and a person of the register is never removed.
        builder.HasIndex(i => i.PersonId);
    }
}

internal sealed class RecipientRowConfiguration : IEntityTypeConfiguration<RecipientRow>
{
    public void Configure(EntityTypeBuilder<RecipientRow> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedOnAdd();
        builder.Property(r => r.ReleaseName).HasMaxLength(ListRelease.NameMaxLength);
        builder.Property(r => r.Program).HasMaxLength(AidProgram.NameMaxLength);
        builder.Property(r => r.Name).HasMaxLength(HouseholdFacts.NameMaxLength);
        builder.Property(r => r.Address).HasMaxLength(HouseholdFacts.AddressMaxLength);
        builder.Property(r => r.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(r => r.NikIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.Property(r => r.Note).HasMaxLength(Intervention.NoteMaxLength);
        builder.Property(r => r.FactKey).HasMaxLength(RecipientRow.KeyLength);
        builder.Property(r => r.ContentHash).HasMaxLength(ListedRow.ContentHashLength);
        builder.ComplexProperty(r => r.Nik!, FactsMapping.MapNumber);
        builder.ComplexProperty(r => r.Period);
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.HasIndex(r => r.FactKey);
        builder.HasIndex(r => new { r.ReleaseName, r.InterventionId });
        builder.HasIndex(r => r.ChangeSetId);
        builder.HasIndex(r => r.InterventionId);
        builder.HasOne<Opd>().WithMany().HasForeignKey(r => r.OpdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Intervention>().WithMany().HasForeignKey(r => r.InterventionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecipientOverlapConfiguration : IEntityTypeConfiguration<RecipientOverlap>
{
    public void Configure(EntityTypeBuilder<RecipientOverlap> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedOnAdd();
        builder.Property(o => o.Kind).HasMaxLength(FindingKind.MaxLength);
        builder.Property(o => o.Rows).HasMaxLength(RecipientOverlap.RowsMaxLength);
        builder.HasIndex(o => o.BatchId);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(o => o.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CivilRegistryAnswerConfiguration : IEntityTypeConfiguration<CivilRegistryAnswer>
{
    public void Configure(EntityTypeBuilder<CivilRegistryAnswer> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedOnAdd();
        builder.Property(a => a.ReleaseName).HasMaxLength(ListRelease.NameMaxLength);
        builder.Property(a => a.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(a => a.Name).HasMaxLength(HouseholdFacts.NameMaxLength);
        builder.Property(a => a.ToldName).HasMaxLength(HouseholdFacts.NameMaxLength);
        builder.Property(a => a.Note).HasMaxLength(CivilRegistryAnswer.NoteMaxLength);
        builder.Property(a => a.SettlementNote).HasMaxLength(CivilRegistryAnswer.NoteMaxLength);
        builder.Property(a => a.FactKey).HasMaxLength(CivilRegistryAnswer.KeyLength);
        builder.Property(a => a.ContentHash).HasMaxLength(ListedRow.ContentHashLength);
        builder.ComplexProperty(a => a.Nik!, FactsMapping.MapNumber);
        builder.ComplexProperty(a => a.ToldNik!, FactsMapping.MapNumber);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.PublicId).IsUnique();
        builder.HasIndex(a => a.FactKey);
        builder.HasIndex(a => new { a.PersonId, a.SupersededById });
        builder.HasIndex(a => new { a.AreaCode, a.Match, a.SettledAt });
        builder.HasIndex(a => a.ChangeSetId);
        builder.HasIndex(a => a.BatchId);
        builder.Ignore(a => a.HasCorrection).Ignore(a => a.IsOpen);
    }
}
