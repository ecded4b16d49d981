using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.Configurations;

internal sealed class ListReleaseConfiguration : IEntityTypeConfiguration<ListRelease>
{
    public void Configure(EntityTypeBuilder<ListRelease> builder)
    {
        builder.Property(r => r.Name).HasMaxLength(ListRelease.NameMaxLength);
        builder.HasIndex(r => new { r.List, r.Name }).IsUnique();
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.Ignore(r => r.Title);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.ComplexProperty(r => r.Terms, terms =>
        {
            terms.Property(t => t.Owner).HasMaxLength(ReleaseTerms.OwnerMaxLength);
            terms.Property(t => t.LegalBasis).HasMaxLength(ReleaseTerms.LegalBasisMaxLength);
            terms.Property(t => t.HandOverNumber).HasMaxLength(ReleaseTerms.HandOverNumberMaxLength);
            terms.Property(t => t.Recipient).HasMaxLength(ReleaseTerms.RecipientMaxLength);
            terms.Property(t => t.Purpose).HasMaxLength(ReleaseTerms.PurposeMaxLength);
        });
    }
}

internal sealed class ListKeyConfiguration : IEntityTypeConfiguration<ListKey>
{
    public void Configure(EntityTypeBuilder<ListKey> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedOnAdd();
        builder.Property(k => k.FamilyListId).HasByteOrder(ListedRow.ListIdMaxLength);
        builder.Property(k => k.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.HasIndex(k => new { k.List, k.FamilyListId }).IsUnique();
        builder.HasIndex(k => k.HouseholdId);
        builder.HasIndex(k => k.ChangeSetId);
    }
}

internal sealed class ListedHouseholdConfiguration : IEntityTypeConfiguration<ListedHousehold>
{
    public void Configure(EntityTypeBuilder<ListedHousehold> builder)
    {
        ListedRowMapping.Map(builder);
        builder.ComplexProperty(r => r.Housing);
        builder.ComplexProperty(r => r.FamilyCard!, FactsMapping.MapNumber);
        builder.Property(r => r.FamilyCardIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.Property(r => r.SourceAreaCode!).HasByteOrder(BpsCodes.Length);
        builder.HasIndex(r => new { r.ReleaseId, r.FamilyListId });
    }
}

internal sealed class ListedPersonConfiguration : IEntityTypeConfiguration<ListedPerson>
{
    public void Configure(EntityTypeBuilder<ListedPerson> builder)
    {
        ListedRowMapping.Map(builder);
        builder.Property(r => r.PersonListId).HasByteOrder(ListedRow.ListIdMaxLength);
        builder.HasIndex(r => new { r.ReleaseId, r.PersonListId });
        builder.HasIndex(r => new { r.ReleaseId, r.FamilyListId });
        builder.HasIndex(r => r.PersonId);
    }
}

internal sealed class SheetStatementConfiguration : IEntityTypeConfiguration<SheetStatement>
{
    public void Configure(EntityTypeBuilder<SheetStatement> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedOnAdd();
        builder.Property(s => s.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(s => s.Reason).HasMaxLength(SheetTerms.ReasonMaxLength);
        builder.Property(s => s.Note).HasMaxLength(SheetTerms.NoteMaxLength);
        builder.Property(s => s.NameBefore).HasMaxLength(HouseholdFacts.AddressMaxLength);
        builder.Property(s => s.FamilyCardIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.ComplexProperty(s => s.FamilyCard!, FactsMapping.MapNumber);
        builder.ComplexProperty(s => s.Housing);
        builder.HasIndex(s => s.ListedPersonId).IsUnique();
        builder.HasIndex(s => s.HouseholdId);
        builder.HasIndex(s => s.ChangeSetId);
        builder.HasOne<ListedPerson>().WithOne().HasForeignKey<SheetStatement>(s => s.ListedPersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class ListedRowMapping
{
    public static void Map<T>(EntityTypeBuilder<T> builder)
        where T : ListedRow
    {
        builder.Property(r => r.Id).ValueGeneratedOnAdd();
        builder.Property(r => r.FamilyListId).HasByteOrder(ListedRow.ListIdMaxLength);
        builder.Property(r => r.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(r => r.Address).HasMaxLength(HouseholdFacts.AddressMaxLength);
        builder.Property(r => r.Name).HasMaxLength(HouseholdFacts.NameMaxLength);
        builder.Property(r => r.NikIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.Property(r => r.ContentHash).HasMaxLength(ListedRow.ContentHashLength);
        builder.ComplexProperty(r => r.Nik!, FactsMapping.MapNumber);
        builder.HasIndex(r => new { r.ReleaseId, r.AreaCode });
        builder.HasIndex(r => r.HouseholdId);
        builder.HasIndex(r => r.ChangeSetId);
        builder.HasOne<ListRelease>().WithMany().HasForeignKey(r => r.ReleaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChangeSetConfiguration : IEntityTypeConfiguration<ChangeSet>
{
    public void Configure(EntityTypeBuilder<ChangeSet> builder)
    {
        builder.Property(c => c.Reason).HasMaxLength(ChangeSet.ReasonMaxLength);
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.KnownFrom);
    }
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Property(b => b.FileName).HasMaxLength(ImportBatch.FileNameMaxLength);
        builder.Property(b => b.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(b => b.ReleaseName).HasMaxLength(ListRelease.NameMaxLength);
        builder.Property(b => b.Sheet).HasMaxLength(ImportBatch.SheetMaxLength);
        builder.Property(b => b.UploadName).HasMaxLength(ImportBatch.FileNameMaxLength);
        builder.Property(b => b.FailureMessage).HasMaxLength(ImportBatch.MessageMaxLength);
        builder.Property(b => b.Headings).HasMaxLength(ImportBatch.HeadingsMaxLength);
        builder.Property(b => b.Titles).HasMaxLength(ImportBatch.TitlesMaxLength);
        builder.Property(b => b.ContentHash).HasMaxLength(ListedRow.ContentHashLength);
        builder.Property(b => b.UndoReason).HasMaxLength(ImportBatch.ReasonMaxLength);
        builder.HasIndex(b => b.ContinuesId);
        builder.ComplexProperty(b => b.Counts);
        builder.HasIndex(b => b.PublicId).IsUnique();
        builder.HasIndex(b => b.State);
        builder.Ignore(b => b.IsInWork).Ignore(b => b.HasEnded).Ignore(b => b.IsPublishedByHand).Ignore(b => b.NeedsSecondPerson).Ignore(b => b.IsDecided).Ignore(b => b.IsWholeUnpublished).Ignore(b => b.MayAwaitColumns).Ignore(b => b.IsUndoAsked);
    }
}

internal sealed class ColumnProfileConfiguration : IEntityTypeConfiguration<ColumnProfile>
{
    public void Configure(EntityTypeBuilder<ColumnProfile> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(ColumnProfile.NameMaxLength);
        builder.Property(p => p.Choices).HasMaxLength(ColumnProfile.ChoicesMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasIndex(p => new { p.Kind, p.Name }).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.CreatedById).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(p => p.Headings);
    }
}

internal sealed class ImportFindingConfiguration : IEntityTypeConfiguration<ImportFinding>
{
    public void Configure(EntityTypeBuilder<ImportFinding> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedOnAdd();
        builder.Property(f => f.Kind).HasMaxLength(FindingKind.MaxLength);
        builder.Property(f => f.Column).HasMaxLength(ImportFinding.ColumnMaxLength);
        builder.Property(f => f.Message).HasMaxLength(ImportFinding.MessageMaxLength);
        builder.HasIndex(f => new { f.BatchId, f.Row });
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(f => f.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WithheldRowConfiguration : IEntityTypeConfiguration<WithheldRow>
{
    public void Configure(EntityTypeBuilder<WithheldRow> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedOnAdd();
        builder.Property(w => w.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.HasIndex(w => new { w.BatchId, w.Row }).IsUnique();
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(w => w.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}
