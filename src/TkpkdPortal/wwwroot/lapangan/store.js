// The phone's own database. What stands in it in the clear are random keys, states and times; everything else is sealed before it comes here.

const NAME = 'lapangan';
const VERSION = 1;

/** vaults: one for each account that worked on this phone; worklist: sealed parts of it; visits and photos: one sealed record each. */
export const STORES = ['vaults', 'worklist', 'visits', 'photos'];

let opening = null;

/** Whether this phone has ever kept anything; asked by pages that must not create the database. */
export const exists = async () => !indexedDB.databases || (await indexedDB.databases()).some(one => one.name === NAME);

export const get = (store, id) => inTransaction([store], 'readonly', stores => asPromise(stores[store].get(id)));

export const all = store => inTransaction([store], 'readonly', stores => asPromise(stores[store].getAll()));

export const allOf = (store, vault) => inTransaction([store], 'readonly', stores => asPromise(stores[store].index('vault').getAll(vault)));

export const put = (store, record) => change([store], stores => stores[store].put(record));

export const remove = (store, id) => change([store], stores => stores[store].delete(id));

/** Changes that hold together or not at all, and are on the disk when the promise is kept. */
export const change = (names, work) => inTransaction(names, 'readwrite', work);

/** One record, inside a change. */
export const read = (stores, name, id) => asPromise(stores[name].get(id));

/** Deletes every record of a vault in a store, or those that the test picks. */
export async function clear(stores, name, vault, picks = () => true) {
  for (const record of await asPromise(stores[name].index('vault').getAll(vault)))
    if (picks(record)) stores[name].delete(record.id);
}

async function inTransaction(names, mode, work) {
  const database = await open();
  const transaction = database.transaction(names, mode, { durability: 'strict' });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
  const answer = await work(Object.fromEntries(names.map(name => [name, transaction.objectStore(name)])));
  await done;
  return answer;
}

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const name of STORES) {
        const store = request.result.createObjectStore(name, { keyPath: 'id' });
        if (name !== 'vaults') store.createIndex('vault', 'vault');
        if (name === 'photos') store.createIndex('visit', 'visit');
      }
    };
    request.onsuccess = () => {
      // A later version in another tab waits until this one lets go.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opening;
}

const asPromise = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
