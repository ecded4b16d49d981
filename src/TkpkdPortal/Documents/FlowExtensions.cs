using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>How content behaves where pages break, and where it can be found again.</summary>
public static class FlowExtensions
{
    extension(Container container)
    {
        /// <summary>Keeps the content on one page as long as a page can hold it.</summary>
        public Container ShowEntire() => container.Wrap(inner => new ShownEntire(inner));

        /// <summary>What follows in the column starts a new page.</summary>
        public void PageBreak() => container.Fill(new PageBreak());

        /// <summary>White room that vanishes at the top and the bottom of a page.</summary>
        public void Gap(float points) => container.Fill(new Gap(points));

        /// <summary>Within repeated content: shown on its first page only.</summary>
        public Container ShowOnce() => container.Wrap(inner => new ShownByRepetition(inner, isFirstOnly: true));

        /// <summary>Within repeated content: shown on every page but its first.</summary>
        public Container SkipOnce() => container.Wrap(inner => new ShownByRepetition(inner, isFirstOnly: false));

        /// <summary>Names a part of the document, so that links and page numbers can refer to it.</summary>
        public Container Section(string name) => container.Wrap(inner => new NamedSection(inner, name));

        /// <summary>Adds an entry to the bookmarks of the file, below the latest of a lower level.</summary>
        public Container Bookmark(string title, int level = 1) => container.Wrap(inner => new Bookmarked(inner, title, level));

        /// <summary>Makes the whole area lead to a section.</summary>
        public Container SectionLink(string section)
        {
            var tag = container.Inherited.Tag.Add(TagRole.Link);
            return container.Wrap(container.Inherited with { Tag = tag }, inner => new Linked(inner, section, section, tag));
        }

        /// <summary>Content with something above and below it that is repeated on each of its pages.</summary>
        public void Decoration(Action<DecorationDescriptor> compose)
        {
            var decoration = new DecorationDescriptor(container);
            compose(decoration);
            container.Fill(decoration.Build());
        }
    }
}
