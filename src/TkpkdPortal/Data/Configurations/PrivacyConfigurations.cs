using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.Configurations;

internal sealed class PrivacyNoticeConfiguration : IEntityTypeConfiguration<PrivacyNotice>
{
    public void Configure(EntityTypeBuilder<PrivacyNotice> builder)
    {
        builder.Property(n => n.Text).HasMaxLength(PrivacyNotice.TextMaxLength);
        // Two who publish at once cannot both make the same version.
        builder.HasIndex(n => n.Number).IsUnique();
    }
}

internal sealed class HouseholdAccessConfiguration : IEntityTypeConfiguration<HouseholdAccess>
{
    public void Configure(EntityTypeBuilder<HouseholdAccess> builder)
    {
        builder.Property(a => a.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(a => a.Purpose).HasMaxLength(HouseholdAccess.PurposeMaxLength);
        builder.HasIndex(a => new { a.HouseholdId, a.At });
        // "Which households did this account see between": asked when an account was broken into.
        builder.HasIndex(a => new { a.UserId, a.At });
        builder.HasOne<Household>().WithMany().HasForeignKey(a => a.HouseholdId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SubjectRequestConfiguration : IEntityTypeConfiguration<SubjectRequest>
{
    public void Configure(EntityTypeBuilder<SubjectRequest> builder)
    {
        builder.Property(r => r.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(r => r.RequesterName).HasMaxLength(SubjectRequest.NameMaxLength);
        builder.Property(r => r.Contact).HasMaxLength(SubjectRequest.ContactMaxLength);
        builder.Property(r => r.Statement).HasMaxLength(SubjectRequest.TextMaxLength);
        builder.Property(r => r.Answer).HasMaxLength(SubjectRequest.TextMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.HasIndex(r => new { r.State, r.ReceivedAt });
        builder.HasOne<Household>().WithMany().HasForeignKey(r => r.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(r => r.IsOpen);
        builder.Ignore(r => r.AllowsReport);
        builder.Ignore(r => r.DueAt);
    }
}
