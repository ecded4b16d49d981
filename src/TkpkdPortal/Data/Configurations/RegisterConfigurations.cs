using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Data.Configurations;

/// <summary>What a current row and its past versions share, mapped once.</summary>
internal static class FactsMapping
{
    public static void MapHousehold<T>(EntityTypeBuilder<T> builder)
        where T : HouseholdFacts
    {
        builder.Property(h => h.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(h => h.Address).HasMaxLength(HouseholdFacts.AddressMaxLength);
        builder.Property(h => h.HeadName).HasMaxLength(HouseholdFacts.NameMaxLength);
        builder.Property(h => h.FamilyCardIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.ComplexProperty(h => h.FamilyCard!, MapNumber);
        builder.ComplexProperty(h => h.Housing);
        builder.Ignore(h => h.Decile);
        builder.Ignore(h => h.NeedHouse);
        builder.Ignore(h => h.NeedProfile);
    }

    public static void MapPerson<T>(EntityTypeBuilder<T> builder)
        where T : PersonFacts
    {
        builder.Property(p => p.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(p => p.Name).HasMaxLength(HouseholdFacts.NameMaxLength);
        builder.Property(p => p.NikIndex).HasMaxLength(IndexedNumber.IndexLength);
        builder.ComplexProperty(p => p.Nik!, MapNumber);
        builder.Ignore(p => p.IsHead);
        builder.Ignore(p => p.NeedMember);
    }

    public static void MapNumber(ComplexPropertyBuilder<SealedNumber> number)
    {
        number.Property(n => n.Bytes).HasMaxLength(SealedNumber.BytesMaxLength);
        number.Property(n => n.Mask).HasMaxLength(PersonalNumberMask.Length);
    }
}

internal sealed class HouseholdConfiguration : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> builder)
    {
        FactsMapping.MapHousehold(builder);
        builder.Property(h => h.Id).ValueGeneratedOnAdd();
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.PublicId).IsUnique();
        // In the order of the list, with all that its usual filters and its orders ask for: rows that a page does not show are passed by in here.
        builder.HasIndex(h => new { h.AreaCode, h.Id, h.HeadName, h.MemberCount, h.DecileCode, h.Needs, h.ChangeSetId, h.Closure }, "IX_Households_List");
        builder.HasIndex(h => h.FamilyCardIndex);
        builder.HasOne<ChangeSet>().WithMany().HasForeignKey(h => h.ChangeSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(h => h.Members).WithOne().HasForeignKey(p => p.HouseholdId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(h => h.Head);
    }
}

internal sealed class HouseholdVersionConfiguration : IEntityTypeConfiguration<HouseholdVersion>
{
    public void Configure(EntityTypeBuilder<HouseholdVersion> builder)
    {
        FactsMapping.MapHousehold(builder);
        builder.HasIndex(v => new { v.HouseholdId, v.KnownTo });
        builder.HasIndex(v => new { v.PublicId, v.KnownTo });
        builder.HasIndex(v => new { v.AreaCode, v.KnownTo });
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        FactsMapping.MapPerson(builder);
        builder.Property(p => p.Id).ValueGeneratedOnAdd();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasIndex(p => p.NikIndex);
        builder.HasOne<ChangeSet>().WithMany().HasForeignKey(p => p.ChangeSetId).OnDelete(DeleteBehavior.Restrict);
        // Exactly one head: the entity sees to the "at least", this index to the "at most".
        builder.HasIndex(p => p.HouseholdId, "IX_Persons_OneHead").IsUnique()
            .HasFilter(FormattableString.Invariant($"\"{nameof(Person.Relationship)}\" = {(int)Relationship.Head}"));
        builder.HasIndex(p => p.HouseholdId);
    }
}

internal sealed class PersonVersionConfiguration : IEntityTypeConfiguration<PersonVersion>
{
    public void Configure(EntityTypeBuilder<PersonVersion> builder)
    {
        FactsMapping.MapPerson(builder);
        builder.HasIndex(v => new { v.HouseholdId, v.KnownTo });
        builder.HasIndex(v => v.PublicId);
        builder.HasIndex(v => v.NikIndex);
    }
}

internal sealed class FamilyEventConfiguration : IEntityTypeConfiguration<FamilyEvent>
{
    public void Configure(EntityTypeBuilder<FamilyEvent> builder)
    {
        builder.Property(e => e.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(e => e.Subject).HasMaxLength(HouseholdFacts.NameMaxLength);
        builder.Property(e => e.Note).HasMaxLength(FamilyEvent.NoteMaxLength);
        builder.HasIndex(e => e.PublicId).IsUnique();
        builder.HasIndex(e => e.HouseholdId);
        builder.HasOne<Household>().WithMany().HasForeignKey(e => e.HouseholdId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandOverConfiguration : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> builder)
    {
        builder.Property(h => h.FromAreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(h => h.ToAreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.Property(h => h.HeadName).HasMaxLength(HouseholdFacts.NameMaxLength);
        builder.Property(h => h.Reason).HasMaxLength(HandOver.ReasonMaxLength);
        builder.Property(h => h.DecisionNote).HasMaxLength(HandOver.ReasonMaxLength);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.PublicId).IsUnique();
        builder.HasIndex(h => h.ToAreaCode);
        builder.HasIndex(h => h.FromAreaCode);
        // Offered to one village at a time, also when two click at once.
        builder.HasIndex(h => h.HouseholdId, "IX_HandOvers_OneOffer").IsUnique()
            .HasFilter(FormattableString.Invariant($"\"{nameof(HandOver.State)}\" = {(int)HandOverState.Offered}"));
        builder.HasIndex(h => h.HouseholdId);
        builder.HasOne<Household>().WithMany().HasForeignKey(h => h.HouseholdId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NameTokenConfiguration : IEntityTypeConfiguration<NameToken>
{
    public void Configure(EntityTypeBuilder<NameToken> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedOnAdd();
        builder.Property(t => t.Word).HasByteOrder(NameWords.MaxLength);
        builder.Property(t => t.AreaCode).HasByteOrder(AreaCode.MaxLength);
        builder.HasIndex(t => new { t.Word, t.AreaCode, t.HouseholdId });
        // Whether a family has a second word is answered without looking at its rows.
        builder.HasIndex(t => new { t.HouseholdId, t.Word, t.AreaCode });
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
