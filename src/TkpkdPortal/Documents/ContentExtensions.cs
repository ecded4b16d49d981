using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>What a container can be filled with.</summary>
public static class ContentExtensions
{
    extension(Container container)
    {
        /// <summary>Sets how text within is set where it does not say otherwise.</summary>
        public Container DefaultTextStyle(Func<TextStyle, TextStyle> change) =>
            container.DefaultTextStyle(change(container.Inherited.Style));

        public Container DefaultTextStyle(TextStyle style) =>
            container.Wrap(container.Inherited with { Style = style }, inner => inner);

        /// <summary>Hands the container to a method that fills it.</summary>
        public void Element(Action<Container> compose) => compose(container);

        public void Column(Action<ColumnDescriptor> compose)
        {
            var column = new ColumnDescriptor(container);
            compose(column);
            container.Fill(column.Build());
        }

        public void Row(Action<RowDescriptor> compose)
        {
            var row = new RowDescriptor(container);
            compose(row);
            container.Fill(row.Build());
        }

        public void Table(Action<TableDescriptor> compose)
        {
            var table = new TableDescriptor(container);
            compose(table);
            container.Fill(table.Build());
        }

        /// <summary>A numbered or lettered list.</summary>
        public void List(Action<ListDescriptor> compose)
        {
            var list = new ListDescriptor(container);
            compose(list);
            container.Fill(list.Build());
        }

        public TextBlockDescriptor Text(string text)
        {
            var block = new TextBlockDescriptor(container.Fill(container.NewTextBlock()));
            block.Add(text);
            return block;
        }

        public void Text(Action<TextDescriptor> compose) => compose(new TextDescriptor(container.Fill(container.NewTextBlock())));

        /// <summary>A horizontal rule over the whole width.</summary>
        public void LineHorizontal(float weight) => container.Height(weight).BorderTop(weight);

        /// <summary>A drawing of a fixed size in points; within it, measures are in millimetres. Only a figure is read.</summary>
        public void Canvas(float width, float height, Action<Canvas> draw)
        {
            var tag = container.Inherited.Tag;
            container.Fill(new CanvasBox(width, height, draw, tag.Role is TagRole.Figure ? tag : tag.Artifact()));
        }

        private TextBlock NewTextBlock()
        {
            var inherited = container.Inherited;
            return new TextBlock(inherited.Style, inherited.Tag.ForText(inherited.IsInFlow)) { Alignment = inherited.Alignment };
        }
    }
}
