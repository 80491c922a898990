// What waits to be sent: kept in this browser until there is a receipt, then gone from it. The page and its worker share it;
// both may send the same message, and the server counts it once.
'use strict';
const outbox = (() => {
  const WAITING = 'waiting';
  const KEYS = 'keys';

  const open = () => new Promise((resolve, reject) => {
    const asked = indexedDB.open('vigie-form', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(WAITING, { keyPath: 'id' });
      asked.result.createObjectStore(KEYS, { keyPath: 'lane' });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

  const run = async (store, mode, work) => {
    const database = await open();
    try {
      return await new Promise((resolve, reject) => {
        const turn = database.transaction(store, mode);
        const asked = work(turn.objectStore(store));
        turn.oncomplete = () => resolve(asked.result);
        turn.onerror = () => reject(turn.error);
        turn.onabort = () => reject(turn.error);
      });
    } finally {
      database.close();
    }
  };

  // The oldest first.
  const all = async () => (await run(WAITING, 'readonly', (store) => store.getAll())).sort((one, other) => one.at - other.at);
  const keep = (message) => run(WAITING, 'readwrite', (store) => store.put(message));
  const has = async (id) => Boolean(await run(WAITING, 'readonly', (store) => store.get(id)));
  const drop = (id) => run(WAITING, 'readwrite', (store) => store.delete(id));
  const setKey = (lane, key) => run(KEYS, 'readwrite', (store) => store.put({ lane, key }));
  const keyOf = async (lane) => (await run(KEYS, 'readonly', (store) => store.get(lane)))?.key;

  // What was deleted meanwhile is not written again.
  const refuse = async (message, why) => {
    if (await has(message.id)) await keep({ ...message, refused: why });
  };

  let leaving = new AbortController();
  const stop = () => {
    leaving.abort();
    leaving = new AbortController();
  };
  const wipe = async () => {
    stop();
    await run(WAITING, 'readwrite', (store) => store.clear());
  };
  // Keys too: then nothing here tells on which lane somebody warned.
  const forget = async () => {
    await wipe();
    await run(KEYS, 'readwrite', (store) => store.clear());
  };

  // Only an answer with a receipt is one: a portal or a proxy may say 200 to anything.
  const receipt = async (answer) => {
    try {
      return typeof (await answer.json()).receipt === 'string';
    } catch {
      return false;
    }
  };

  // sent, refused (with why), no-key, or later.
  const post = async (message, key) => {
    const answer = await fetch(message.lane, {
      method: 'POST',
      credentials: 'omit',
      redirect: 'error',
      signal: leaving.signal,
      headers: { Authorization: 'Bearer ' + key, 'Content-Type': 'application/json' },
      body: message.body,
    });
    if (answer.status === 200 || answer.status === 201) return { how: (await receipt(answer)) ? 'sent' : 'later' };
    if (answer.status === 401) return { how: 'no-key' };
    if (answer.status === 400 || answer.status === 413) return { how: 'refused', why: (await answer.text()).slice(0, 300) };
    return { how: 'later' };
  };

  const send = async (message) => {
    const key = await keyOf(message.lane);
    if (!key) return 'no-key';
    const { how, why } = await post(message, key);
    if (how === 'sent') await drop(message.id);
    if (how === 'refused') await refuse(message, why);
    return how;
  };

  // How many were sent, wait, are refused; and whether a key is missing or no longer taken.
  const deliver = async () => {
    let sent = 0;
    let keyless = false;
    for (const message of (await all()).filter((one) => !one.refused)) {
      if (!(await has(message.id))) continue; // deleted, or sent by another
      try {
        const how = await send(message);
        sent += how === 'sent' ? 1 : 0;
        keyless = keyless || how === 'no-key';
      } catch {
        break; // no network
      }
    }
    const left = await all();
    const refused = left.filter((one) => one.refused);
    return { sent, keyless, waiting: left.length - refused.length, refused };
  };

  return { all, keep, wipe, forget, setKey, keyOf, post, deliver };
})();
