namespace TkpkdPortal.Documents.Layout;

/// <summary>What a container hands down to whatever is composed within it.</summary>
internal readonly record struct Inherited(Tag Tag, TextStyle Style, HorizontalAlignment Alignment = HorizontalAlignment.Left, bool IsInFlow = false);
