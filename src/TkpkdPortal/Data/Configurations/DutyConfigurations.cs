using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Data.Configurations;

internal sealed class DutyAnswerConfiguration : IEntityTypeConfiguration<DutyAnswer>
{
    public void Configure(EntityTypeBuilder<DutyAnswer> builder)
    {
        builder.Property(a => a.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(a => a.Reason).HasMaxLength(DutyAnswer.ReasonMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.PublicId).IsUnique();
        // Two who answer the same at once write the same number, and the second is refused.
        builder.HasIndex(a => new { a.HouseholdId, a.OpdId, a.Need, a.Number }).IsUnique();
        builder.HasIndex(a => new { a.OpdId, a.Verdict, a.IsInForce, a.DueOn });
        builder.HasIndex(a => a.AreaCode);
    }
}

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.Property(r => r.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(r => r.Reason).HasMaxLength(Referral.ReasonMaxLength);
        builder.Property(r => r.Answer).HasMaxLength(Referral.ReasonMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.IsLate);
        builder.HasIndex(r => r.PublicId).IsUnique();
        // The Duty filter asks it of every household that an OPD looks at.
        builder.HasIndex(r => new { r.HouseholdId, r.ToOpdId, r.State });
        builder.HasIndex(r => new { r.HouseholdId, r.Need, r.ToOpdId }).IsUnique().HasFilter(FormattableString.Invariant($"\"{nameof(Referral.State)}\" = {(int)ReferralState.Sent}"));
        builder.HasIndex(r => new { r.ToOpdId, r.State });
        builder.HasIndex(r => new { r.FromOpdId, r.State });
        builder.HasIndex(r => r.AreaCode);
    }
}
