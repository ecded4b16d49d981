// Sends what waits, oldest first: at start, when the signal returns, when the app is looked at again, and by a timer that waits longer after
// each failure. One tab sends at a time. What the portal answered is kept before the next step, so that being cut off anywhere repeats at most
// one step, and that step is one that the portal takes only once.

import * as api from './api.js';
import { isProposal } from './proposals.js';
import { listen, STATE } from './visits.js';

const PIECE = 64 * 1024;
const WAITS = [2, 4, 8, 15, 30].map(seconds => seconds * 1000);
const IDLE = 60_000;

/** What the queue says of the line: idle, sending, no contact, sign in again, or another account is signed in. */
export const LINE = { idle: 'idle', sending: 'sending', offline: 'offline', signIn: 'sign-in', other: 'other' };

export class Sender {
  #owner;
  #visits;
  #onChange;
  #timer = 0;
  #failures = 0;
  #stop = new AbortController();

  line = LINE.idle;
  /** Id of the visit on its way. */
  sending = null;

  constructor(owner, visits, onChange) {
    [this.#owner, this.#visits, this.#onChange] = [owner, visits, onChange];
  }

  start() {
    const now = () => this.kick();
    const options = { signal: this.#stop.signal };
    window.addEventListener('online', now, options);
    window.addEventListener('pageshow', now, options);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && now(), options);
    listen(message => message === 'signed-in' && now());
    this.kick();
  }

  stop() {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  kick() {
    this.#failures = 0;
    return this.#run();
  }

  async #run() {
    clearTimeout(this.#timer);
    if (this.#stop.signal.aborted) return;
    try {
      await navigator.locks.request('lapangan-kirim', { ifAvailable: true }, lock => lock ? this.#sendAll() : null);
      this.#failures = 0;
    } catch (fault) {
      this.#failures += 1;
      this.#say(fault instanceof api.SignInNeeded ? LINE.signIn : fault instanceof OtherAccount ? LINE.other : LINE.offline, null);
      if (!(fault instanceof api.NoContact || fault instanceof api.SignInNeeded || fault instanceof OtherAccount)) console.error(fault);
    }
    if (this.#stop.signal.aborted) return;
    const wait = this.#failures > 0 ? WAITS[Math.min(this.#failures, WAITS.length) - 1] : IDLE;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), wait);
  }

  async #sendAll() {
    await this.#visits.refresh();
    if (!this.#next()) return this.#say(LINE.idle, null);
    const account = await api.account();
    if (account.userId !== this.#owner) throw new OtherAccount();
    for (let visit = this.#next(); visit && !this.#stop.signal.aborted; visit = this.#next()) {
      this.#say(LINE.sending, visit.id);
      if (visit.discarded) await this.#reportDiscarded(visit);
      else if (!visit.isAccepted) await this.#hand(visit);
      else await this.#sendPhotos(visit);
    }
    this.#say(LINE.idle, null);
  }

  #next() {
    return this.#visits.all().filter(visit => visit.discarded || visit.state === STATE.waiting).sort((a, b) => a.recordedAt < b.recordedAt ? -1 : 1)[0] ?? null;
  }

  async #hand(visit) {
    const answer = await this.#fresh(() => (isProposal(visit) ? api.sendProposal : api.sendVisit)(visit.id, visit.revision, visit.body));
    if (answer.ok) {
      Object.assign(visit, { isAccepted: true, acceptedAt: new Date().toISOString(), outcome: answer.body.outcome, message: answer.body.message });
      this.#takePhotoStates(visit, answer.body.photos ?? []);
      return this.#finish(visit);
    }
    Object.assign(visit, { state: STATE.refused, message: answer.body.message ?? 'Portal belum bisa menerima isian ini.', fields: answer.body.fields ?? {} });
    await this.#visits.save(visit);
  }

  async #sendPhotos(visit) {
    for (const photo of visit.photos.filter(one => !one.isComplete && !one.fault)) {
      this.#take(photo, await this.#fresh(() => api.photoState(visit.id, photo.id)));
      const bytes = photo.isComplete || photo.fault ? null : await this.#visits.photo(photo.id);
      while (bytes && !photo.isComplete && !photo.fault) {
        const answer = await this.#fresh(() => api.sendPiece(visit.id, photo.id, photo.received, bytes.subarray(photo.received, photo.received + PIECE)));
        this.#take(photo, answer);
        this.#onChange();
      }
      if (!bytes && !photo.isComplete) photo.fault ??= 'Foto ini tidak ada lagi di ponsel.';
      await this.#visits.save(visit);
    }
    await this.#finish(visit);
  }

  /** A photo's state after a call: also after 409, which says from where to go on. */
  #take(photo, answer) {
    if (answer.ok || answer.status === 409) takeState(photo, answer.body);
    else photo.fault = answer.body.refusal ?? answer.body.message ?? 'Foto ini tidak diterima portal.';
  }

  #takePhotoStates(visit, states) {
    for (const state of states) {
      const photo = visit.photos.find(one => one.id === state.id);
      if (photo) takeState(photo, state);
    }
  }

  async #finish(visit) {
    if (visit.photos.some(photo => !photo.isComplete && !photo.fault)) return this.#visits.save(visit);
    // What the family said is at the portal now; the phone keeps no more than the line of the queue.
    const { id, kind, revision, photos, acceptedAt, recordedAt, outcome, message, household } = visit;
    await this.#visits.save({
      id, kind, revision, acceptedAt, recordedAt, outcome, message, state: STATE.sent, sentAt: new Date().toISOString(),
      household: { id: household.id, headName: household.headName }, photos: photos.map(({ id: photo, kind, fault }) => ({ id: photo, kind, fault })),
    });
    for (const photo of photos) await this.#visits.removePhoto(photo.id);
  }

  async #reportDiscarded(visit) {
    const told = isProposal(visit) ? { area: visit.answers.Area, recordedAt: visit.recordedAt } : { householdId: visit.household.id, photos: visit.photos.length, recordedAt: visit.recordedAt };
    const answer = await this.#fresh(() => (isProposal(visit) ? api.reportDiscardedProposal : api.reportDiscarded)(visit.id, told));
    // Where the family is no longer in the own area there is nobody to tell.
    if (!answer.ok && answer.status !== 404) throw new api.NoContact(answer.body.message);
    await this.#visits.remove(visit);
  }

  /** A token that has gone stale, as after a restart or a new sign-in, is fetched again once. */
  async #fresh(call) {
    const answer = await call();
    if (answer.status !== 400) return answer;
    const account = await api.account();
    if (account.userId !== this.#owner) throw new OtherAccount();
    const again = await call();
    if (again.status === 400) throw new api.NoContact('400');
    return again;
  }

  #say(line, sending) {
    [this.line, this.sending] = [line, sending];
    this.#onChange();
  }
}

function takeState(photo, state) {
  Object.assign(photo, { received: state.received, isComplete: state.isComplete });
  if (state.refusal) photo.fault = state.refusal;
}

class OtherAccount extends Error {}
