using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Statistics;

namespace TkpkdPortal.Data.Configurations;

internal sealed class LocusMethodConfiguration : IEntityTypeConfiguration<LocusMethod>
{
    public void Configure(EntityTypeBuilder<LocusMethod> builder)
    {
        builder.Property(m => m.Source).HasMaxLength(LocusMethod.SourceMaxLength);
        builder.Property(m => m.Reason).HasMaxLength(LocusMethod.ReasonMaxLength);
        builder.ComplexProperty(m => m.Weights);
        // Two that adopt at once do not both become the next.
        builder.HasIndex(m => m.Number).IsUnique();
    }
}
