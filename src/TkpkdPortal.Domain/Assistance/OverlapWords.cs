namespace TkpkdPortal.Domain.Assistance;

/// <summary>The codes under which overlaps are stored and answered, and the sentence for each.</summary>
public static class OverlapWords
{
    public const int CodeMaxLength = 60;

    private const string InFamily = "_SATU_KELUARGA";

    private static readonly Dictionary<string, string> Sentences = new(
    [
        new("SAMA_PROGRAM_PERIODE", "Program yang sama dua kali dalam satu periode"),
        new("NIK_DUA_KELUARGA", "Satu NIK pada dua keluarga yang sama-sama menerima bantuan"),
        new("KELUARGA_DUA_WILAYAH", "Satu kartu keluarga di dua desa/kelurahan yang sama-sama memberi bantuan"),
        .. ProgramGroupWords.Values.All.SelectMany(one => ProgramGroupWords.Values.All.Where(other => other != one).SelectMany(other => Pair(one, other))),
        .. ProgramGroupWords.Values.All.SelectMany(Repeated),
    ], StringComparer.Ordinal);

    /// <summary>The sentence for a code; of one that no version of the portal knows, the code itself.</summary>
    public static string Of(string code) => Sentences.GetValueOrDefault(code, code);

    public static string CodeOf(OverlapRule rule, bool isInFamily) => rule.Kind switch
    {
        OverlapKind.SameProgramAndPeriod => "SAMA_PROGRAM_PERIODE",
        OverlapKind.PersonInTwoFamilies => "NIK_DUA_KELUARGA",
        OverlapKind.FamilyInTwoVillages => "KELUARGA_DUA_WILAYAH",
        OverlapKind.OncePerHouse => $"{Code(rule.First)}_DUA_KALI{(isInFamily ? InFamily : "")}",
        _ => $"{Code(rule.First)}_DAN_{Code(rule.Second)}{(isInFamily ? InFamily : "")}",
    };

    private static IEnumerable<KeyValuePair<string, string>> Pair(ProgramGroup one, ProgramGroup other)
    {
        var (code, words) = ($"{Code(one)}_DAN_{Code(other)}", $"{Word(one)} dan {Word(other)}");
        yield return new(code, $"{words} untuk penerima yang sama dalam satu periode");
        yield return new(code + InFamily, $"{words} untuk dua penerima satu keluarga dalam satu periode");
    }

    private static IEnumerable<KeyValuePair<string, string>> Repeated(ProgramGroup group)
    {
        yield return new($"{Code(group)}_DUA_KALI", $"{Word(group)} dua kali untuk penerima yang sama");
        yield return new($"{Code(group)}_DUA_KALI{InFamily}", $"{Word(group)} untuk dua penerima satu keluarga, jadi satu rumah");
    }

    private static string Code(ProgramGroup? group) => ProgramGroupWords.Codes.Label(group ?? default);

    private static string Word(ProgramGroup? group) => ProgramGroupWords.Values.Label(group ?? default);
}
