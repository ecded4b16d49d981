using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace TkpkdPortal.UnitTests.Conventions;

/// <summary>
/// Which of our types a type needs: by its signatures, attributes, local variables and the instructions of its methods, closures and
/// state machines included.
/// </summary>
internal static class CodeGraph
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToFrozenDictionary(code => code.Value);

    public static Assembly Domain { get; } = typeof(TkpkdPortal.Domain.Outcome).Assembly;

    public static Assembly Web { get; } = typeof(Program).Assembly;

    /// <summary>Our own types of both projects, without what the compiler or a source generator puts beside them.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. Domain.GetTypes().Concat(Web.GetTypes()).Where(type => NamespaceOf(type).StartsWith("TkpkdPortal", StringComparison.Ordinal))];

    /// <summary>Namespace and the namespaces that it needs.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Namespaces { get; } = FindNamespaces();

    /// <summary>A compiled view belongs to the folder that it lies in.</summary>
    public static string NamespaceOf(Type type)
    {
        var name = type.Namespace ?? "";
        if (name != "AspNetCoreGeneratedDocument")
            return name;
        var outermost = type;
        while (outermost.DeclaringType is { } outer)
            outermost = outer;
        var folders = outermost.Name.Split('_')[..^1];
        return string.Join('.', ["TkpkdPortal", .. folders.Where(folder => folder.Length > 0)]);
    }

    public static IEnumerable<Type> NeedsOf(Type type)
    {
        IEnumerable<Type?> needs =
        [
            type.BaseType, .. type.GetInterfaces(), .. AttributesOf(type), .. type.GetFields(All).Select(field => field.FieldType),
            .. type.GetProperties(All).SelectMany(property => AttributesOf(property).Append(property.PropertyType)),
            .. type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(NeedsOf),
        ];
        return needs.SelectMany(Parts).Distinct().Where(need => need.Assembly == Domain || need.Assembly == Web);
    }

    private static IEnumerable<Type?> NeedsOf(MethodBase method)
    {
        foreach (var need in AttributesOf(method).Concat(method.GetParameters().SelectMany(parameter => AttributesOf(parameter).Append(parameter.ParameterType))))
            yield return need;
        if (method is MethodInfo { ReturnType: var result })
            yield return result;
        if (method.GetMethodBody() is not { } body)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        foreach (var member in MembersIn(method, body.GetILAsByteArray() ?? []))
        {
            yield return member as Type ?? member.DeclaringType;
            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                foreach (var argument in generic.GetGenericArguments())
                    yield return argument;
            }
        }
    }

    private static IEnumerable<MemberInfo> MembersIn(MethodBase method, byte[] il)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var value = il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at];
            var code = Codes[value];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments) is { } member)
                yield return member;
            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    private static IEnumerable<Type?> AttributesOf(ICustomAttributeProvider provider) => provider switch
    {
        MemberInfo member => member.GetCustomAttributesData().SelectMany(AttributeParts),
        ParameterInfo parameter => parameter.GetCustomAttributesData().SelectMany(AttributeParts),
        _ => [],
    };

    private static IEnumerable<Type?> AttributeParts(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value as Type ?? argument.ArgumentType).Append(attribute.AttributeType);

    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return [];
        if (type.HasElementType)
            return Parts(type.GetElementType());
        return type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> FindNamespaces() => Types.GroupBy(NamespaceOf).ToDictionary(
        group => group.Key,
        group => (IReadOnlyDictionary<string, string>)group.SelectMany(type => NeedsOf(type).Select(need => (Namespace: NamespaceOf(need), Why: $"{type.Name} → {need.Name}")))
            .Where(need => need.Namespace != group.Key && need.Namespace.StartsWith("TkpkdPortal", StringComparison.Ordinal))
            .GroupBy(need => need.Namespace).ToDictionary(needs => needs.Key, needs => string.Join(", ", needs.Select(need => need.Why).Distinct().Order(StringComparer.Ordinal).Take(4))));
}
