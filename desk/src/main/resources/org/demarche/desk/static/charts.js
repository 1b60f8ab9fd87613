// Draws what stands in the tables of a view. Each chart is an element with data-chart; without scripts the tables remain.
(function () {
  "use strict";

  const language = document.documentElement.lang || "en";
  const number = new Intl.NumberFormat(language);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const charts = [];

  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  function theme() {
    return {
      ink: color("ink"), soft: color("soft"), line: color("line"), paper: color("paper"), ground: color("ground"), accent: color("accent"),
      quads: [1, 2, 3, 4].map((q) => color("q" + q)), none: color("q0"), who: color("who"),
    };
  }

  // Drawn on the canvas: styles within a tooltip of HTML would be refused by the policy of the page.
  function tooltip(t, more) {
    return Object.assign({
      renderMode: "richText", confine: true, backgroundColor: t.paper, borderColor: t.line, textStyle: { color: t.ink, fontSize: 13 },
    }, more);
  }

  function zoom(t, count, axes) {
    return count > 24
      ? [{ type: "inside", xAxisIndex: axes, zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false },
        { type: "slider", xAxisIndex: axes, height: 18, bottom: 4, borderColor: t.line, textStyle: { color: t.soft }, fillerColor: t.accent + "22", handleStyle: { color: t.accent } }]
      : [];
  }

  // ---- timeline ----
  function timeline(element, t) {
    const rows = JSON.parse(element.dataset.rows);
    const names = element.dataset.series.split("|");
    const labels = rows.map((row) => row.label);
    const zoomed = rows.length > 24;
    const sign = (quad) => (quad < 2 ? 1 : -1);
    const axis = (index, shown) => ({
      type: "category", gridIndex: index, data: labels, axisLine: { lineStyle: { color: t.line }, onZero: true }, axisTick: { show: false },
      axisLabel: { show: shown, color: t.soft, hideOverlap: true },
    });
    return {
      option: {
        aria: { enabled: false },
        animation: !still.matches,
        textStyle: { fontFamily: color("plain") },
        tooltip: tooltip(t, {
          trigger: "axis", axisPointer: { type: "shadow" },
          formatter: (items) => {
            const row = rows[items[0].dataIndex];
            const lines = row.quads.map((n, i) => names[i] + ": " + number.format(n));
            if (row.goldstein !== undefined) {
              lines.push(element.dataset.goldstein + ": " + number.format(row.goldstein));
            }
            return [row.label].concat(lines).join("\n");
          },
        }),
        axisPointer: { link: [{ xAxisIndex: "all" }] },
        legend: { data: names, textStyle: { color: t.ink }, top: 0, itemWidth: 14, itemHeight: 10, inactiveColor: t.who },
        grid: [{ left: 48, right: 12, top: 44, bottom: zoomed ? 160 : 132 }, { left: 48, right: 12, height: 56, bottom: zoomed ? 56 : 28 }],
        xAxis: [axis(0, false), axis(1, true)],
        yAxis: [
          { type: "value", minInterval: 1, axisLabel: { color: t.soft, formatter: (n) => number.format(Math.abs(n)) }, splitLine: { lineStyle: { color: t.line } } },
          { type: "value", gridIndex: 1, min: -10, max: 10, interval: 10, name: element.dataset.goldstein, nameTextStyle: { color: t.soft, align: "left", padding: [0, 0, 0, -28] },
            nameGap: 10, axisLabel: { color: t.soft }, splitLine: { lineStyle: { color: t.line } } },
        ],
        dataZoom: zoom(t, rows.length, [0, 1]),
        series: names.map((name, quad) => ({
          name: name, type: "bar", stack: "quads", barMaxWidth: 36, cursor: "pointer", itemStyle: { color: t.quads[quad], borderColor: t.ground, borderWidth: rows.length > 60 ? 0 : 0.5 },
          data: rows.map((row) => sign(quad) * row.quads[quad]),
        })).concat([{
          name: element.dataset.goldstein, type: "line", xAxisIndex: 1, yAxisIndex: 1, color: t.accent, symbolSize: rows.length > 40 ? 3 : 6, lineStyle: { width: 1.5 },
          data: rows.map((row) => (row.goldstein === undefined ? null : row.goldstein)),
        }]),
      },
      href: (event) => event.componentType === "series" && rows[event.dataIndex].href,
    };
  }

  const kinds = { timeline: timeline };

  // ---- all of them ----
  function draw(entry) {
    const made = kinds[entry.element.dataset.chart](entry.element, theme());
    entry.href = made.href;
    entry.chart.setOption(made.option, true);
  }

  function begin(element) {
    // One bar is no chart.
    if (!kinds[element.dataset.chart] || (element.dataset.rows && JSON.parse(element.dataset.rows).length < 2)) {
      return;
    }
    element.hidden = false;
    const entry = { element: element, chart: window.echarts.init(element), href: () => null };
    charts.push(entry);
    draw(entry);
    entry.chart.on("click", (event) => {
      const address = entry.href(event);
      if (address) {
        window.location.assign(address);
      }
    });
    element.dataset.drawn = "true";
  }

  if (window.echarts) {
    document.querySelectorAll("[data-chart]").forEach(begin);
    dark.addEventListener("change", () => charts.forEach(draw));
    let waiting = 0;
    window.addEventListener("resize", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => charts.forEach((entry) => entry.chart.resize()), 100);
    });
  }
})();
