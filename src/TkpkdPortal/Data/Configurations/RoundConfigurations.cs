using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.Configurations;

internal sealed class VerificationRoundConfiguration : IEntityTypeConfiguration<VerificationRound>
{
    public void Configure(EntityTypeBuilder<VerificationRound> builder)
    {
        builder.ToTable("Rounds");
        builder.Property(r => r.Name).HasMaxLength(VerificationRound.NameMaxLength);
        builder.Property(r => r.LegalBasis).HasMaxLength(VerificationRound.LegalBasisMaxLength);
        builder.Property(r => r.SignOffNote).HasMaxLength(VerificationRound.NoteMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.HasOne<ListRelease>().WithMany().HasForeignKey(r => r.ReleaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.OpenedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Waves).WithOne().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RoundWaveConfiguration : IEntityTypeConfiguration<RoundWave>
{
    public void Configure(EntityTypeBuilder<RoundWave> builder) => builder.Property(w => w.AreaCode).HasByteOrder(AreaCode.DistrictLength);
}

internal sealed class RoundTargetConfiguration : IEntityTypeConfiguration<RoundTarget>
{
    public void Configure(EntityTypeBuilder<RoundTarget> builder)
    {
        builder.Property(t => t.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(t => t.ReturnNote).HasMaxLength(RoundTarget.NoteMaxLength);
        builder.Property(t => t.CancelReason).HasMaxLength(RoundTarget.NoteMaxLength);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.PublicId).IsUnique();
        // A household is a target of a round once, also when two open it at the same moment.
        builder.HasIndex(t => new { t.RoundId, t.HouseholdId }).IsUnique();
        builder.HasIndex(t => t.HouseholdId);
        builder.HasIndex(t => new { t.AreaCode, t.State });
        builder.HasIndex(t => new { t.EnumeratorId, t.State });
        builder.HasIndex(t => t.DeliberationId);
        builder.HasOne<VerificationRound>().WithMany().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(t => t.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(t => t.EnumeratorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decree>().WithMany().HasForeignKey(t => t.DecreeId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(t => t.IsEligible);
        builder.Ignore(t => t.IsProposed);
        builder.Ignore(t => t.IsReadyForDecree);
        builder.Ignore(t => t.IsBeforeDeliberation);
    }
}

internal sealed class ProposalConfiguration : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.Property(p => p.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(p => p.HeadName).HasMaxLength(Visit.NameMaxLength);
        builder.Property(p => p.Address).HasMaxLength(Visit.AddressMaxLength);
        builder.Property(p => p.Members).HasMaxLength(Proposal.MembersMaxLength);
        builder.Property(p => p.Reason).HasMaxLength(Proposal.TextMaxLength);
        builder.Property(p => p.CheckNote).HasMaxLength(Proposal.TextMaxLength);
        builder.Property(p => p.NikIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.Property(p => p.FamilyCardIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.Property(p => p.SentHash).HasMaxLength(Proposal.HashLength);
        builder.Property(p => p.SentAnswer).HasMaxLength(Proposal.AnswerMaxLength);
        builder.ComplexProperty(p => p.Nik!, FactsMapping.MapNumber);
        builder.ComplexProperty(p => p.FamilyCard!, FactsMapping.MapNumber);
        builder.Property(p => p.Version).IsConcurrencyToken();
        // The phone makes the id: a repeat, a double click and two processes come to one row.
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasIndex(p => new { p.AreaCode, p.Check });
        builder.HasIndex(p => new { p.RoundId, p.AreaCode });
        builder.HasIndex(p => p.HouseholdId);
        builder.HasIndex(p => p.ProposedById);
        builder.HasOne<VerificationRound>().WithMany().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(p => p.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RoundTarget>().WithMany().HasForeignKey(p => p.TargetId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(p => p.MemberCount);
        builder.Ignore(p => p.Others);
    }
}

internal sealed class QuestionnaireConfiguration : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> builder)
    {
        builder.HasIndex(q => q.PublicId).IsUnique();
        // Two who save at once do not both write the same version.
        builder.HasIndex(q => new { q.RoundId, q.Number }).IsUnique();
        builder.HasOne<VerificationRound>().WithMany().HasForeignKey(q => q.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(q => q.Questions).WithOne().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.Property(q => q.Text).HasMaxLength(Question.TextMaxLength);
        builder.Property(q => q.Choices).HasMaxLength(Question.ChoicesMaxLength);
        builder.Ignore(q => q.ChoiceList);
    }
}

internal sealed class DecreeConfiguration : IEntityTypeConfiguration<Decree>
{
    public void Configure(EntityTypeBuilder<Decree> builder)
    {
        builder.Property(d => d.Number).HasMaxLength(Decree.NumberMaxLength);
        builder.Property(d => d.Signatory).HasMaxLength(Decree.SignatoryMaxLength);
        builder.HasIndex(d => d.PublicId).IsUnique();
        builder.HasIndex(d => new { d.RoundId, d.Number }).IsUnique();
        builder.HasOne<VerificationRound>().WithMany().HasForeignKey(d => d.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DecreePaperConfiguration : IEntityTypeConfiguration<DecreePaper>
{
    public void Configure(EntityTypeBuilder<DecreePaper> builder)
    {
        builder.HasKey(paper => new { paper.DecreeId, paper.Annex });
        builder.HasOne<Decree>().WithMany().HasForeignKey(paper => paper.DecreeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssignmentLetterConfiguration : IEntityTypeConfiguration<AssignmentLetter>
{
    public void Configure(EntityTypeBuilder<AssignmentLetter> builder)
    {
        builder.Property(letter => letter.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(letter => letter.Number).HasMaxLength(AssignmentLetter.NumberMaxLength);
        builder.Property(letter => letter.SignatoryTitle).HasMaxLength(AssignmentLetter.NameMaxLength);
        builder.Property(letter => letter.SignatoryName).HasMaxLength(AssignmentLetter.NameMaxLength);
        builder.Property(letter => letter.SignatoryStaffNumber).HasMaxLength(StaffNumber.Length);
        builder.Ignore(letter => letter.Households);
        builder.HasIndex(letter => letter.PublicId).IsUnique();
        // A number is given once in the village's register of letters.
        builder.HasIndex(letter => new { letter.RoundId, letter.AreaCode, letter.Number }).IsUnique();
        builder.HasOne<VerificationRound>().WithMany().HasForeignKey(letter => letter.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(letter => letter.EnumeratorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(letter => letter.IssuedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(letter => letter.Lines).WithOne().HasForeignKey("LetterId").IsRequired().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssignmentLetterLineConfiguration : IEntityTypeConfiguration<AssignmentLetterLine>
{
    public void Configure(EntityTypeBuilder<AssignmentLetterLine> builder) => builder.Property(line => line.AreaCode).HasByteOrder(AreaCode.MaxLength);
}

internal sealed class AssignmentLetterPaperConfiguration : IEntityTypeConfiguration<AssignmentLetterPaper>
{
    public void Configure(EntityTypeBuilder<AssignmentLetterPaper> builder)
    {
        builder.HasKey(paper => paper.LetterId);
        builder.Property(paper => paper.LetterId).ValueGeneratedNever();
        builder.HasOne<AssignmentLetter>().WithOne().HasForeignKey<AssignmentLetterPaper>(paper => paper.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FormSheetConfiguration : IEntityTypeConfiguration<FormSheet>
{
    public void Configure(EntityTypeBuilder<FormSheet> builder)
    {
        builder.HasKey(sheet => sheet.TargetId);
        builder.Property(sheet => sheet.TargetId).ValueGeneratedNever();
        builder.Property(sheet => sheet.Code).HasByteOrder(SheetCode.Length);
        builder.HasIndex(sheet => sheet.Code).IsUnique();
        builder.HasOne<RoundTarget>().WithOne().HasForeignKey<FormSheet>(sheet => sheet.TargetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(sheet => sheet.PrintedById).OnDelete(DeleteBehavior.Restrict);
    }
}
