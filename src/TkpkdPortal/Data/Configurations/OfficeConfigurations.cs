using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Auditing;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.Configurations;

internal sealed class OfficeConfiguration : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.Property(o => o.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.ComplexProperty(o => o.Terms!, terms =>
        {
            terms.Property(t => t.TeamName).HasMaxLength(Office.NameMaxLength);
            terms.Property(t => t.Secretariat).HasMaxLength(Office.NameMaxLength);
            terms.Property(t => t.Government).HasMaxLength(Office.NameMaxLength);
            terms.Property(t => t.Unit).HasMaxLength(Office.NameMaxLength);
            terms.Property(t => t.Address).HasMaxLength(Office.AddressMaxLength);
            terms.Property(t => t.Zone).HasMaxLength(4);
            terms.Property(t => t.OfficerName).HasMaxLength(Office.NameMaxLength);
            terms.Property(t => t.OfficerEmail).HasMaxLength(Office.NameMaxLength);
        });
    }
}

internal sealed class AccessReviewConfiguration : IEntityTypeConfiguration<AccessReview>
{
    public void Configure(EntityTypeBuilder<AccessReview> builder)
    {
        builder.Property(r => r.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(r => r.ConfirmedBy).HasMaxLength(AccessReview.ConfirmedByMaxLength);
        builder.Property(r => r.Note).HasMaxLength(AccessReview.NoteMaxLength);
        builder.HasIndex(r => r.PublicId).IsUnique();
        // A quarter is confirmed once, also by two who do it at the same moment.
        builder.HasIndex(r => new { r.AreaCode, r.Year, r.Number }).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.ConfirmedById).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(r => r.Quarter);
    }
}

internal sealed class LegalBasisConfiguration : IEntityTypeConfiguration<LegalBasis>
{
    public void Configure(EntityTypeBuilder<LegalBasis> builder) => builder.Property(b => b.Text).HasMaxLength(LegalBasis.TextMaxLength);
}

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.FullName).HasMaxLength(PortalUser.FullNameMaxLength);
        builder.HasIndex(u => u.PublicId).IsUnique();
        builder.Ignore(u => u.CanSignIn);
    }
}

/// <summary>Nobody signs in through others yet; the tables are Identity's, and their keys have to fit the 900 bytes of SQL Server.</summary>
internal sealed class SignInKeyConfiguration : IEntityTypeConfiguration<IdentityUserLogin<long>>, IEntityTypeConfiguration<IdentityUserToken<long>>
{
    private const int MaxLength = 128;

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
    {
        builder.Property(l => l.LoginProvider).HasMaxLength(MaxLength);
        builder.Property(l => l.ProviderKey).HasMaxLength(MaxLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
    {
        builder.Property(t => t.LoginProvider).HasMaxLength(MaxLength);
        builder.Property(t => t.Name).HasMaxLength(MaxLength);
    }
}

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.Property(a => a.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(a => a.RtCodes).HasMaxLength(Assignment.RtListMaxLength);
        builder.Property(a => a.LetterNumber).HasMaxLength(Assignment.LetterNumberMaxLength);
        builder.HasIndex(a => a.UserId);
        builder.HasIndex(a => a.PublicId).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(a => a.Areas);
    }
}

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.Property(s => s.KeyHash).HasMaxLength(32);
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.UserId);
        builder.HasIndex(s => s.ExpiresAt);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        // A trigger of each database refuses to change or remove a line; EF has to know of it on SQL Server.
        builder.ToTable(table => table.HasTrigger("AuditEntries_AppendOnly"));
        builder.Property(a => a.Action).HasMaxLength(AuditEntry.ActionMaxLength);
        builder.Property(a => a.Actor).HasMaxLength(AuditEntry.ActorMaxLength);
        builder.Property(a => a.Subject).HasMaxLength(AuditEntry.SubjectMaxLength);
        builder.Property(a => a.AreaCode).HasMaxLength(AreaCode.MaxLength).IsUnicode(false);
        builder.Property(a => a.Detail).HasMaxLength(AuditEntry.DetailMaxLength);
        builder.Property(a => a.TraceId).HasMaxLength(AuditEntry.TraceMaxLength);
        builder.Property(a => a.PreviousHash).HasMaxLength(AuditEntry.HashLength);
        builder.Property(a => a.Hash).HasMaxLength(AuditEntry.HashLength);
        builder.HasIndex(a => a.Sequence).IsUnique();
        builder.HasIndex(a => a.SubjectId);
        // What an auditor narrows the lines to; each ends with the place in the chain, by which they are listed.
        builder.HasIndex(a => new { a.At, a.Sequence });
        builder.HasIndex(a => new { a.UserId, a.Sequence });
        builder.HasIndex(a => new { a.Action, a.Sequence });
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(AuditEntry.HashLength);
        builder.HasData(new { Id = AuditHead.TheOnlyId, Sequence = 0L, Hash = new byte[AuditEntry.HashLength] });
    }
}
