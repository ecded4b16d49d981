using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.Configurations;

internal sealed class NeighbourhoodLinkConfiguration : IEntityTypeConfiguration<NeighbourhoodLink>
{
    public void Configure(EntityTypeBuilder<NeighbourhoodLink> builder)
    {
        builder.Property(l => l.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(l => l.HolderName).HasMaxLength(NeighbourhoodLink.NameMaxLength);
        builder.Property(l => l.CodeHash).HasMaxLength(NeighbourhoodLink.HashLength);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => l.PublicId).IsUnique();
        builder.HasIndex(l => l.CodeHash).IsUnique();
        builder.HasIndex(l => new { l.RoundId, l.AreaCode });
        builder.HasOne<VerificationRound>().WithMany().HasForeignKey(l => l.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(l => l.Holder);
    }
}

internal sealed class NeighbourhoodHintConfiguration : IEntityTypeConfiguration<NeighbourhoodHint>
{
    public void Configure(EntityTypeBuilder<NeighbourhoodHint> builder)
    {
        builder.Property(h => h.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(h => h.Detail).HasMaxLength(NeighbourhoodHint.DetailMaxLength);
        builder.Property(h => h.FamilyName).HasMaxLength(NeighbourhoodHint.NameMaxLength);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.PublicId).IsUnique();
        // One word of a link about a household: a second click changes it and adds none.
        builder.HasIndex(h => new { h.LinkId, h.HouseholdId }).IsUnique();
        builder.HasIndex(h => h.HouseholdId);
        builder.HasIndex(h => new { h.RoundId, h.AreaCode });
        builder.HasOne<NeighbourhoodLink>().WithMany().HasForeignKey(h => h.LinkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<VerificationRound>().WithMany().HasForeignKey(h => h.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(h => h.HouseholdId).OnDelete(DeleteBehavior.Restrict);
    }
}
