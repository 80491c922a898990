// Tells an officer who looks at the watch that something came in. The page works without it.
(() => {
  'use strict';
  const strip = document.getElementById('live');
  if (!strip || !window.EventSource) return;
  const exercise = new URLSearchParams(location.search).get('exercise') === '1';
  const address = '/live' + (exercise ? '?exercise=1' : '');
  const title = document.title;
  // What the page itself shows: what came in while it was on its way is news too.
  const first = JSON.parse(strip.dataset.first);
  // The server says something every 15 seconds; whoever says nothing for longer is lost.
  const SILENCE_MAX = 40000;
  const AGAIN_AFTER = 5000;
  let silence = 0;

  // Told aloud only where an officer wants it, and never what it is about: a screen may be seen by others.
  const SOUND = 'vigie-sound';
  const button = document.getElementById('sound');
  const TONE = 350;
  let locked = false;
  const loud = () => localStorage.getItem(SOUND) === 'on';
  const label = () => {
    button.textContent = loud() && !locked ? button.dataset.on : button.dataset.off;
  };
  const beep = () => {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    tone.frequency.value = 660;
    tone.connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + TONE / 1000);
    tone.onended = () => audio.close();
    // A browser lets nothing sound in a page that nobody has touched: then the button offers it again.
    locked = audio.state === 'suspended';
    label();
  };
  // Whether something sounds now, so that a reload would cut it off.
  const sayAloud = (now) => {
    if (!loud()) return false;
    beep();
    if (window.Notification && Notification.permission === 'granted') {
      const said = button.dataset.notice.replace('{0}', now.waiting).replace('{1}', now.escalated);
      new Notification('Vigie', { body: said, tag: 'vigie-watch' });
    }
    return true;
  };
  if (button) {
    button.hidden = false;
    label();
    button.addEventListener('click', async () => {
      localStorage.setItem(SOUND, loud() && !locked ? 'off' : 'on');
      locked = false;
      label();
      if (loud()) {
        beep();
        if (window.Notification) await Notification.requestPermission();
      }
    });
  }

  const show = (text, urgent) => {
    strip.textContent = text;
    strip.className = urgent ? 'late' : 'z';
  };
  const lost = () => show(strip.dataset.lost, true);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(lost, SILENCE_MAX);
  };
  const touched = () =>
    [...document.querySelectorAll('main input, main textarea, main select')].some((field) => {
      if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
      if (field.tagName === 'SELECT') return [...field.options].some((one) => one.selected !== one.defaultSelected && one.index > 0);
      return field.type !== 'hidden' && field.value !== field.defaultValue;
    });
  const told = (event) => {
    heard();
    const now = JSON.parse(event.data);
    const climbed = now.escalated > 0 && now.ladder !== first.ladder;
    const more = climbed || now.escalated !== first.escalated || now.untaken !== first.untaken || now.newest !== first.newest || now.waiting !== first.waiting || now.open !== first.open;
    const aloud = (climbed && now.escalated >= first.escalated) || (now.newest && now.newest !== first.newest);
    const wait = aloud && sayAloud(now) ? TONE * 2 : 0;
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
    if (!touched() && document.visibilityState === 'visible' && window.scrollY < 40) setTimeout(() => location.reload(), wait);
  };
  const listen = () => {
    const stream = new EventSource(address);
    stream.addEventListener('watch', told);
    stream.addEventListener('quiet', heard);
    stream.addEventListener('error', () => {
      // It asks again by itself after a break; refused, it is over, and begins anew.
      clearTimeout(silence);
      const closed = stream.readyState === EventSource.CLOSED;
      silence = setTimeout(lost, closed ? 0 : 6000);
      if (closed) setTimeout(listen, AGAIN_AFTER);
    });
  };
  heard();
  listen();
})();
