namespace TkpkdPortal.Documents;

/// <summary>The structure types of tagged PDF that papers use; the names are those of the standard.</summary>
internal enum TagRole : byte
{
    Artifact,
    Document,
    Sect,
    H1,
    H2,
    H3,
    P,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    Caption,
    THead,
    TBody,
    TFoot,
    TR,
    TH,
    TD,
    Figure,
    Link,
}

internal enum HeaderScope : byte
{
    None,
    Column,
    Row,
}
