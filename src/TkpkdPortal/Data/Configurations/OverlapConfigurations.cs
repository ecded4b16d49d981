using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Data.Configurations;

internal sealed class OverlapRuleConfiguration : IEntityTypeConfiguration<OverlapRule>
{
    public void Configure(EntityTypeBuilder<OverlapRule> builder)
    {
        builder.Property(r => r.Source).HasMaxLength(OverlapRule.SourceMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.Ignore(r => r.Sentence);
        builder.Ignore(r => r.IsPair);
        builder.HasData(OverlapRule.Given);
    }
}

internal sealed class AidGivenConfiguration : IEntityTypeConfiguration<AidGiven>
{
    // The same rows by another name, read only: the table is the interventions'.
    public void Configure(EntityTypeBuilder<AidGiven> builder)
    {
        builder.HasNoKey().ToView("Interventions");
        builder.Property(aid => aid.Year).HasColumnName("Period_Year");
    }
}

internal sealed class OverlapDecisionConfiguration : IEntityTypeConfiguration<OverlapDecision>
{
    public void Configure(EntityTypeBuilder<OverlapDecision> builder)
    {
        builder.Property(d => d.Kind).HasMaxLength(OverlapWords.CodeMaxLength);
        builder.Property(d => d.Mark).HasMaxLength(OverlapDecision.MarkLength);
        builder.Property(d => d.Reason).HasMaxLength(OverlapDecision.ReasonMaxLength);
        builder.Property(d => d.WithdrawnReason).HasMaxLength(OverlapDecision.ReasonMaxLength);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.PublicId).IsUnique();
        builder.HasIndex(d => d.HouseholdId);
        // The OPD of a surplus piece reads on its page what was decided.
        builder.HasIndex(d => d.SurplusAidId);
        builder.HasIndex(d => d.Mark);
    }
}
