extension SelectionPage {
  /// Lists the data's products; text is only ever set as text.
  static let script = #"""

    'use strict';
    (() => {
    const data = JSON.parse(document.getElementById('data').textContent);
    const L = data.labels, byId = id => document.getElementById(id);
    const list = byId('list'), nodes = new Map();
    const make = (tag, cls, ...inside) => {
      const node = document.createElement(tag);
      if (cls) node.className = cls;
      for (const item of inside.flat()) if (item !== null && item !== undefined) node.append(item);
      return node;
    };
    const svg = (tag, set, ...inside) => {
      const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [key, value] of Object.entries(set)) node.setAttribute(key, value);
      node.append(...inside);
      return node;
    };
    const signed = n => (n > 0 ? '+' : n < 0 ? '\u2212' : '') + Math.abs(n).toFixed(1);
    const said = (head, text, cls) => text ? make('div', cls, make('em', '', head), text) : null;

    const fall = item => {
      const box = make('div', 'fall');
      let at = item.score - item.reasons.reduce((sum, r) => sum + r.versus, 0);
      const stops = [at, item.score];
      let run = at;
      for (const r of item.reasons) stops.push(run += r.versus);
      const low = Math.max(0, Math.min(...stops) - 4), high = Math.max(...stops) + 4;
      const x = v => 100 * (v - low) / (high - low);
      const bar = (cls, a, b) => svg('svg', {},
        svg('line', {class: 'mid', x1: x(at0) + '%', x2: x(at0) + '%', y1: 0, y2: 18}),
        svg('rect', {class: cls, x: x(Math.min(a, b)) + '%', y: 4, height: 10, rx: 2,
          width: Math.max(.4, Math.abs(x(b) - x(a))) + '%'}));
      const at0 = at;
      const row = (name, cls, a, b, text, sum) => box.append(make('span', sum ? 'sum' : '', name),
        bar(cls, a, b), make('span', 'n' + (sum ? ' sum' : ''), text));
      row(L.medianStart, 'base', low, at, at.toFixed(1), true);
      for (const r of item.reasons) {
        row(r.name, r.versus < 0 ? 'down' : 'up', at, at + r.versus, signed(r.versus));
        box.append(make('small', '', r.points + '/' + r.weight + ' \u00b7 ' + L.this + ' ' + r.value +
          ' \u00b7 ' + L.medianWord + ' ' + r.median + ' \u00b7 ' + r.source));
        at += r.versus;
      }
      row(L.score, 'score', low, item.score, item.score.toFixed(2), true);
      return box;
    };
    const table = (cls, rows) => make('table', cls, make('tbody', '', rows.map(cells =>
      make('tr', '', cells.map(cell => make('td', '', cell))))));
    const gates = item => table('gates', item.gates.map(g => [
      make('span', g.passed ? 'good' : 'bad', g.passed ? '\u2713' : '\u2717'), g.name,
      g.value + ' ' + g.limit,
      make('span', g.near ? 'warn' : '', (g.slack === undefined || g.slack === null ? '' :
        signed(g.slack * 100) + ' %') + (g.near ? ' ' + L.near : '')), g.source]));
    const deep = item => make('div', 'in-depth',
      make('div', '', item.reasons.length ? [make('h3', '', L.waterfall), fall(item)] :
        make('p', 'soft', L.unscored.replace('{sku}', item.sku))),
      make('div', '', make('h3', '', L.gates), gates(item), make('h3', '', L.economics),
        item.economics.length ? table('', item.economics) : make('p', 'soft', L.noEconomics)));

    const picture = item => {
      const blank = make('div', 'pic', item.rank ? String(item.rank) : '\u00b7');
      if (!item.picture) return blank;
      const img = make('img', 'pic');
      img.loading = 'lazy'; img.alt = ''; img.src = item.picture;
      img.onerror = () => img.replaceWith(blank);
      return img;
    };
    const build = item => {
      const plus = item.reasons.filter(r => r.versus > 0).sort((a, b) => b.versus - a.versus).slice(0, 3);
      const minus = item.reasons.filter(r => r.versus < 0).sort((a, b) => a.versus - b.versus).slice(0, 2);
      const near = item.gates.find(g => g.near);
      const more = make('details', '', make('summary', '', L.details));
      more.ontoggle = () => { if (more.open && more.children.length === 1) more.append(deep(item)); };
      const role = make('span', 'chip r-' + (item.state === 'in' ? item.role : 'gate'), item.roleName);
      const node = make('li', 'item ' + item.state,
        make('div', 'top', picture(item),
          make('div', '', make('p', 'name', (item.rank ? item.rank + '. ' : '') + item.title),
            make('p', 'meta', role, make('b', '', item.price), make('span', '', item.categoryName),
              make('span', '', item.sku), make('span', '', item.place))),
          item.score === undefined || item.score === null ? make('div') : make('div', 'points',
            make('b', '', item.score.toFixed(1)), make('span', '', item.confidence === undefined ||
              item.confidence === null ? '' :
              L.confidence + ' ' + Math.round(item.confidence * 100) + ' %')),
          make('div', 'said', said('', item.why, 'bad'),
            plus.length + minus.length ? make('div', 'pm',
              plus.map(r => make('span', 'good', r.name + ' ' + signed(r.versus))),
              minus.map(r => make('span', 'bad', r.name + ' ' + signed(r.versus)))) : null,
            said(L.near, near ? near.name + ' ' + near.value + ' (' + near.limit + ', ' +
              signed(near.slack * 100) + ' %)' : ''),
            said(L.whatIf, item.change), said(L.partner, item.partner),
            item.kept ? make('div', 'warn', item.kept) : null)), more);
      return node;
    };
    const text = new Map(data.items.map(i => [i, (i.sku + ' ' + i.title).toLowerCase()]));
    const node = item => {
      if (!nodes.has(item)) nodes.set(item, build(item));
      return nodes.get(item);
    };
    const order = {
      rank: (a, b) => (a.rank || 1e9) - (b.rank || 1e9) || (b.score || 0) - (a.score || 0),
      score: (a, b) => (b.score || 0) - (a.score || 0),
      price: (a, b) => a.amount - b.amount,
      confidence: (a, b) => (b.confidence || 0) - (a.confidence || 0)};
    const show = () => {
      const want = ['state', 'category', 'role'].map(key => [key, byId(key).value]);
      const term = byId('search').value.trim().toLowerCase();
      const shown = data.items.filter(item => want.every(([key, v]) => !v || item[key] === v) &&
        (!term || text.get(item).includes(term))).sort(order[byId('sort').value]);
      list.replaceChildren(...shown.map(node));
      byId('none').hidden = shown.length > 0;
    };
    for (const key of ['state', 'category', 'role', 'sort']) byId(key).onchange = show;
    byId('search').oninput = show;
    show();
    const first = list.querySelector('details');
    if (first) first.open = true;

    const go = sku => {
      const item = data.items.find(i => i.sku === sku);
      if (!item) return;
      if (!node(item).isConnected) {
        for (const key of ['state', 'category', 'role']) byId(key).value = '';
        byId('search').value = ''; show();
      }
      document.querySelectorAll('.item.on').forEach(n => n.classList.remove('on'));
      node(item).classList.add('on');
      node(item).scrollIntoView({behavior: 'smooth', block: 'start'});
    };
    const tip = byId('tip');
    for (const dot of document.querySelectorAll('.dot')) {
      dot.onpointerenter = dot.onclick = () => {
        tip.textContent = dot.dataset.tip; tip.hidden = false;
        tip.onclick = () => go(dot.dataset.sku);
      };
      dot.ondblclick = () => go(dot.dataset.sku);
    }
    })();

    """#
}
