namespace TkpkdPortal.Documents.Layout;

/// <summary>How many pages there are, in all and in each run, and on which of them each section lies, as found by the pass before.</summary>
internal sealed class PageNumbers
{
    private readonly Dictionary<string, int> _sections = new(StringComparer.Ordinal);
    private readonly List<int> _runs = [];

    /// <summary>Two digits, so that the first pass already leaves about the right room.</summary>
    public int Total { get; private set; } = 99;

    public int OfRun(int run) => run < _runs.Count ? _runs[run] : 9;

    public int Section(string name) => _sections.GetValueOrDefault(name);

    public bool Knows(string section) => _sections.ContainsKey(section);

    public void CountPages(int total) => Total = total;

    /// <summary>Runs end in their order.</summary>
    public void EndRun(int pages) => _runs.Add(pages);

    /// <summary>A section that goes on on another page keeps the page it began on.</summary>
    public void MarkSection(string name, int page) => _sections.TryAdd(name, page);

    public bool Agrees(PageNumbers other) =>
        Total == other.Total && _runs.SequenceEqual(other._runs) && _sections.Count == other._sections.Count
        && _sections.All(section => other._sections.TryGetValue(section.Key, out var page) && page == section.Value);
}
