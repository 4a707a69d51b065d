extension ReviewPage {
  /// Fills the right side from the data; text is only ever set as text.
  static let script = #"""

    'use strict';
    (() => {
    const data = JSON.parse(document.getElementById('data').textContent);
    const L = data.labels, drafts = data.drafts;
    const cards = [...document.querySelectorAll('.draft')];
    const byId = id => document.getElementById(id);
    const detail = byId('detail');
    let current = -1, safe = false, boxes = false, video = null;

    const make = (tag, set, ...inside) => {
      const node = document.createElement(tag);
      for (const [key, value] of Object.entries(set || {})) {
        if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
        else if (key === 'class') node.className = value;
        else if (key === 'style') for (const [k,
            v] of Object.entries(value)) node.style.setProperty(k, v);
        else if (value !== undefined && value !== null && value !== false) node.setAttribute(key,
            value === true ? '' : value);
      }
      for (const item of inside.flat()) if (item !== null && item !== undefined) node.append(item);
      return node;
    };
    const clock = s => Math.floor(s / 60) + ':' + (s % 60).toFixed(1).padStart(4, '0');

    const copy = async (text, button) => {
      try { await navigator.clipboard.writeText(text); }
      catch {
        const area = make('textarea', {style: {position: 'fixed', opacity: '0'}});
        area.value = text; document.body.append(area); area.select();
        document.execCommand('copy'); area.remove();
      }
      const was = button.textContent;
      button.textContent = L.copied;
      setTimeout(() => { button.textContent = was; }, 1200);
    };
    const copier = (text, label) =>
      make('button', {class: 'copy', type: 'button', onclick: e => copy(text, e.currentTarget)},
          label || L.copy);

    const seek = s => {
      if (!video) return;
      const go = () => { video.currentTime = s + 0.001; mark(); };
      if (video.readyState >= 1) return go();
      video.addEventListener('loadedmetadata', go, {once: true});
      video.preload = 'auto'; video.load();
    };
    const play = () => { if (video) video.paused ? video.play().catch(() => {}) : video.pause(); };

    const draw = draft => {
      const over = detail.querySelector('.over');
      if (!over) return;
      over.replaceChildren();
      const preset = data.platforms[draft.platform];
      if (safe && preset) {
        const m = preset.margins, w = preset.width / 100, h = preset.height / 100;
        over.append(make('div', {class: 'safe', style: {
          left: m.left / w + '%', right: m.right / w + '%', top: m.top / h + '%',
              bottom: m.bottom / h + '%'}}));
      }
      if (boxes) for (const t of draft.titles) {
        const now = video ? video.currentTime : 0;
        if (now < t.start || now >= t.end || t.box.length !== 4) continue;
        const w = draft.width / 100, h = draft.height / 100;
        over.append(make('div', {class: 'words', style: {
          left: t.box[0] / w + '%', top: t.box[1] / h + '%', width: t.box[2] / w + '%',
              height: t.box[3] / h + '%'}}));
      }
    };
    const mark = () => {
      const draft = drafts[current];
      if (!draft || !video) return;
      const now = video.currentTime;
      detail.querySelectorAll('.strip button').forEach((b, i) =>
        b.classList.toggle('on', now >= draft.shots[i].start && now < draft.shots[i].end));
      if (boxes) draw(draft);
    };

    const player = draft => {
      video = make('video', {preload: 'none', controls: true, playsinline: true,
          poster: draft.cover, src: draft.video});
      const stage = make('div', {class: 'stage',
          style: {'aspect-ratio': draft.width + '/' + draft.height}},
        video, make('div', {class: 'over'}));
      video.addEventListener('error', () => {
        if (!stage.querySelector('.broken')) stage.append(make('div', {class: 'broken'},
            L.noVideo));
      });
      for (const name of ['timeupdate', 'seeked']) video.addEventListener(name, mark);
      const strip = make('div', {class: 'strip'}, draft.shots.map((shot, i) => make('button', {
        type: 'button', style: {'flex-grow': Math.max(0.05, shot.end - shot.start)},
        title: (i + 1) + ' · ' + clock(shot.start) + ' ' + (shot.picture || shot.shot),
            onclick: () => seek(shot.start)})));
      const toggle = (label, on, act) => make('label', {},
        make('input', {type: 'checkbox', checked: on, onchange: e => { act(e.target.checked);
            draw(draft); }}), ' ' + label);
      return make('div', {class: 'side'}, stage, strip, make('div', {class: 'tools'},
        toggle(L.safeBox, safe, v => { safe = v; }), toggle(L.boxes, boxes, v => { boxes = v; }),
        draft.video && make('a', {href: draft.video}, L.open), draft.cover && make('a',
            {href: draft.cover}, L.cover)),
        make('p', {class: 'mono'}, draft.format));
    };

    const block = (title, extra, ...inside) =>
      make('section', {class: 'block'}, make('h3', {}, title, extra), ...inside);

    const post = draft => {
      const preset = data.platforms[draft.platform] || {};
      const p = draft.post;
      const count = (n, limit) => limit
        ? make('span', {class: n > limit ? 'sku over-limit' : 'sku'}, n + '/' + limit + ' ') : null;
      const field = (label, text, limit, n) => text
        ? make('div', {class: text.length > 60 ? 'field long' : 'field'},
          make('span', {}, label), make('p', {}, text),
          make('div', {}, count(n ?? [...text].length, limit), copier(text))) : null;
      const all = [p.title, p.caption, p.hashtags].filter(Boolean).join('\n');
      return block(L.post, copier(all, L.copyAll), field(L.postTitle, p.title, preset.titleMax,
          p.titleLength),
        field(L.caption, p.caption, preset.captionMax), field(L.hashtags, p.hashtags),
        field(L.coverText, p.coverText), field(L.cta, p.cta));
    };

    const checks = draft => {
      const sorted = draft.checks.map((c, i) => [c, i]).sort((a, b) => a[0].pass - b[0].pass ||
          a[1] - b[1]);
      const failed = draft.checks.filter(c => !c.pass).length;
      const badge = draft.pass === undefined || draft.pass === null ? make('span',
          {class: 'badge'}, L.unchecked)
        : draft.pass ? make('span', {class: 'badge good'}, draft.checks.length + ' ' + L.passed)
        : make('span', {class: 'badge bad'}, failed + ' ' + L.failed);
      return block(L.checks, badge, make('table', {}, sorted.map(([c]) => make('tr',
          {class: c.pass ? '' : 'miss'},
        make('td', {class: c.pass ? 'good' : 'bad'}, c.pass ? '✓' : '✗'), make('td', {class: 'name'}, c.name),
        make('td', {}, c.value), make('td', {class: 'sku'}, L.limit + ' ' + c.limit)))));
    };

    const facts = draft => block(L.facts, null, draft.facts.length
      ? make('table', {}, draft.facts.map(f => make('tr', {}, make('td', {}, f.text),
        make('td', {class: 'sku'}, f.field), make('td', {class: 'sku'}, f.source))))
      : make('p', {class: 'sku'}, L.noFacts));

    const shots = draft => block(L.shots, null, make('table', {}, draft.shots.map((s, i) =>
        make('tr', {},
        make('td', {class: 'num'}, make('button', {class: 'copy', type: 'button', onclick: () =>
            seek(s.start)}, String(i + 1))),
        make('td', {class: 'num'}, clock(s.start) + '–' + clock(s.end)),
        make('td', {}, s.picture || (s.shot === 'card' ? L.card : ''), s.picture ||
            s.shot === 'card' ? ' ' : '', make('span', {class: 'sku'}, s.shot)),
        make('td', {class: 'sku'}, s.file || '—', s.file ?
            ' ' + s.sourceIn.toFixed(2) + '–' + s.sourceOut.toFixed(2) + ' s' : '',
          s.take ? make('div', {}, L.take + ' ' + s.take) : null)))),
      draft.missing.length ? make('p', {class: 'bad'},
          L.missing + ': ' + draft.missing.join(', ')) : null);

    const rest = draft => {
      const lines = [
        draft.music.length && L.music + ': ' + draft.music.map(m =>
            m.title + ' (' + m.licence + ')').join(', '),
        draft.labels.length && L.labels + ': ' + draft.labels.join(', '),
        L.hook + ': ' + draft.hook + ' · ' + draft.script + ' · ' + draft.id].filter(Boolean);
      return make('div', {class: 'block'}, lines.map(t => make('p', {class: 'mono'}, t)),
        draft.link && make('p', {class: 'mono'}, make('a', {href: draft.link,
            rel: 'noopener noreferrer', target: '_blank'}, L.link)));
    };

    const fit = draft => {
      const head = document.querySelector('header').offsetHeight;
      document.documentElement.style.setProperty('--head', (innerWidth > 760 ? head : 0) + 'px');
      const tall = (innerHeight - head - 170) * draft.width / draft.height;
      const wide = Math.min(innerWidth > 980 ? detail.clientWidth * 0.46 : 420, Math.max(180,
          tall));
      detail.style.setProperty('--player', wide + 'px');
    };

    const show = (index, open) => {
      const draft = drafts[index];
      if (!draft) return;
      cards[current]?.removeAttribute('aria-current');
      current = index;
      cards[index].setAttribute('aria-current', 'true');
      if (video) { video.pause(); video.removeAttribute('src'); }
      fit(draft);
      detail.replaceChildren(
        make('button', {class: 'close', type: 'button', onclick: () =>
            document.body.classList.remove('open')}, '‹ ' + L.back),
        make('div', {class: 'view'}, player(draft), make('div', {class: 'info'},
          make('h2', {}, draft.product),
          make('p', {class: 'meta'}, make('b', {}, draft.price), make('span', {},
              draft.platformName),
            make('span', {}, draft.category), make('span', {class: 'sku'}, draft.sku)),
          post(draft), checks(draft), facts(draft), shots(draft), rest(draft))));
      detail.scrollTop = 0;
      draw(draft); mark();
      if (open) {
        document.body.classList.add('open');
        cards[index].scrollIntoView({block: 'nearest'});
        try { history.replaceState(null, '',
            '#' + encodeURIComponent(draft.platform + '/' + draft.id)); } catch {}
      }
    };

    const visible = () => cards.filter(c => !c.hidden);
    const step = by => {
      const shown = visible();
      if (!shown.length) return;
      const at = shown.indexOf(cards[current]);
      const next = shown[Math.min(shown.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
      show(Number(next.dataset.index), true);
    };
    const filter = () => {
      const platform = byId('platform').value, category = byId('category').value;
      const failed = byId('failed').checked, words = byId('search').value.trim().toLowerCase();
      for (const card of cards) card.hidden = (platform && card.dataset.platform !== platform)
        || (category && card.dataset.category !== category) || (failed &&
            !card.classList.contains('failed'))
        || (words && !card.dataset.words.includes(words));
      for (const product of document.querySelectorAll('.product'))
        product.hidden = !product.querySelector('.draft:not([hidden])');
      if (byId('none')) byId('none').hidden = visible().length > 0;
      if (cards[current]?.hidden && visible().length) show(Number(visible()[0].dataset.index),
          false);
    };
    for (const id of ['platform', 'category', 'failed',
        'search']) byId(id).addEventListener('input', filter);
    byId('list').addEventListener('click', e => {
      const card = e.target.closest('.draft');
      if (card) show(Number(card.dataset.index), true);
    });
    addEventListener('keydown', e => {
      if (e.ctrlKey || e.metaKey || e.altKey ||
          /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName) &&
              e.target.type !== 'checkbox') return;
      const key = e.key.toLowerCase();
      if (key === 'j') step(1);
      else if (key === 'k') step(-1);
      else if (key === ' ' && (e.target.tagName !== 'BUTTON' ||
          e.target.classList.contains('draft')) && e.target.tagName !== 'INPUT') play();
      else if (key === 's') { safe = !safe; const box = detail.querySelector('.tools input');
          if (box) box.checked = safe; if (drafts[current]) draw(drafts[current]); }
      else if (key === 'f') { byId('failed').checked = !byId('failed').checked; filter(); }
      else if (key === 'escape') document.body.classList.remove('open');
      else return;
      e.preventDefault();
    });
    addEventListener('resize', () => { if (drafts[current]) fit(drafts[current]); });
    const asked = decodeURIComponent(location.hash.slice(1));
    const first = drafts.findIndex(d => d.platform + '/' + d.id === asked);
    if (drafts.length) show(Math.max(0, first), false);
    if (first >= 0 && innerWidth <= 760) document.body.classList.add('open');
    })();
    """#
}
