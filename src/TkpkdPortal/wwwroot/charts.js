// Draws a table of figures as bars. The table stays on the page: it is read where no script runs, and the drawing says nothing that it does not.
(() => {
  'use strict';

  const colours = ['#0b5563', '#c26a1b', '#6a4c93', '#7b8a8e'];
  const ink = '#1f2a2e';
  // More bars than that are read better as a table.
  const mostBars = 30;
  const number = new Intl.NumberFormat('id-ID');

  const words = element => element.textContent.replace(/\s+/g, ' ').trim();
  const valueOf = cell => Number(cell.dataset.value || 0);
  const nameOf = (table, column) => table.querySelectorAll('tbody tr:first-child td[data-value]')[column].dataset.label;

  // Each row is a bar, each chosen column a part of it.
  const byRow = (table, columns) => {
    const rows = [...table.querySelectorAll('tbody tr')];
    return {
      bars: rows.map(row => words(row.querySelector('th'))),
      series: columns.map(column => ({ name: nameOf(table, column), data: rows.map(row => valueOf(row.querySelectorAll('td[data-value]')[column])) })),
    };
  };

  // Each chosen column is a bar, as long as its total.
  const byColumn = (table, columns) => {
    const totals = [...table.querySelectorAll('tfoot td[data-value]')];
    return { bars: columns.map(column => totals[column].dataset.label), series: [{ name: 'Jumlah', data: columns.map(column => valueOf(totals[column])) }] };
  };

  const sumAt = (series, index) => series.reduce((sum, one) => sum + one.data[index], 0);

  // A bar of nothing says less than the table does.
  const withoutNothing = ({ bars, series }) => {
    const kept = bars.map((_, index) => index).filter(index => sumAt(series, index) > 0);
    return { bars: kept.map(index => bars[index]), series: series.map(one => ({ ...one, data: kept.map(index => one.data[index]) })) };
  };

  const optionOf = ({ bars, series }, write, width) => ({
    animation: false,
    color: colours,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 14, color: ink },
    aria: { enabled: true, label: { enabled: false }, decal: { show: series.length > 1 } },
    grid: { left: 0, right: 24 + 8 * Math.max(...bars.map((_, index) => write(sumAt(series, index)).length)), top: series.length > 1 ? 36 : 4, bottom: 4, containLabel: true },
    legend: series.length > 1 ? { top: 0, left: 0, selectedMode: false, textStyle: { fontSize: 14, color: ink } } : undefined,
    tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, valueFormatter: write },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } },
    yAxis: { type: 'category', inverse: true, data: bars, axisTick: { show: false }, axisLabel: { fontSize: 14, color: ink, width: width < 500 ? 96 : 190, overflow: 'break' } },
    series: series.map((one, at) => ({
      ...one,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 26,
      label: { show: at === series.length - 1, position: 'right', fontSize: 14, color: ink, formatter: ({ dataIndex }) => write(sumAt(series, dataIndex)) },
    })),
  });

  const draw = place => {
    const table = document.getElementById(place.dataset.chart);
    const columns = place.dataset.columns.split(',').map(Number);
    const drawn = withoutNothing(place.dataset.of === 'total' ? byColumn(table, columns) : byRow(table, columns));
    const write = value => place.dataset.unit === 'Rp' ? `Rp${number.format(value)}` : `${number.format(value)} ${place.dataset.unit}`;
    if (drawn.bars.length === 0 || drawn.bars.length > mostBars) return;
    place.replaceChildren();
    place.hidden = false;
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', `${place.dataset.title}: ${drawn.bars.map((bar, index) => `${bar} ${drawn.series.map(one => `${drawn.series.length > 1 ? `${one.name.toLowerCase()} ` : ''}${write(one.data[index])}`).join(', ')}`).join('; ')}`);
    place.style.height = `${drawn.bars.length * 40 + (drawn.series.length > 1 ? 44 : 8)}px`;
    const chart = window.echarts.init(place, null, { renderer: 'canvas' });
    const show = () => chart.setOption(optionOf(drawn, write, place.clientWidth));
    show();
    // Drawn again, not scaled, so that letters keep their size.
    new ResizeObserver(() => { chart.resize(); show(); }).observe(place);
  };

  document.querySelectorAll('[data-chart]').forEach(draw);
})();
