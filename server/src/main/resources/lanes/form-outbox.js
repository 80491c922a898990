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

  const all = () => run(WAITING, 'readonly', (store) => store.getAll());
  const keep = (message) => run(WAITING, 'readwrite', (store) => store.put(message));
  const drop = (id) => run(WAITING, 'readwrite', (store) => store.delete(id));
  const wipe = () => run(WAITING, 'readwrite', (store) => store.clear());
  const setKey = (lane, key) => run(KEYS, 'readwrite', (store) => store.put({ lane, key }));
  const keyOf = async (lane) => (await run(KEYS, 'readonly', (store) => store.get(lane)))?.key;

  const send = async (message) => {
    const key = await keyOf(message.lane);
    if (!key) return 'no-key';
    const answer = await fetch(message.lane, {
      method: 'POST',
      credentials: 'omit',
      headers: { Authorization: 'Bearer ' + key, 'Content-Type': 'application/json' },
      body: message.body,
    });
    if (answer.status === 200 || answer.status === 201) {
      await drop(message.id);
      return 'sent';
    }
    if (answer.status === 401) return 'no-key';
    if (answer.status === 400 || answer.status === 413) {
      await keep({ ...message, refused: (await answer.text()).slice(0, 300) });
      return 'refused';
    }
    return 'later';
  };

  // How many were sent, wait, are refused; and whether a key is missing or no longer taken.
  const deliver = async () => {
    let sent = 0;
    let keyless = false;
    for (const message of (await all()).filter((one) => !one.refused)) {
      let outcome;
      try {
        outcome = await send(message);
      } catch {
        outcome = 'later'; // no network
      }
      sent += outcome === 'sent' ? 1 : 0;
      keyless = keyless || outcome === 'no-key';
      if (outcome === 'later') break;
    }
    const left = await all();
    const refused = left.filter((one) => one.refused);
    return { sent, keyless, waiting: left.length - refused.length, refused };
  };

  return { all, keep, drop, wipe, setKey, keyOf, deliver };
})();
