namespace TkpkdPortal.Documents.Charts;

/// <summary>Charts as content.</summary>
public static class ChartExtensions
{
    extension(Container container)
    {
        /// <summary>A chart as a figure with its alternative text.</summary>
        public void Chart(Chart chart) =>
            container.SemanticFigure(chart.AlternativeText).Canvas(chart.Width.Mm(), chart.Height.Mm(), chart.Draw);

        /// <summary>A small chart on the first line of a cell; the figures beside it say the same, so it is not read.</summary>
        public void CellChart(Chart chart) =>
            container.SemanticIgnore().AlignTop().Height(container.Inherited.Style.Leading).AlignMiddle().AlignSelf(container)
                .Canvas(chart.Width.Mm(), chart.Height.Mm(), chart.Draw);

        private Container AlignSelf(Container cell) => cell.Inherited.Alignment switch
        {
            HorizontalAlignment.Right => container.AlignRight(),
            HorizontalAlignment.Center => container.AlignCenter(),
            _ => container,
        };
    }
}
