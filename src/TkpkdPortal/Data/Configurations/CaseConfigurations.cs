using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Cases;

namespace TkpkdPortal.Data.Configurations;

internal sealed class FamilyCaseConfiguration : IEntityTypeConfiguration<FamilyCase>
{
    public void Configure(EntityTypeBuilder<FamilyCase> builder)
    {
        builder.Property(c => c.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(c => c.Reason).HasMaxLength(FamilyCase.ReasonMaxLength);
        builder.Property(c => c.Assessment).HasMaxLength(FamilyCase.AssessmentMaxLength);
        builder.Property(c => c.EndingNote).HasMaxLength(FamilyCase.ReasonMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.IsOpen);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CaseId);
        builder.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.CaseId);
        builder.HasIndex(c => c.PublicId).IsUnique();
        // Two who open a case for one family at once: the second is refused.
        builder.HasIndex(c => new { c.HouseholdId, c.Number }).IsUnique();
        builder.HasIndex(c => c.AreaCode);
        builder.HasIndex(c => new { c.OwnerId, c.Ending, c.ReviewOn });
        builder.HasIndex(c => new { c.CompanionId, c.Ending });
    }
}

internal sealed class CaseStepConfiguration : IEntityTypeConfiguration<CaseStep>
{
    public void Configure(EntityTypeBuilder<CaseStep> builder)
    {
        builder.Property(s => s.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(s => s.Text).HasMaxLength(CaseStep.TextMaxLength);
        builder.Property(s => s.SettledNote).HasMaxLength(CaseStep.NoteMaxLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.IsLate);
        builder.HasIndex(s => s.PublicId).IsUnique();
        builder.HasIndex(s => new { s.CaseId, s.Number }).IsUnique();
        builder.HasIndex(s => s.AreaCode);
        // The Duty filter asks it of every household that an OPD looks at.
        builder.HasIndex(s => new { s.HouseholdId, s.OpdId });
        // What is due soon, for whoever has to do it.
        builder.HasIndex(s => new { s.OpdId, s.State, s.DueOn });
    }
}

internal sealed class CaseContactConfiguration : IEntityTypeConfiguration<CaseContact>
{
    public void Configure(EntityTypeBuilder<CaseContact> builder)
    {
        builder.Property(c => c.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(c => c.Text).HasMaxLength(CaseContact.TextMaxLength);
        builder.HasIndex(c => c.CaseId);
        builder.HasIndex(c => c.AreaCode);
    }
}

internal sealed class GraduationConfiguration : IEntityTypeConfiguration<Graduation>
{
    public void Configure(EntityTypeBuilder<Graduation> builder)
    {
        builder.Property(g => g.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(g => g.Reason).HasMaxLength(Graduation.ReasonMaxLength);
        builder.Property(g => g.Evidence).HasMaxLength(Graduation.EvidenceMaxLength);
        builder.Property(g => g.Facts).HasMaxLength(Graduation.FactsMaxLength);
        builder.Property(g => g.RelapseReason).HasMaxLength(Graduation.ReasonMaxLength);
        builder.Property(g => g.Version).IsConcurrencyToken();
        builder.Ignore(g => g.IsInForce);
        builder.HasIndex(g => g.PublicId).IsUnique();
        // Two who decide about one family at once: the second is refused.
        builder.HasIndex(g => new { g.HouseholdId, g.Number }).IsUnique();
        builder.HasIndex(g => g.AreaCode);
        builder.HasIndex(g => new { g.Kind, g.RelapsedOn, g.Until });
    }
}

internal sealed class GraduationRuleConfiguration : IEntityTypeConfiguration<GraduationRule>
{
    public void Configure(EntityTypeBuilder<GraduationRule> builder)
    {
        builder.Property(r => r.Source).HasMaxLength(GraduationRule.SourceMaxLength);
        builder.Property(r => r.Reason).HasMaxLength(GraduationRule.ReasonMaxLength);
        builder.ComplexProperty(r => r.Terms);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.PublicId).IsUnique();
        // Of two who adopt at once the second is refused.
        builder.HasIndex(r => r.Number).IsUnique();
    }
}
