using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.Configurations;

internal sealed class MacroFigureConfiguration : IEntityTypeConfiguration<MacroFigure>
{
    public void Configure(EntityTypeBuilder<MacroFigure> builder)
    {
        builder.Property(f => f.Source).HasMaxLength(MacroFigure.SourceMaxLength);
        builder.Property(f => f.Reason).HasMaxLength(MacroFigure.ReasonMaxLength);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => f.PublicId).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(f => f.EnteredById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(f => f.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
