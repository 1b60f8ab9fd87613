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

  // ---- network ----
  function network(element, t, chart) {
    const graph = JSON.parse(element.dataset.graph);
    const most = Math.max(...graph.edges.map((edge) => edge.events));
    const weight = (of) => of.cooperation + of.conflict;
    const busiest = graph.nodes.map(weight).sort((a, b) => b - a);
    const named = busiest[Math.min(busiest.length - 1, 44)];
    const shade = (of) => (of.conflict > of.cooperation ? t.quads[3] : of.cooperation > of.conflict ? t.quads[0] : t.none);
    const told = (of) => element.dataset.cooperation + ": " + number.format(of.cooperation) + "\n" + element.dataset.conflict + ": " + number.format(of.conflict);
    const byId = new Map(graph.nodes.map((node) => [node.id, node.name]));
    const nodes = graph.nodes.map((node) => ({
      id: node.id, name: node.id, title: node.name, of: node, value: weight(node), symbolSize: 8 + 24 * Math.sqrt(weight(node) / (busiest[0] || 1)),
      itemStyle: { color: shade(node), borderColor: t.ground, borderWidth: 1.5 },
      label: { show: weight(node) >= named, formatter: node.name, position: "right", color: t.ink, fontSize: 12, textBorderColor: t.ground, textBorderWidth: 3 },
    }));
    const links = graph.edges.map((edge) => ({
      source: edge.source, target: edge.target, value: edge.events, of: edge,
      lineStyle: { color: shade(edge), type: edge.conflict > edge.cooperation ? "dashed" : "solid", width: 1 + 5 * Math.sqrt(edge.events / most), opacity: 0.6 },
    }));
    placed(chart, nodes, links);
    return {
      option: {
        aria: { enabled: false },
        animation: false,
        textStyle: { fontFamily: color("plain") },
        tooltip: tooltip(t, {
          formatter: (item) => item.dataType === "edge"
            ? byId.get(item.data.source) + " – " + byId.get(item.data.target) + "\n" + told(item.data.of)
            : item.data.title + " (" + item.data.id + ")\n" + told(item.data.of),
        }),
        series: [{
          type: "graph", layout: "none", left: 24, right: 110, top: 24, bottom: 24, cursor: "pointer", draggable: true, data: nodes, links: links,
          emphasis: { focus: "adjacency", label: { show: true } }, labelLayout: { hideOverlap: true },
        }],
      },
      href: (event) => event.dataType === "edge"
        ? "/pairs/" + encodeURIComponent(event.data.source) + "/" + encodeURIComponent(event.data.target)
        : "/actors/" + encodeURIComponent(event.data.id),
    };
  }

  // The forces know no frame: they are let come to rest first, and what comes out is stretched into it.
  function placed(chart, nodes, links) {
    chart.setOption({
      animation: false,
      series: [{ type: "graph", layout: "force", data: nodes, links: links, force: { initLayout: "circular", repulsion: [60, 260], gravity: 0.15, edgeLength: [40, 120], layoutAnimation: false } }],
    }, true);
    const data = chart.getModel().getSeriesByIndex(0).getData();
    const at = nodes.map((node, i) => data.getItemLayout(i));
    [0, 1].forEach((axis) => {
      const all = at.map((point) => point[axis]);
      const least = Math.min(...all);
      const span = Math.max(...all) - least || 1;
      const room = axis === 0 ? chart.getWidth() - 134 : chart.getHeight() - 48;
      nodes.forEach((node, i) => { node[axis === 0 ? "x" : "y"] = ((at[i][axis] - least) / span) * room; });
    });
  }

  // ---- map ----
  // Equal Earth (Šavrič, Patterson, Jenny 2018): no country looks larger than it is.
  const A = [1.340264, -0.081106, 0.000893, 0.003796];
  const M = Math.sqrt(3) / 2;
  const RAD = Math.PI / 180;

  function project(point) {
    const theta = Math.asin(M * Math.sin(point[1] * RAD));
    const t2 = theta * theta;
    const t6 = t2 * t2 * t2;
    const x = (point[0] * RAD * Math.cos(theta)) / (M * (A[0] + 3 * A[1] * t2 + t6 * (7 * A[2] + 9 * A[3] * t2)));
    return [x, -theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))];
  }

  function unproject(point) {
    let theta = -point[1];
    for (let i = 0; i < 12; i++) {
      const t2 = theta * theta;
      const t6 = t2 * t2 * t2;
      const off = theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2)) + point[1];
      theta -= off / (A[0] + 3 * A[1] * t2 + t6 * (7 * A[2] + 9 * A[3] * t2));
    }
    const t2 = theta * theta;
    const t6 = t2 * t2 * t2;
    const longitude = (M * point[0] * (A[0] + 3 * A[1] * t2 + t6 * (7 * A[2] + 9 * A[3] * t2))) / Math.cos(theta);
    return [longitude / RAD, Math.asin(Math.sin(theta) / M) / RAD];
  }

  function map(element, t) {
    const data = JSON.parse(element.dataset.events);
    const countries = data.countries || [];
    const places = data.places || [];
    const most = Math.max(...countries.map((country) => country.events));
    const busiest = Math.max(1, ...places.map((place) => place.events));
    const told = (of) => of.name + "\n" + element.dataset.cooperation + ": " + number.format(of.cooperation) + "\n" + element.dataset.conflict + ": " + number.format(of.conflict);
    const step = (events) => Math.log10(events);
    const shades = dark.matches ? ["#2b4358", "#85bfe9"] : ["#cfe0ec", "#14527d"];
    return {
      option: {
        aria: { enabled: false },
        animation: false,
        textStyle: { fontFamily: color("plain") },
        tooltip: tooltip(t, { formatter: (item) => (item.data && item.data.of ? told(item.data.of) : "") }),
        visualMap: {
          type: "continuous", show: element.clientWidth > 500, seriesIndex: 0, min: 0, max: Math.max(step(most), 0.3), dimension: 0, left: 8, bottom: 8, itemHeight: 90, itemWidth: 12, inRange: { color: shades },
          text: [number.format(most), "1"], textStyle: { color: t.ink }, hoverLink: false, formatter: (value) => number.format(Math.round(Math.pow(10, value))),
        },
        geo: {
          map: "world", roam: window.matchMedia("(pointer: fine)").matches ? "move" : false, projection: { project: project, unproject: unproject }, left: 0, right: 0, top: 8, bottom: 8,
          itemStyle: { areaColor: color("q0-ground"), borderColor: t.ground, borderWidth: 0.7 }, label: { show: false },
          emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: t.ink, borderWidth: 1.2 } }, select: { disabled: true },
        },
        series: [
          { type: "map", geoIndex: 0, data: countries.map((country) => ({ name: country.code, value: step(country.events), of: country })) },
          {
            type: "scatter", coordinateSystem: "geo", cursor: "pointer", itemStyle: { color: t.quads[2], opacity: 0.8, borderColor: t.paper, borderWidth: 1 },
            symbolSize: (value) => 5 + 15 * Math.sqrt(value[2] / busiest),
            data: places.map((place) => ({ name: place.name, value: [place.longitude, place.latitude, place.events], of: place })),
          },
        ],
      },
      href: (event) => event.data && event.data.of && event.data.of.href,
    };
  }

  /** Buttons, so that a wheel over the map goes on scrolling the page. */
  function zoomable(entry) {
    const bar = document.createElement("p");
    bar.className = "zoom";
    [[1.5, "+", entry.element.dataset.closer], [1 / 1.5, "−", entry.element.dataset.farther]].forEach(([by, sign, label]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => entry.chart.dispatchAction({
        type: "geoRoam", componentType: "geo", zoom: by, originX: entry.chart.getWidth() / 2, originY: entry.chart.getHeight() / 2,
      }));
      bar.append(button);
    });
    entry.element.before(bar);
  }

  const kinds = { timeline: timeline, network: network, map: map };

  // ---- all of them ----
  function draw(entry) {
    const made = kinds[entry.element.dataset.chart](entry.element, theme(), entry.chart);
    entry.href = made.href;
    entry.chart.setOption(made.option, true);
  }

  function begin(element) {
    // One bar is no chart.
    if (!kinds[element.dataset.chart] || (element.dataset.rows && JSON.parse(element.dataset.rows).length < 2)) {
      return;
    }
    if (element.dataset.world && !window.echarts.getMap("world")) {
      fetch(element.dataset.world).then((answer) => answer.json()).then((world) => {
        window.echarts.registerMap("world", world);
        begin(element);
      });
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
    if (element.dataset.world) {
      zoomable(entry);
    }
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
