using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Data.Configurations;

internal sealed class NeedRuleSetConfiguration : IEntityTypeConfiguration<NeedRuleSet>
{
    public void Configure(EntityTypeBuilder<NeedRuleSet> builder)
    {
        builder.Property(r => r.Source).HasMaxLength(NeedRuleSet.SourceMaxLength);
        builder.Property(r => r.Reason).HasMaxLength(NeedRuleSet.ReasonMaxLength);
        builder.Property(r => r.Terms).HasMaxLength(NeedTerms.WrittenMaxLength).HasConversion(terms => terms.Write(), written => NeedTerms.Read(written));
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.PublicId).IsUnique();
        // Of two who adopt at once the second is refused.
        builder.HasIndex(r => r.Number).IsUnique();
    }
}
