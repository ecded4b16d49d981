using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.Configurations;

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.Property(o => o.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(o => o.ObjectorName).HasMaxLength(Objection.NameMaxLength);
        builder.Property(o => o.Statement).HasMaxLength(Objection.TextMaxLength);
        builder.Property(o => o.Finding).HasMaxLength(Objection.TextMaxLength);
        builder.Property(o => o.Answer).HasMaxLength(Objection.AnswerMaxLength);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.PublicId).IsUnique();
        builder.HasIndex(o => new { o.AreaCode, o.State });
        builder.HasIndex(o => o.HouseholdId);
        // One at a time about a household: two who press at once are told apart here.
        builder.HasIndex(o => o.RoundTargetId).IsUnique().HasFilter(FormattableString.Invariant($"\"{nameof(Objection.State)}\" IN ({(int)ObjectionState.Received}, {(int)ObjectionState.Verified})"));
        builder.HasOne<RoundTarget>().WithMany().HasForeignKey(o => o.RoundTargetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<VerificationRound>().WithMany().HasForeignKey(o => o.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(o => o.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(o => o.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(o => o.IsOpen);
    }
}
