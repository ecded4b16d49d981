namespace TkpkdPortal.Domain.Wording;

/// <summary>
/// The canonical values of one variable with the words that the lists and the pages use for them.
/// Words match regardless of case; an unknown word is no value.
/// </summary>
public sealed class CodedValues<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<T, string> _labels = [];

    public CodedValues(params (T Value, string Label)[] values)
    {
        foreach (var (value, label) in values)
        {
            _labels.Add(value, label);
            _byWord.Add(label, value);
        }
        All = [.. values.Select(value => value.Value)];
    }

    public IReadOnlyList<T> All { get; }

    public string Label(T value) => _labels[value];

    public string Label(T? value, string whenUnknown = "Belum diketahui") => value is { } known ? _labels[known] : whenUnknown;

    /// <summary>Adds other spellings that lists are known to use.</summary>
    public CodedValues<T> WithAliases(params (string Word, T Value)[] aliases)
    {
        foreach (var (word, value) in aliases)
            _byWord.Add(word, value);
        return this;
    }

    public bool TryRead(string word, out T value) => _byWord.TryGetValue(word, out value);
}
