// Visits on this phone, from the first answer to the portal's. The clear part of a record is what a sign-out must know without the key.

import * as store from './store.js';
import { seal, sealJson, unseal, unsealJson } from './sealing.js';

/** Draft: being written. Waiting: handed in, not yet taken by the portal with all its photos. Refused: to be mended. Sent: all is there. */
export const STATE = { draft: 'draft', waiting: 'waiting', refused: 'refused', sent: 'sent' };

const channel = new BroadcastChannel('lapangan');

/** Other tabs of this app hear that something changed; so does the one that locks. */
export const tell = message => channel.postMessage(message);

export const listen = heard => channel.addEventListener('message', event => heard(event.data));

export class Visits {
  #vault;
  #key;
  #known = new Map();

  constructor(vault, key) {
    [this.#vault, this.#key] = [vault, key];
  }

  async refresh() {
    const records = await store.allOf('visits', this.#vault.id);
    this.#known = new Map(await Promise.all(records.map(async record => [record.id, await unsealJson(this.#key, record.id, record.sealed)])));
  }

  all() {
    return [...this.#known.values()];
  }

  byId(id) {
    return this.#known.get(id) ?? null;
  }

  /** The visit of a household that is still to be ended on this phone. */
  openOf(household) {
    return this.all().find(visit => visit.household.id === household && visit.state !== STATE.sent && !visit.discarded) ?? null;
  }

  /**
   * By household, the visit that counts on this phone: one that is still to be ended, else one that was sent after the list was loaded. What was sent before, the list itself
   * tells: whether the family is through, or is to be visited again.
   */
  current(loadedAt) {
    const all = this.all().filter(visit => !visit.discarded);
    const counting = [...all.filter(visit => visit.state === STATE.sent && Date.parse(visit.sentAt) > loadedAt), ...all.filter(visit => visit.state !== STATE.sent)];
    return new Map(counting.map(visit => [visit.household.id, visit]));
  }

  unsent() {
    return this.all().filter(visit => visit.state !== STATE.sent && !visit.discarded);
  }

  async save(visit) {
    const sealed = await sealJson(this.#key, visit.id, visit);
    await store.put('visits', { id: visit.id, vault: this.#vault.id, isUnsent: visit.state !== STATE.sent, sealed });
    this.#known.set(visit.id, visit);
    tell('changed');
  }

  async remove(visit) {
    await store.change(['visits', 'photos'], async stores => {
      await store.clear(stores, 'photos', this.#vault.id, photo => photo.visit === visit.id);
      stores.visits.delete(visit.id);
    });
    this.#known.delete(visit.id);
    tell('changed');
  }

  async addPhoto(visit, id, bytes) {
    await store.put('photos', { id, vault: this.#vault.id, visit: visit.id, sealed: await seal(this.#key, id, bytes) });
  }

  /** Null once it was sent. */
  async photo(id) {
    const record = await store.get('photos', id);
    return record ? new Uint8Array(await unseal(this.#key, id, record.sealed)) : null;
  }

  removePhoto(id) {
    return store.remove('photos', id);
  }
}
