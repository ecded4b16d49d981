using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>White room around content, in points.</summary>
public static class PaddingExtensions
{
    extension(Container container)
    {
        public Container Padding(float all) => container.Pad(all, all, all, all);

        public Container PaddingHorizontal(float value) => container.Pad(value, 0, value, 0);

        public Container PaddingVertical(float value) => container.Pad(0, value, 0, value);

        public Container PaddingLeft(float value) => container.Pad(value, 0, 0, 0);

        public Container PaddingTop(float value) => container.Pad(0, value, 0, 0);

        public Container PaddingRight(float value) => container.Pad(0, 0, value, 0);

        public Container PaddingBottom(float value) => container.Pad(0, 0, 0, value);

        private Container Pad(float left, float top, float right, float bottom) =>
            container.Wrap(inner => new Padded(inner, new Edges(left, top, right, bottom)));
    }
}
