using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>Size, place, lines and background of a box. Lines lie within the box and take no room of their own.</summary>
public static class BoxExtensions
{
    extension(Container container)
    {
        public Container Width(float points) => container.Wrap(inner => new Sized(inner, points, null));

        /// <summary>At least this height; a box grows rather than cut off its text.</summary>
        public Container Height(float points) => container.Wrap(inner => new Sized(inner, null, points));

        public Container MinHeight(float points) => container.Height(points);

        /// <summary>Takes all the height that is left on the page.</summary>
        public Container ExtendVertical() => container.Wrap(inner => new Extended(inner));

        public Container AlignCenter() => container.Align(HorizontalAlignment.Center, null);

        public Container AlignRight() => container.Align(HorizontalAlignment.Right, null);

        public Container AlignTop() => container.Align(null, VerticalAlignment.Top);

        public Container AlignMiddle() => container.Align(null, VerticalAlignment.Middle);

        public Container AlignBottom() => container.Align(null, VerticalAlignment.Bottom);

        public Container Background(Color color) => container.Wrap(inner => new Filled(inner, color));

        public Container Border(float weight) => container.Lines(weight, weight, weight, weight);

        public Container BorderLeft(float weight) => container.Lines(weight, 0, 0, 0);

        public Container BorderTop(float weight) => container.Lines(0, weight, 0, 0);

        public Container BorderBottom(float weight) => container.Lines(0, 0, 0, weight);

        private Container Align(HorizontalAlignment? across, VerticalAlignment? down) =>
            container.Wrap(inner => new Aligned(inner, across, down));

        private Container Lines(float left, float top, float right, float bottom) =>
            container.Wrap(inner => new Bordered(inner, new Edges(left, top, right, bottom)));
    }
}
