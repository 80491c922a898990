// The form of a warning that works without a network. What somebody writes is kept in this browser until it has arrived.
'use strict';
(() => {
  const form = document.getElementById('form');
  const lane = form.dataset.lane;
  const AGAIN_AFTER = 30000;
  const SAID = ['kept', 'kept-open', 'sent', 'refused', 'keyless', 'wiped', 'needed', 'failed', 'forgotten'];

  const say = (which) => {
    for (const one of SAID) document.getElementById('said-' + one).hidden = one !== which;
  };
  const speak = (language) => {
    document.documentElement.lang = language;
    document.querySelectorAll('option[data-' + language + ']').forEach((option) => {
      option.textContent = option.dataset[language];
    });
    document.querySelectorAll('[data-speak]').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.speak === language));
    });
  };
  // Not every browser sends by itself what waits.
  const kept = async () => {
    const worker = await navigator.serviceWorker?.getRegistration();
    say(worker?.sync ? 'kept' : 'kept-open');
  };
  const count = (waits) => {
    document.getElementById('count').textContent = String(waits);
    document.getElementById('waits').hidden = waits === 0;
  };
  const show = (how) => {
    count(how.waiting + how.refused.length);
    document.getElementById('why').textContent = how.refused.map((one) => one.refused).join(' ');
    if (how.sent > 0) say('sent');
    else if (how.keyless) say('keyless');
    else if (how.refused.length > 0) say('refused');
    else if (how.waiting > 0) kept();
  };
  const fresh = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const deliver = async () => show(await outbox.deliver());

  // Where this browser keeps nothing: sent at once, or it stays in the form and somebody is told so.
  let held = '';
  const sendNow = async (message) => {
    let how = 'later';
    try {
      how = (await outbox.post(message, held)).how;
    } catch {
      // no network
    }
    if (how === 'sent') form.reset();
    say(how === 'sent' ? 'sent' : 'failed');
  };

  const answers = () => {
    const said = {};
    for (const [name, value] of new FormData(form)) if (String(value).trim() !== '') said[name] = String(value).trim();
    // What is no moment stays as it was written.
    const seen = new Date(said.seen ?? '');
    if (!Number.isNaN(seen.getTime())) said.seen = seen.toISOString();
    return said;
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const said = answers();
    if (!said.threat) {
      say('needed');
      form.elements.threat.focus();
      return;
    }
    const id = fresh();
    const body = JSON.stringify({
      id,
      form: form.dataset.form,
      version: form.dataset.version,
      finished: new Date().toISOString(),
      answers: said,
    });
    const message = { id, lane, body, at: Date.now() };
    try {
      await outbox.keep(message);
    } catch {
      await sendNow(message);
      return;
    }
    form.reset();
    kept();
    count((await outbox.all()).length);
    const worker = await navigator.serviceWorker?.getRegistration();
    // Where the browser can, it sends by itself once there is a network, also when this is closed.
    await worker?.sync?.register('outbox').catch(() => {});
    await deliver();
    document.getElementById('said').scrollIntoView({ block: 'center' });
  });

  document.getElementById('here').addEventListener('click', () => {
    navigator.geolocation?.getCurrentPosition(({ coords }) => {
      form.elements.position.value = [coords.latitude, coords.longitude, coords.altitude ?? 0, coords.accuracy].join(' ');
    });
  });
  document.getElementById('wipe').addEventListener('click', async () => {
    await outbox.wipe();
    count(0);
    say('wiped');
  });
  document.getElementById('forget').addEventListener('click', async () => {
    await outbox.forget();
    held = '';
    for (const name of await caches.keys()) await caches.delete(name);
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
    count(0);
    say('forgotten');
  });
  document.querySelectorAll('[data-speak]').forEach((button) => {
    button.addEventListener('click', () => speak(button.dataset.speak));
  });
  const again = () => deliver().catch(() => {});
  addEventListener('online', again);
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again());
  setInterval(again, AGAIN_AFTER);

  const begin = async () => {
    speak(navigator.language.startsWith('fr') || !navigator.language.startsWith('en') ? 'fr' : 'en');
    // The key stands behind the #, which no server and no proxy sees; here it is kept, and taken out of the address.
    const key = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname);
    held = key;
    try {
      if (key) await outbox.setKey(lane, key);
      if (!(await outbox.keyOf(lane))) say('keyless');
      await navigator.serviceWorker?.register('form-worker.js').catch(() => {});
      await deliver();
    } catch {
      if (!key) say('keyless'); // nothing is kept here; with the link it can still be sent at once
    }
  };
  begin();
})();
