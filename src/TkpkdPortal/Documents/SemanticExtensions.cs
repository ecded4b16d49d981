namespace TkpkdPortal.Documents;

/// <summary>What content means to those who hear a paper instead of seeing it: the tags of the file.</summary>
public static class SemanticExtensions
{
    extension(Container container)
    {
        public Container SemanticSection() => container.Tagged(TagRole.Sect);

        public Container SemanticHeader1() => container.Tagged(TagRole.H1);

        public Container SemanticHeader2() => container.Tagged(TagRole.H2);

        public Container SemanticHeader3() => container.Tagged(TagRole.H3);

        public Container SemanticParagraph() => container.Tagged(TagRole.P);

        public Container SemanticListLabel() => container.Tagged(TagRole.Lbl);

        public Container SemanticListItemBody() => container.Tagged(TagRole.LBody);

        /// <summary>A picture; the text tells its message and its figures.</summary>
        public Container SemanticFigure(string alternativeText) => container.Tagged(TagRole.Figure, alternativeText);

        /// <summary>Decoration: not part of what is read.</summary>
        public Container SemanticIgnore()
        {
            var tag = container.Inherited.Tag.Artifact();
            return container.Wrap(container.Inherited with { Tag = tag }, inner => inner);
        }

        private Container Tagged(TagRole role, string? alternativeText = null)
        {
            var tag = container.Inherited.Tag.AddNamed(role, alternativeText);
            return container.Wrap(container.Inherited with { Tag = tag, IsInFlow = false }, inner => inner);
        }
    }
}
