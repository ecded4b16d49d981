using System.Reflection;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.UnitTests.Domain.Wording;

public sealed class ValueListTests
{
    /// <summary>Every list of words that the domain holds.</summary>
    public static TheoryData<string> Lists { get; } = [.. AllLists().Select(list => $"{list.DeclaringType?.FullName}.{list.Name}")];

    [Theory, MemberData(nameof(Lists))]
    public void Every_value_of_a_list_has_a_word_and_is_read_from_it_in_any_case(string list)
    {
        var property = AllLists().Single(found => $"{found.DeclaringType?.FullName}.{found.Name}" == list);

        typeof(ValueListTests).GetMethod(nameof(ReadsItsOwnWords), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(property.PropertyType.GenericTypeArguments[0]).Invoke(null, [property.GetValue(null)]);
    }

    [Fact]
    public void An_unknown_word_is_no_value_and_an_unknown_value_has_its_own_word()
    {
        Assert.False(HousingWords.Roofs.TryRead("Rumbia", out _));
        Assert.False(HousingWords.Roofs.TryRead("", out _));
        Assert.Equal("Belum diketahui", HousingWords.Roofs.Label(null));
        Assert.Equal(("Ya", "Tidak", "Belum diketahui"), (HousingWords.YesNo(true),
            HousingWords.YesNo(false), HousingWords.YesNo(null)));
    }

    private static void ReadsItsOwnWords<T>(CodedValues<T> values)
        where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>().Order(), values.All.Order());
        foreach (var value in values.All)
        {
            Assert.True(values.TryRead(values.Label(value).ToUpperInvariant(), out var read));
            Assert.Equal(value, read);
        }
    }

    private static IEnumerable<PropertyInfo> AllLists() => typeof(CodedValues<>).Assembly.GetTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(CodedValues<>));
}
