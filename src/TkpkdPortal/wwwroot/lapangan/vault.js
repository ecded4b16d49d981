// A vault is what one account keeps on this phone. Its data key is wrapped twice: by the PIN, for work without a signal, and by the account's
// secret, so that unsent visits outlive a forgotten PIN and a sign-out and still open to nobody else.

import * as store from './store.js';
import { newDataKey, pinKey, PIN_ROUNDS, secretKey, unwrap, wrap } from './sealing.js';

export const TRIES = 5;
export const DAYS_KEPT = 7;
const DAY = 24 * 60 * 60 * 1000;

/** The vault that opens with a PIN; never two, since the next account's sign-in locks the one before. */
export const current = async () => (await store.all('vaults')).find(vault => vault.pin) ?? null;

export const ofOwner = async owner => (await store.all('vaults')).find(vault => vault.owner === owner) ?? null;

export async function create(owner, deviceSecret) {
  const [id, key] = [crypto.randomUUID(), await newDataKey()];
  const vault = { id, owner, pin: null, secret: await wrap(await secretKey(deviceSecret), id, key), loadedAt: null, seenAt: Date.now() };
  await store.put('vaults', vault);
  return { vault, key };
}

export async function setPin(vault, key, pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  vault.pin = { salt, rounds: PIN_ROUNDS, wrapped: await wrap(await pinKey(pin, salt, PIN_ROUNDS), vault.id, key), triesLeft: TRIES };
  await store.put('vaults', vault);
}

export const openBySecret = async (vault, deviceSecret) => unwrap(await secretKey(deviceSecret), vault.id, vault.secret);

/** The try is counted before it is made: closing the page in between wins nothing. */
export async function openByPin(vault, pin) {
  vault.pin.triesLeft -= 1;
  await store.put('vaults', vault);
  const key = await unwrap(await pinKey(pin, vault.pin.salt, vault.pin.rounds), vault.id, vault.pin.wrapped);
  if (key) {
    vault.pin.triesLeft = TRIES;
    await store.put('vaults', vault);
  } else if (vault.pin.triesLeft <= 0) {
    await lockAway(vault);
  }
  return key;
}

/** After the portal's keys were renewed the account has another secret; whoever knows the PIN goes on with it. */
export async function rewrap(vault, key, deviceSecret) {
  vault.secret = await wrap(await secretKey(deviceSecret), vault.id, key);
  await store.put('vaults', vault);
}

/** Sign-out, another account, or five wrong PINs: the worklist and what was sent go, the unsent stays sealed under the account's secret alone. */
export async function lockAway(vault) {
  const isEmpty = await unsentOf(vault.id) === 0;
  await store.change(store.STORES, async stores => {
    await store.clear(stores, 'worklist', vault.id);
    await store.clear(stores, 'visits', vault.id, record => !record.isUnsent);
    vault.pin = null;
    vault.loadedAt = null;
    if (isEmpty) {
      await store.clear(stores, 'photos', vault.id);
      stores.vaults.delete(vault.id);
    } else {
      stores.vaults.put(vault);
    }
  });
}

/**
 * Seven days after it was loaded a worklist goes; the clock of a phone may have been set back, so the latest time seen counts. Says whether
 * what was open may stay open: not after this, and not where another tab has locked the vault meanwhile.
 */
export async function stillHolds(vault, now = Date.now()) {
  const seenAt = Math.max(vault.seenAt, now);
  const isOld = vault.loadedAt !== null && seenAt - vault.loadedAt > DAYS_KEPT * DAY;
  return store.change(store.STORES, async stores => {
    const stored = await store.read(stores, 'vaults', vault.id);
    if (!stored?.pin) return false;
    vault.seenAt = seenAt;
    if (isOld) {
      vault.loadedAt = null;
      await store.clear(stores, 'worklist', vault.id);
      await store.clear(stores, 'visits', vault.id, record => !record.isUnsent);
    }
    stores.vaults.put(vault);
    return !isOld;
  });
}

export const unsentOf = async vault => (await store.allOf('visits', vault)).filter(record => record.isUnsent).length;

/** Of all accounts together: all that may be said while nobody has unlocked. */
export const unsentOnPhone = async () => (await store.all('visits')).filter(record => record.isUnsent).length;
