// The own worklist: loaded page by page, sealed page by page, opened into memory after the PIN and searched there.

import * as api from './api.js';
import * as store from './store.js';
import { sealJson, unsealJson } from './sealing.js';
import { normalise } from './words.js';

/** What the phone needs of the account besides the households, kept sealed with them. */
const ABOUT = 'about';
const ROWS = 'rows';

/** Loads the list anew. What was there before goes only when all of the new one is there. */
export async function load(vault, key, account, onCount = () => {}) {
  const parts = [await part(vault, key, ABOUT, { name: account.name, notice: account.notice, offices: account.offices, questionnaire: account.questionnaire ?? null })];
  let [cursor, count] = [null, 0];
  do {
    const page = await api.worklistPage(cursor);
    if (!page.ok) throw new api.NoContact(page.body.message);
    parts.push(await part(vault, key, ROWS, page.body.items));
    cursor = page.body.next;
    onCount(count += page.body.items.length, page.body.total);
  } while (cursor);
  vault.loadedAt = vault.seenAt = Date.now();
  await store.change(['vaults', 'worklist'], async stores => {
    await store.clear(stores, 'worklist', vault.id);
    parts.forEach(one => stores.worklist.put(one));
    stores.vaults.put(vault);
  });
}

/** Null where nothing is loaded. */
export async function open(vault, key) {
  const parts = await store.allOf('worklist', vault.id);
  const about = parts.find(one => one.kind === ABOUT);
  if (!about) return null;
  const pages = await Promise.all(parts.filter(one => one.kind === ROWS).map(one => unsealJson(key, one.id, one.sealed)));
  return new Worklist(await unsealJson(key, about.id, about.sealed), pages.flat().sort(byWay));
}

/** As one walks: by area and RT, then by name. */
const byWay = (a, b) => compare(a.areaCode, b.areaCode) || compare(a.rt ?? '', b.rt ?? '') || compare(a.headName, b.headName);

const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;

async function part(vault, key, kind, content) {
  const id = crypto.randomUUID();
  return { id, vault: vault.id, kind, sealed: await sealJson(key, id, content) };
}

export class Worklist {
  #words;

  constructor(about, households) {
    this.about = about;
    this.households = households;
    this.#words = households.map(one => normalise(`${one.headName} ${one.address} rt ${one.rt ?? ''} rw ${one.rw ?? ''} ${one.members.map(member => member.name).join(' ')}`));
  }

  /** The own area around a household: its name, and who reviews there. */
  officeOf(household) {
    const around = this.about.offices.filter(office => household.areaCode.startsWith(office.areaCode));
    return around.sort((a, b) => b.areaCode.length - a.areaCode.length)[0] ?? this.about.offices[0];
  }

  byId(id) {
    return this.households.find(one => one.id === id) ?? null;
  }

  /** Households in which every word that was typed begins a word of the names, the address or the RT. */
  search(typed) {
    const wanted = normalise(typed).trim().split(' ').filter(Boolean).map(word => ` ${word}`);
    return wanted.length === 0 ? this.households : this.households.filter((_, i) => wanted.every(word => this.#words[i].includes(word)));
  }
}
