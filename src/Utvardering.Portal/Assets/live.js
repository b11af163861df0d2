// Fetches the page again while something on it may change, and brings what is shown up to it piece by piece: focus, selection and
// scroll stay where they are, and a screen reader hears nothing but the status. Without it everything is there all the same.
'use strict';
(() => {
  const live = document.getElementById('live');
  const away = document.getElementById('away');
  if (!live || !live.dataset.seconds) return;

  const same = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || '') === (b.id || '');

  const update = (have, want) => {
    if (have.nodeType !== Node.ELEMENT_NODE) {
      if (have.data !== want.data) have.data = want.data;
      return;
    }
    for (const { name } of [...have.attributes]) if (!want.hasAttribute(name)) have.removeAttribute(name);
    for (const { name, value } of want.attributes) if (have.getAttribute(name) !== value) have.setAttribute(name, value);
    const keyed = new Map([...have.children].filter((child) => child.id).map((child) => [child.id, child]));
    let at = have.firstChild;
    for (const wanted of [...want.childNodes]) {
      const found = wanted.id ? keyed.get(wanted.id) : at;
      if (!found || found.parentNode !== have || !same(found, wanted)) {
        have.insertBefore(document.importNode(wanted, true), at);
      } else {
        // What stands before it is gone from the page.
        while (at && at !== found) {
          const gone = at;
          at = at.nextSibling;
          gone.remove();
        }
        update(found, wanted);
        at = found.nextSibling;
      }
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  };

  const show = (text) => {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const wanted = fresh.getElementById('live');
    if (!wanted) return;
    const focused = live.contains(document.activeElement) ? document.activeElement : null;
    update(live, wanted);
    document.title = fresh.title;
    // A button that is no longer offered takes its focus with it.
    if (focused && !focused.isConnected) document.querySelector('h1')?.focus({ preventScroll: true });
  };

  const say = (isAway) => {
    if (away.hidden === !isAway) return;
    away.hidden = !isAway;
    away.textContent = isAway ? away.dataset.text : '';
  };

  let waiting = 0;
  const again = () => {
    clearTimeout(waiting);
    if (live.dataset.seconds && !document.hidden) waiting = setTimeout(look, live.dataset.seconds * 1000);
  };

  const look = async () => {
    try {
      const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(10000) });
      if (answer.ok) show(await answer.text());
      say(!answer.ok);
    } catch {
      say(true);
    }
    again();
  };

  document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(waiting) : look()));
  again();
})();
