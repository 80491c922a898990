// Tells an officer who looks at the watch that something came in. The page works without it.
(() => {
  'use strict';
  const strip = document.getElementById('live');
  if (!strip || !window.EventSource) return;
  const exercise = new URLSearchParams(location.search).get('exercise') === '1';
  const title = document.title;
  let first = null;
  const stream = new EventSource('/live' + (exercise ? '?exercise=1' : ''));
  const show = (text, urgent) => {
    strip.textContent = text;
    strip.className = urgent ? 'late' : 'z';
  };
  let lost = 0;
  stream.addEventListener('watch', (event) => {
    clearTimeout(lost);
    const now = JSON.parse(event.data);
    if (first === null) first = now;
    const more = now.newest !== first.newest || now.waiting !== first.waiting || now.open !== first.open;
    document.title = more ? '(' + now.waiting + ') ' + title : title;
    if (!more) {
      show(strip.dataset.live, false);
      return;
    }
    show(strip.dataset.changed.replace('{0}', now.waiting), true);
    const link = document.createElement('a');
    link.href = location.href;
    link.className = 'b';
    link.textContent = strip.dataset.again;
    strip.append(' ', link);
    const touched = [...document.querySelectorAll('main input, main textarea')].some((field) =>
      field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
    if (!touched && document.visibilityState === 'visible' && window.scrollY < 40) location.reload();
  });
  // It asks again by itself every few minutes, and after a break; only what lasts is a loss.
  stream.addEventListener('error', () => {
    clearTimeout(lost);
    lost = setTimeout(() => show(strip.dataset.lost, true), stream.readyState === EventSource.CLOSED ? 0 : 6000);
  });
})();
