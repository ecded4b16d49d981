using System.Numerics;

namespace TkpkdPortal.Domain.Doubles;

/// <summary>Adds up in what two persons are alike, part by part; the parts are what a person reads before deciding.</summary>
internal sealed class PairScore(CompareTable table, DoubleWeights weights)
{
    private const int SameNumber = 100, SameCard = 90, MostWords = 16, LeastOfAHouse = 2;

    private readonly List<ScorePart> _parts = new(8);

    public IReadOnlyList<ScorePart> Parts => _parts;

    /// <summary>Nothing in common in the name, and no number either, is no likeness whatever the rest says.</summary>
    public int Of(int one, int other)
    {
        ref readonly var a = ref table[one];
        ref readonly var b = ref table[other];
        ref readonly var here = ref table.HouseOf(a);
        ref readonly var there = ref table.HouseOf(b);
        _parts.Clear();
        var hasNik = a.Nik != 0 && a.Nik == b.Nik;
        var hasCard = a.IsHead && b.IsHead && here.Card != 0 && here.Card == there.Card;
        var (name, bearers) = NameOf(a, b);
        if (name is null && !hasNik && !hasCard)
            return 0;
        if (hasNik)
            _parts.Add(new ScorePart(DoublePart.SameNik, SameNumber));
        if (hasCard)
            _parts.Add(new ScorePart(DoublePart.SameCard, SameCard));
        if (name is { } kind)
            Add(kind, PointsOf(kind) - Math.Min(weights.CommonMost, weights.CommonStep * BitOperations.Log2((uint)Math.Max(bearers / 2, 1))));
        if (BirthLikeness.Of(a.Birth, b.Birth) is { } birth)
            Add(birth, PointsOf(birth));
        if (a.Sex != 0 && b.Sex != 0)
            Add(a.Sex == b.Sex ? DoublePart.SameSex : DoublePart.OtherSex);
        if (KinOf(a, b) is { } kin)
            Add(kin);
        if (here.Village == there.Village)
            Add(AddressOf(here.Address, there.Address));
        if (a.Nik != 0 && b.Nik != 0 && !hasNik)
            Add(DoublePart.OtherNik);
        var sum = _parts.Sum(part => part.Points);
        return Math.Clamp(hasNik ? SameNumber : hasCard ? Math.Max(SameCard, sum) : sum, 0, DoubleWeights.Most);
    }

    private void Add(DoublePart part) => Add(part, PointsOf(part));

    private void Add(DoublePart part, int points) => _parts.Add(new ScorePart(part, points));

    private int PointsOf(DoublePart part) => part switch
    {
        DoublePart.SameName => weights.SameName,
        DoublePart.NearName => weights.NearName,
        DoublePart.PartOfName => weights.PartOfName,
        DoublePart.SameBirth => weights.SameBirth,
        DoublePart.SameNewYear => weights.SameNewYear,
        DoublePart.SwappedBirth => weights.SwappedBirth,
        DoublePart.BirthDigit => weights.BirthDigit,
        DoublePart.SameYear => weights.SameYear,
        DoublePart.OtherBirth => weights.OtherBirth,
        DoublePart.SameSex => weights.SameSex,
        DoublePart.OtherSex => weights.OtherSex,
        DoublePart.SameKin => weights.SameKin,
        DoublePart.NearKin => weights.NearKin,
        DoublePart.OtherKin => weights.OtherKin,
        DoublePart.SameHouse => weights.SameHouse,
        DoublePart.SameAddress => weights.SameAddress,
        DoublePart.SameVillage => weights.SameVillage,
        DoublePart.OtherNik => weights.OtherNik,
        _ => 0,
    };

    private DoublePart? KinOf(in CompareTable.Row a, in CompareTable.Row b)
    {
        if (a.KinKey == 0 || b.KinKey == 0)
            return null;
        return a.KinKey == b.KinKey ? DoublePart.SameKin : NameOf(a.Kin, b.Kin).Kind is null ? DoublePart.OtherKin : DoublePart.NearKin;
    }

    // How often the name is borne: of two spellings the commoner one counts, of a part its rarest word.
    private (DoublePart? Kind, int Bearers) NameOf(in CompareTable.Row a, in CompareTable.Row b)
    {
        if (a.NameKey != 0 && a.NameKey == b.NameKey)
            return (DoublePart.SameName, table.BearersOf(a.NameKey));
        var (kind, rarest) = NameOf(a.Name, b.Name);
        return (kind, kind is DoublePart.NearName ? Math.Max(table.BearersOf(a.NameKey), table.BearersOf(b.NameKey)) : rarest);
    }

    // Each word of the shorter name has to be found in the longer one.
    private (DoublePart? Kind, int Rarest) NameOf(CompareTable.Slice one, CompareTable.Slice other)
    {
        var shorter = table.Words(one.Count <= other.Count ? one : other);
        var longer = table.Words(one.Count <= other.Count ? other : one);
        if (shorter.Length == 0 || longer.Length > MostWords)
            return (null, 0);
        Span<bool> taken = stackalloc bool[MostWords];
        var (near, initial, rarest) = (0, 0, int.MaxValue);
        foreach (var word in shorter)
        {
            var at = longer.IndexOf(word);
            if (at >= 0 && !taken[at])
            {
                taken[at] = true;
                rarest = Math.Min(rarest, table.BearersOfWord(word));
                continue;
            }
            at = NearOf(word, longer, taken);
            if (at < 0)
                return (null, 0);
            taken[at] = true;
            rarest = Math.Min(rarest, Math.Max(table.BearersOfWord(word), table.BearersOfWord(longer[at])));
            if (WordLikeness.IsInitial(table.Word(word), table.Word(longer[at])))
                initial++;
            else
                near++;
        }
        // An initial alone, or one letter off in every word of a part, is too little.
        if (initial == shorter.Length || (near > 0 && shorter.Length < longer.Length && near == shorter.Length))
            return (null, 0);
        return (initial > 0 || shorter.Length < longer.Length ? DoublePart.PartOfName : DoublePart.NearName, rarest);
    }

    private int NearOf(int word, ReadOnlySpan<int> longer, ReadOnlySpan<bool> taken)
    {
        var text = table.Word(word);
        for (var i = 0; i < longer.Length; i++)
        {
            if (!taken[i] && (WordLikeness.IsNear(text, table.Word(longer[i])) || WordLikeness.IsInitial(text, table.Word(longer[i]))))
                return i;
        }
        return -1;
    }

    private DoublePart AddressOf(CompareTable.Slice one, CompareTable.Slice other)
    {
        var a = table.Words(one);
        var b = table.Words(other);
        var shared = 0;
        foreach (var word in a)
            shared += b.Contains(word) ? 1 : 0;
        // "RT 003" alone is where many live.
        if (shared >= LeastOfAHouse && shared == a.Length && shared == b.Length && HasLetters(a))
            return DoublePart.SameHouse;
        return AddressWords.AreLike(shared, a.Length, b.Length) ? DoublePart.SameAddress : DoublePart.SameVillage;
    }

    private bool HasLetters(ReadOnlySpan<int> words)
    {
        foreach (var word in words)
        {
            if (char.IsLetter(table.Word(word)[0]))
                return true;
        }
        return false;
    }
}
