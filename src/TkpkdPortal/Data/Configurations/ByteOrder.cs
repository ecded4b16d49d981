using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TkpkdPortal.Data.Configurations;

/// <summary>Marks columns that are compared by their bytes on both databases: area codes, list ids, search words.</summary>
internal static class ByteOrder
{
    private const string Annotation = "TkpkdPortal:ByteOrder";

    public static PropertyBuilder<string> HasByteOrder(this PropertyBuilder<string> property, int maxLength) =>
        (PropertyBuilder<string>)property.HasMaxLength(maxLength).IsUnicode(false).HasAnnotation(Annotation, true);

    public static bool Wanted(IReadOnlyProperty property) => property.FindAnnotation(Annotation) is not null;
}
