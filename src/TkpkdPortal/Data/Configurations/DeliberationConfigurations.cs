using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.Configurations;

internal sealed class DeliberationConfiguration : IEntityTypeConfiguration<Deliberation>
{
    public void Configure(EntityTypeBuilder<Deliberation> builder)
    {
        builder.Property(d => d.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(d => d.Number).HasMaxLength(Deliberation.NumberMaxLength);
        builder.Property(d => d.Place).HasMaxLength(Deliberation.PlaceMaxLength);
        builder.Property(d => d.Chair).HasMaxLength(Deliberation.NameMaxLength);
        builder.Property(d => d.NoteTaker).HasMaxLength(Deliberation.NameMaxLength);
        builder.Property(d => d.Attendance).HasMaxLength(Deliberation.AttendanceMaxLength);
        builder.Property(d => d.Signatories).HasMaxLength(Deliberation.SignatoriesMaxLength);
        builder.Property(d => d.Requests).HasMaxLength(Deliberation.RequestsMaxLength);
        builder.Property(d => d.Code).HasByteOrder(Deliberation.CodeLength);
        builder.Property(d => d.ListHash).HasMaxLength(Deliberation.HashLength);
        builder.HasIndex(d => d.PublicId).IsUnique();
        builder.HasIndex(d => d.Code).IsUnique();
        // Two who freeze the same village at once do not both make the minutes.
        builder.HasIndex(d => new { d.RoundId, d.AreaCode, d.Addendum }).IsUnique();
        builder.HasOne<VerificationRound>().WithMany().HasForeignKey(d => d.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.FrozenById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Rows).WithOne().HasForeignKey(row => row.DeliberationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeliberationRowConfiguration : IEntityTypeConfiguration<DeliberationRow>
{
    public void Configure(EntityTypeBuilder<DeliberationRow> builder)
    {
        builder.Property(row => row.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(row => row.HeadName).HasMaxLength(Visit.NameMaxLength);
        builder.Property(row => row.NikMask).HasMaxLength(20);
        builder.Property(row => row.Finding).HasMaxLength(DeliberationRow.FindingMaxLength);
        builder.HasIndex(row => new { row.DeliberationId, row.Annex, row.Number }).IsUnique();
        builder.HasIndex(row => row.HouseholdId);
        builder.HasOne<RoundTarget>().WithMany().HasForeignKey(row => row.TargetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(row => row.HouseholdId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeliberationPaperConfiguration : IEntityTypeConfiguration<DeliberationPaper>
{
    public void Configure(EntityTypeBuilder<DeliberationPaper> builder)
    {
        builder.HasKey(paper => paper.DeliberationId);
        builder.Property(paper => paper.DeliberationId).ValueGeneratedNever();
        builder.HasOne<Deliberation>().WithOne().HasForeignKey<DeliberationPaper>(paper => paper.DeliberationId).OnDelete(DeleteBehavior.Restrict);
    }
}
