using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Data.Configurations;

internal sealed class FieldDecisionConfiguration : IEntityTypeConfiguration<FieldDecision>
{
    public void Configure(EntityTypeBuilder<FieldDecision> builder)
    {
        builder.Property(d => d.FirstValue).HasMaxLength(FieldDecision.ValueMaxLength);
        builder.Property(d => d.SecondValue).HasMaxLength(FieldDecision.ValueMaxLength);
        builder.Property(d => d.Value).HasMaxLength(FieldDecision.ValueMaxLength);
        builder.Property(d => d.Former).HasMaxLength(FieldDecision.ValueMaxLength);
        builder.Property(d => d.Reason).HasMaxLength(FieldDecision.ReasonMaxLength);
        builder.Property(d => d.WithdrawnReason).HasMaxLength(FieldDecision.ReasonMaxLength);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.PublicId).IsUnique();
        // Asked of every household in which two sources differ.
        builder.HasIndex(d => new { d.HouseholdId, d.Field });
        builder.Ignore(d => d.IsInForce);
        builder.Ignore(d => d.ChosenList);
    }
}

internal sealed class FieldRuleConfiguration : IEntityTypeConfiguration<FieldRule>
{
    public void Configure(EntityTypeBuilder<FieldRule> builder)
    {
        builder.Property(r => r.Reason).HasMaxLength(FieldRule.ReasonMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.HasIndex(r => new { r.Field, r.EndedAt });
    }
}
