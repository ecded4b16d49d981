// One account at work on this phone: its key, its worklist, its visits, its sender. What the screens do goes through here.

import * as worklist from './worklist.js';
import { begin, bodyOf, ofPortal } from './answers.js';
import { beginProposal, isProposal, proposalBody } from './proposals.js';
import { Sender } from './sender.js';
import { STATE, Visits } from './visits.js';

export class Session {
  #key;
  #onChange;

  constructor(vault, key, onChange) {
    [this.vault, this.#key, this.#onChange] = [vault, key, onChange];
    this.visits = new Visits(vault, key);
    this.sender = new Sender(vault.owner, this.visits, onChange);
    this.worklist = null;
  }

  async open() {
    await this.visits.refresh();
    this.worklist = await worklist.open(this.vault, this.#key);
  }

  async load(account, onCount) {
    await worklist.load(this.vault, this.#key, account, onCount);
    this.worklist = await worklist.open(this.vault, this.#key);
  }

  close() {
    this.sender.stop();
    this.#key = null;
  }

  /** The visit of a household that goes on, or a new one that is kept from its first answer on. */
  visitTo(household) {
    const open = this.visits.openOf(household.id);
    if (open) return open;
    const known = ['Draft', 'Returned'].includes(household.visit?.status) ? household.visit : null;
    return {
      id: known?.id ?? crypto.randomUUID(), revision: (known?.revision ?? 0) + 1, state: STATE.draft, household,
      answers: known ? ofPortal(known.answers, household) : begin(household), extra: known?.answers.extra ?? {},
      photos: [], position: null, noticeNumber: this.worklist.about.notice.number, recordedAt: new Date().toISOString(),
    };
  }

  /** A family that is on no list; kept from the moment on at which the worklist does not have it. */
  proposalOf(headName) {
    return { ...beginProposal(headName), state: STATE.draft, recordedAt: new Date().toISOString() };
  }

  /** Every change of a visit or proposal that is being written. */
  async keep(visit) {
    if (visit.state !== STATE.draft) return;
    visit.recordedAt = new Date().toISOString();
    await this.visits.save(visit);
    this.#onChange();
  }

  async handIn(visit) {
    visit.recordedAt = new Date().toISOString();
    Object.assign(visit, { state: STATE.waiting, body: isProposal(visit) ? proposalBody(visit) : bodyOf(visit), message: null, fields: null });
    await this.visits.save(visit);
    this.#onChange();
    this.sender.kick();
  }

  /** A refused visit is written on and sent as its next revision: what was refused under the last one stays what it was. */
  async mend(visit) {
    Object.assign(visit, { state: STATE.draft, revision: visit.revision + 1, body: null });
    await this.visits.save(visit);
  }

  /** A proposal turned out to be a family of the worklist before it was handed in: nothing of it was ever anybody's. */
  async forget(proposal) {
    if (this.visits.byId(proposal.id)?.state === STATE.draft) await this.visits.remove(proposal);
    this.#onChange();
  }

  async discard(shown) {
    const visit = this.visits.byId(shown.id);
    // What was sent while the question stood on the screen is the portal's now.
    if (!visit || visit.isAccepted || visit.state === STATE.sent || this.sender.sending === visit.id) return;
    visit.discarded = true;
    await this.visits.save(visit);
    this.#onChange();
    this.sender.kick();
  }
}
