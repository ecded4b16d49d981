using System.Reflection;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.UnitTests.Domain.Imports;

public sealed class FindingWordsTests
{
    public static TheoryData<string> Kinds => [.. typeof(FindingKind).GetFields(BindingFlags.Public | BindingFlags.Static).Where(code => code.FieldType == typeof(string)).Select(code => (string)code.GetValue(null)!)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_finding_has_words_for_whoever_reads_the_page(string kind) => Assert.NotEqual(kind, FindingWords.Of(kind));

    [Fact]
    public void A_kind_that_no_longer_exists_is_shown_by_its_code() => Assert.Equal("DAHULU_ADA", FindingWords.Of("DAHULU_ADA"));
}
