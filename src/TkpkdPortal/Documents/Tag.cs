namespace TkpkdPortal.Documents;

/// <summary>
/// A node of the structure tree. Nodes are made while composing, so the reading order is the order of composing,
/// however the pages break. A node that receives no content is left out of the file.
/// </summary>
internal sealed class Tag
{
    private List<Tag>? _blocks;

    private Tag(TagRole role, Tag? parent) => (Role, Parent) = (role, parent);

    public TagRole Role { get; }

    public Tag? Parent { get; }

    public IReadOnlyList<Tag> Blocks => _blocks ?? [];

    public string? AlternativeText { get; init; }

    public HeaderScope Scope { get; init; }

    public int ColumnSpan { get; set; } = 1;

    public int RowSpan { get; set; } = 1;

    public bool IsArtifact => Role is TagRole.Artifact;

    public static Tag Root() => new(TagRole.Document, null);

    /// <summary>A node that a part of the page asks for by its nature, such as the rows of a table; inside an artifact there is none.</summary>
    public Tag Add(TagRole role, HeaderScope scope = HeaderScope.None) =>
        IsArtifact ? this : Adopt(new Tag(role, this) { Scope = scope });

    /// <summary>A node that the composer asked for by name; it is read even inside the header of the page.</summary>
    public Tag AddNamed(TagRole role, string? alternativeText = null)
    {
        var parent = NearestReal();
        return parent.Adopt(new Tag(role, parent) { AlternativeText = alternativeText });
    }

    public Tag Artifact() => IsArtifact ? this : new Tag(TagRole.Artifact, this);

    /// <summary>Where text goes: into this node if it is one of text, else into a paragraph of its own.</summary>
    public Tag ForText(bool isInFlow) => Role switch
    {
        TagRole.Artifact or TagRole.P or TagRole.H1 or TagRole.H2 or TagRole.H3 or TagRole.Caption or TagRole.Lbl or TagRole.Link => this,
        TagRole.TH or TagRole.TD or TagRole.LBody when !isInFlow => this,
        _ => Add(TagRole.P),
    };

    private Tag NearestReal()
    {
        var tag = this;
        // An artifact is never the root, so it has a parent.
        while (tag.IsArtifact) tag = tag.Parent!;
        return tag;
    }

    private Tag Adopt(Tag child)
    {
        (_blocks ??= []).Add(child);
        return child;
    }
}
