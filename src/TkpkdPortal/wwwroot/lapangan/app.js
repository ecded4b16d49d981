// The field app: decides who may open what is on this phone, and which screen is seen.

import * as api from './api.js';
import * as doors from './doors.js';
import * as room from './room.js';
import * as vaults from './vault.js';
import { copy, facts, focusContent, show } from './page.js';
import { EntryScreen } from './entry.js';
import { askDiscard, QueueScreen } from './queue.js';
import { ListScreen } from './list.js';
import { ProposalScreen } from './proposal.js';
import { counted, isProposal } from './proposals.js';
import { LINE } from './sender.js';
import { Session } from './session.js';
import { listen, STATE, tell } from './visits.js';
import { number } from './words.js';

const PATIENCE_AT_START = 5000;
const FRESH = 12 * 60 * 60 * 1000;
const IN_CONTACT = Symbol('in contact');

let session = null;
let screen = null;
let starting = null;

/** Opens once, however many signs ask for it at the same time. */
const start = () => starting ??= begin().catch(sayFault).finally(() => { starting = null; });

async function begin() {
  if (session) return;
  const account = await whoIsSignedIn();
  if (session) return;
  if (account === 'not-field') return doors.sayNotField();
  const [vault, key] = account ? await openAs(account) : await openOffline();
  if (key === IN_CONTACT) return begin();
  if (!key) return;
  await vaults.stillHolds(vault);
  const opened = new Session(vault, key, onChange);
  await opened.open();
  if (account && (!opened.worklist || Date.now() - vault.loadedAt > FRESH)) await load(opened, account);
  if (!opened.worklist && opened.visits.all().length === 0) return doors.sayLocked(0, 'Daftar di ponsel ini sudah dihapus. Masuk untuk memuatnya lagi.');
  session = opened;
  room.ask();
  session.sender.start();
  route();
  onChange();
}

/** The account with a session, null where nobody or nothing answers. */
async function whoIsSignedIn() {
  try {
    const account = await api.account(PATIENCE_AT_START);
    tell('signed-in');
    return account;
  } catch (fault) {
    if (fault instanceof api.NotField) return 'not-field';
    if (fault instanceof api.NoContact || fault instanceof api.SignInNeeded) return null;
    throw fault;
  }
}

/** The signed-in account opens its own vault by its secret; whatever another one left open is locked first. */
async function openAs(account) {
  const before = await vaults.current();
  if (before && before.owner !== account.userId) await vaults.lockAway(before);
  let vault = await vaults.ofOwner(account.userId);
  let key = vault && await vaults.openBySecret(vault, account.deviceSecret);
  if (vault && !key && vault.pin) {
    key = await doors.askPin(vault);
    if (key) await vaults.rewrap(vault, key, account.deviceSecret);
  }
  if (vault && !key) {
    doors.sayLocked(await vaults.unsentOf(vault.id), 'Isi ponsel ini tidak terbuka dengan akun ini. Hubungi admin sebelum menghapus data peramban.');
    return [vault, null];
  }
  if (!vault) ({ vault, key } = await vaults.create(account.userId, account.deviceSecret));
  if (!vault.pin) await doors.choosePin(vault, key);
  return [vault, key];
}

async function openOffline() {
  const vault = await vaults.current();
  if (!vault) {
    doors.sayLocked(await vaults.unsentOnPhone());
    return [null, null];
  }
  // Before anybody is asked: an old list goes also where nobody knows the PIN any more.
  await vaults.stillHolds(vault);
  const key = await Promise.race([doors.askPin(vault), contact()]);
  if (!key) doors.sayLocked(await vaults.unsentOnPhone(), `PIN tidak cocok ${vaults.TRIES} kali: daftar di ponsel ini dihapus.`);
  return [vault, key];
}

/** Kept when the portal knows the account again while the PIN is still asked: then nobody has to enter it. */
const contact = () => new Promise(resolve => {
  const ask = async () => {
    if (document.visibilityState !== 'visible' || !await whoIsSignedIn()) return;
    window.removeEventListener('online', ask);
    document.removeEventListener('visibilitychange', ask);
    resolve(IN_CONTACT);
  };
  window.addEventListener('online', ask);
  document.addEventListener('visibilitychange', ask);
});

async function load(opened, account) {
  show('loading', 'Memuat daftar');
  try {
    await opened.load(account, (count, total) => facts(`${number(count)} dari ${number(total)} keluarga dimuat`));
  } catch (fault) {
    // The old list stays where the new one could not be loaded.
    if (!(fault instanceof api.NoContact || fault instanceof api.SignInNeeded)) throw fault;
  }
}

function route() {
  if (!session) return;
  const leaving = screen;
  screen = null;
  leaving?.leave?.();
  if (location.hash === '#/antrean') screen = new QueueScreen(withActions);
  else if (session.worklist) screen = new ListScreen(withActions);
  else screen = new QueueScreen(withActions);
  if (screen instanceof ListScreen) hint();
}

function hint() {
  const notice = doors.installHint();
  if (notice) document.querySelector('[data-screen] [data-notices]').append(notice);
}

async function openVisit(visit) {
  await screen?.leave?.();
  // Back leads to the list; what is open is not in the address, which the browser keeps in its history.
  if (location.hash !== '#/isian') history.pushState(null, '', '#/isian');
  screen = new (isProposal(visit) ? ProposalScreen : EntryScreen)(withActions, visit);
  focusContent();
}

/** The session as the screens see it: with the ways from one screen to another. */
const withActions = {
  get vault() { return session.vault; },
  get worklist() { return session.worklist; },
  get visits() { return session.visits; },
  get sender() { return session.sender; },
  keep: visit => session.keep(visit),
  forget: proposal => session.forget(proposal),
  propose: headName => openVisit(session.proposalOf(headName)),
  openVisit,
  openHousehold(household) {
    const visit = session.visits.current(session.vault.loadedAt).get(household.id);
    if (visit && [STATE.waiting, STATE.sent, STATE.refused].includes(visit.state)) return go('#/antrean');
    if (!visit && household.visit?.status === 'Submitted') return location.assign(`/kunjungan/${household.visit.id}`);
    return openVisit(session.visitTo(household));
  },
  async handIn(visit) {
    await session.handIn(visit);
    go('#/antrean');
  },
  async mend(visit) {
    await session.mend(visit);
    await openVisit(visit);
  },
  askDiscard(visit) {
    screen = null;
    askDiscard(visit, async () => {
      await session.discard(visit);
      go('#/antrean');
    });
  },
  async reload() {
    const opened = session;
    screen = null;
    try {
      const account = await api.account();
      if (account.userId !== opened.vault.owner) return lock();
      await load(opened, account);
    } catch (fault) {
      if (!(fault instanceof api.NoContact || fault instanceof api.SignInNeeded)) throw fault;
    }
    onChange();
    route();
  },
};

function go(hash) {
  if (location.hash === hash) route();
  else location.hash = hash;
  focusContent();
}

/** Something was kept, sent or refused: the count, the strip and the open screen follow. */
function onChange() {
  if (!session) return;
  const unsent = session.visits.unsent();
  const waiting = unsent.filter(visit => visit.state !== STATE.draft);
  const count = document.querySelector('[data-count]');
  count.textContent = number(waiting.length);
  count.hidden = waiting.length === 0;
  const strip = document.querySelector('[data-strip]');
  strip.querySelector('[data-slot="waiting"]').textContent = counted(waiting);
  strip.hidden = navigator.onLine && session.sender.line !== LINE.offline;
  if (session.sender.line === LINE.other) return lock();
  screen?.draw?.();
}

/** Another account signed in, or this one signed out in another tab: the key leaves the memory. */
function lock() {
  session?.close();
  [session, screen] = [null, null];
  start();
}

function sayFault(fault) {
  console.error(fault);
  document.querySelector('[data-screen]').replaceChildren(copy('fault'));
}

listen(async message => {
  if (message === 'locked') lock();
  if (message !== 'changed' || !session) return;
  await session.visits.refresh();
  onChange();
});
// Other addresses of the page only jump: to its content, to its menu.
window.addEventListener('hashchange', () => ['', '#/', '#/antrean'].includes(location.hash) && route());
window.addEventListener('online', () => { start(); onChange(); });
window.addEventListener('offline', onChange);
document.addEventListener('visibilitychange', async () => {
  if (document.visibilityState === 'hidden') return screen?.leave?.();
  if (session && !await vaults.stillHolds(session.vault)) lock();
  else start();
});
navigator.serviceWorker?.register('/sw.js').catch(console.error);
start();
