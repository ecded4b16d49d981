using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Data.Configurations;

internal sealed class DoubleSearchConfiguration : IEntityTypeConfiguration<DoubleSearch>
{
    public void Configure(EntityTypeBuilder<DoubleSearch> builder)
    {
        builder.Property(s => s.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(s => s.FailureMessage).HasMaxLength(DoubleSearch.MessageMaxLength);
        builder.HasIndex(s => s.PublicId).IsUnique();
        builder.HasIndex(s => s.State);
        builder.Ignore(s => s.HasEnded);
    }
}

internal sealed class DoubleRulesConfiguration : IEntityTypeConfiguration<DoubleRules>
{
    public void Configure(EntityTypeBuilder<DoubleRules> builder)
    {
        builder.ToTable("DoubleRules");
        builder.Property(r => r.Note).HasMaxLength(DoubleRules.NoteMaxLength);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.ComplexProperty(r => r.Weights);
    }
}

internal sealed class DoublePairConfiguration : IEntityTypeConfiguration<DoublePair>
{
    public void Configure(EntityTypeBuilder<DoublePair> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedOnAdd();
        builder.Property(p => p.FirstAreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(p => p.SecondAreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(p => p.Parts).HasMaxLength(ScorePart.TextMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.PublicId).IsUnique();
        // Two families are asked about once.
        builder.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        builder.HasIndex(p => p.SecondId);
        builder.HasIndex(p => new { p.State, p.Score });
        builder.HasMany(p => p.Decisions).WithOne().HasForeignKey(d => d.PairId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(p => p.IsOpen);
    }
}

internal sealed class DoubleDecisionConfiguration : IEntityTypeConfiguration<DoubleDecision>
{
    public void Configure(EntityTypeBuilder<DoubleDecision> builder)
    {
        builder.ToTable("DoubleDecisions");
        builder.Property(d => d.Note).HasMaxLength(DoublePair.NoteMaxLength);
    }
}

internal sealed class HouseholdMergeConfiguration : IEntityTypeConfiguration<HouseholdMerge>
{
    public void Configure(EntityTypeBuilder<HouseholdMerge> builder)
    {
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.PublicId).IsUnique();
        builder.HasIndex(m => m.StayingId);
        builder.HasIndex(m => m.LeavingId);
        builder.HasOne<DoublePair>().WithMany().HasForeignKey(m => m.PairId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(m => m.StayingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(m => m.LeavingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Rows).WithOne().HasForeignKey(r => r.MergeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MergedRowConfiguration : IEntityTypeConfiguration<MergedRow>
{
    public void Configure(EntityTypeBuilder<MergedRow> builder)
    {
        builder.ToTable("MergedRows");
        builder.Property(r => r.Table).HasColumnName("MergedTable");
    }
}
