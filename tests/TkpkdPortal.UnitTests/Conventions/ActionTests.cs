using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;

namespace TkpkdPortal.UnitTests.Conventions;

public sealed class ActionTests
{
    /// <summary>Whoever is not signed in may ask these, and nothing else.</summary>
    private static readonly string[] Open = ["Account.SetUp", "Account.SignIn", "Account.SignOutNow", "Account.SignOutPage", "AttendanceDoor.Open", "AttendanceDoor.SignIn", "Errors.Show", "LinkDoor.Enter", "LinkDoor.Leave", "LinkDoor.Open", "LinkDoor.Say", "MinutesCheck.Check", "Phone.Manifest", "Phone.Shell", "Phone.Worker"];

    private static readonly IReadOnlyList<MethodInfo> Actions = [.. CodeGraph.Types
        .Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && method.GetCustomAttribute<NonActionAttribute>() is null)];

    [Fact]
    public void Every_action_asks_for_a_permission_or_is_one_of_the_few_that_are_open()
    {
        Assert.NotEmpty(Actions);
        Assert.Empty(Actions.Where(action => !IsOpen(action) && Attribute<RequirePermissionAttribute>(action) is null).Select(NameOf));
        Assert.Equal(Open, Actions.Where(IsOpen).Select(NameOf).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_action_takes_a_form_and_never_a_row_of_the_database()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        var rows = db.Model.GetEntityTypes().Select(entity => entity.ClrType).ToHashSet();

        Assert.Empty(Actions.SelectMany(action => action.GetParameters()
            .Where(parameter => parameter.GetCustomAttribute<FromServicesAttribute>() is null).SelectMany(parameter => PartsOf(parameter.ParameterType, []))
            .Where(rows.Contains).Select(type => $"{NameOf(action)}: {type.Name}")));
    }

    // Model binding validates every property, also one without a setter: its parts would be asked for under names that nobody typed into, and it may not even be there yet.
    [Fact]
    public void What_a_form_makes_of_its_fields_is_a_method() => Assert.Empty(Actions
        .SelectMany(action => action.GetParameters().Where(parameter => parameter.GetCustomAttribute<FromServicesAttribute>() is null)).SelectMany(parameter => PartsOf(parameter.ParameterType, []))
        .SelectMany(form => form.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Where(property => !property.CanWrite && property.PropertyType.Assembly == CodeGraph.Domain && !property.PropertyType.IsEnum)
        .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Distinct());

    [Fact]
    public void A_controller_has_seven_routes_at_most_and_is_named_by_its_feature() =>
        Assert.Empty(Actions.GroupBy(action => action.DeclaringType).Where(group => group.Select(action => action.Name).Distinct().Count() > 7).Select(group => group.Key!.Name));

    /// <summary>A type with everything that model binding could fill below it.</summary>
    private static HashSet<Type> PartsOf(Type type, HashSet<Type> seen)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? (type.HasElementType ? type.GetElementType()! : type);
        foreach (var part in plain.IsGenericType ? plain.GetGenericArguments() : [plain])
        {
            if (part.Assembly != CodeGraph.Web && part.Assembly != CodeGraph.Domain || !seen.Add(part))
                continue;
            foreach (var property in part.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                PartsOf(property.PropertyType, seen);
        }
        return seen;
    }

    private static bool IsOpen(MethodInfo action) => Attribute<AllowAnonymousAttribute>(action) is not null;

    private static T? Attribute<T>(MethodInfo action)
        where T : Attribute => action.GetCustomAttribute<T>() ?? action.DeclaringType?.GetCustomAttribute<T>();

    private static string NameOf(MethodInfo action) =>
        $"{action.DeclaringType!.Name.Replace("Controller", "", StringComparison.Ordinal)}.{action.Name}";
}
