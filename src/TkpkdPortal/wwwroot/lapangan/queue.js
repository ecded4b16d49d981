// The screen of the queue: what waits, what is on its way, what arrived, what was refused and why.

import { clearErrors, copy, fill, sayErrors, show, slot } from './page.js';
import { LINE } from './sender.js';
import { counted, isProposal } from './proposals.js';
import { STATE } from './visits.js';
import { moment } from './words.js';
import * as room from './room.js';

const ORDER = [STATE.refused, STATE.waiting, STATE.draft, STATE.sent];

export class QueueScreen {
  #session;
  #screen;

  constructor(session) {
    this.#session = session;
    this.#screen = show('queue', 'Antrean', { facts: 'Kunjungan dan usulan yang ditulis di ponsel ini' });
    this.#screen.querySelector('[data-send]').addEventListener('click', () => session.sender.kick());
    this.draw();
    this.#sayRoom();
  }

  draw() {
    const { visits, sender } = this.#session;
    const shown = visits.all().filter(visit => !visit.discarded)
      .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (b.recordedAt < a.recordedAt ? -1 : 1));
    const rows = this.#screen.querySelector('.tk-rows');
    // A row that is drawn again keeps the focus of its button.
    const focused = rows.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    rows.replaceChildren(...shown.map(visit => this.#row(visit)));
    rows.hidden = shown.length === 0;
    if (focused) rows.querySelector(`[data-key="${focused}"]`)?.focus();
    this.#screen.querySelector('.tk-empty')?.remove();
    if (shown.length === 0) rows.before(copy('queue-empty'));
    const waiting = shown.filter(visit => visit.state === STATE.waiting);
    slot(this.#screen, 'line').textContent = this.#line(waiting, shown.filter(visit => visit.state === STATE.refused));
    this.#screen.querySelector('[data-send]').hidden = waiting.length === 0;
    this.#notice('sign-in-again', sender.line === LINE.signIn);
    this.#notice('other-account', sender.line === LINE.other);
  }

  #line(waiting, refused) {
    if (waiting.length === 0 && refused.length > 0) return `${counted(refused)} ditolak portal. Perbaiki agar terkirim.`;
    if (waiting.length === 0) return 'Tidak ada yang menunggu dikirim.';
    if (this.#session.sender.line === LINE.sending) return `${counted(waiting)} sedang dikirim. Anda boleh terus bekerja.`;
    if (this.#session.sender.line === LINE.signIn) return `${counted(waiting)} menunggu Anda masuk lagi.`;
    return `${counted(waiting)} menunggu sinyal; terkirim sendiri saat sinyal kembali dan portal terbuka.`;
  }

  #row(visit) {
    const row = copy('queue-row');
    const isSending = visit.state === STATE.waiting && visit.id === this.#session.sender.sending;
    fill(row, { name: `${isProposal(visit) ? 'Usulan baru: keluarga' : 'Keluarga'} ${visit.household.headName}`, written: written(visit, isSending) });
    const faults = visit.photos.filter(photo => photo.fault).map(photo => photo.fault);
    const message = visit.state === STATE.refused || visit.state === STATE.sent ? [visit.message, ...faults].filter(Boolean).join(' ') : '';
    slot(row, 'message').hidden = !message;
    slot(row, 'message').textContent = message;
    row.querySelector('[data-status]').append(copy(`status-${isSending ? 'sending' : visit.state}`));
    const actions = row.querySelector('[data-actions]');
    if (visit.state === STATE.refused) actions.append(this.#button('Perbaiki', visit, () => this.#session.mend(visit)));
    if (visit.state === STATE.draft) actions.append(this.#button('Lanjutkan', visit, () => this.#session.openVisit(visit)));
    if (visit.state !== STATE.sent && !visit.isAccepted && !isSending) actions.append(this.#button('Hapus', visit, () => this.#session.askDiscard(visit)));
    return row;
  }

  #button(text, visit, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tk-link';
    button.dataset.key = `${text}-${visit.id}`;
    button.textContent = text;
    const whose = button.appendChild(document.createElement('span'));
    whose.className = 'visually-hidden';
    whose.textContent = ` ${isProposal(visit) ? 'usulan' : 'kunjungan'} keluarga ${visit.household.headName}`;
    button.addEventListener('click', act);
    return button;
  }

  #notice(id, isDue) {
    const notices = this.#screen.querySelector('[data-notices]');
    const shown = notices.querySelector(`[data-id="${id}"]`);
    if (shown && !isDue) shown.remove();
    if (isDue && !shown) {
      const notice = copy(id);
      notice.dataset.id = id;
      notices.append(notice);
    }
  }

  async #sayRoom() {
    const state = await room.state();
    this.#notice('room-full', state === 'full');
    this.#notice('room-loose', state === 'loose' && this.#session.visits.unsent().length > 0);
  }
}

/** Discarding what was never sent: typed, and told to the portal at the next contact. */
export function askDiscard(visit, onDiscard) {
  const what = isProposal(visit) ? 'usulan' : 'kunjungan';
  const screen = show('discard', `Hapus ${what}`, { heading: `Hapus ${what} keluarga ${visit.household.headName}` });
  fill(screen, { what: isProposal(visit) ? 'Usulan' : 'Kunjungan', name: `keluarga ${visit.household.headName}`, photos: isProposal(visit) ? '' : ` dengan ${visit.photos.length} foto`, button: `Hapus ${what}` });
  screen.querySelector('form').addEventListener('submit', event => {
    event.preventDefault();
    clearErrors(screen);
    if (screen.querySelector('#hapus').value.trim() === 'HAPUS') return onDiscard();
    sayErrors(screen, 'Belum dihapus', [{ field: 'hapus', sentence: 'Ketik HAPUS dengan huruf besar untuk melanjutkan' }]);
  });
}

function written(visit, isSending) {
  if (isProposal(visit)) return visit.state === STATE.sent ? `Ditulis ${moment(visit.recordedAt)} · diterima ${moment(visit.sentAt)}` : `Ditulis ${moment(visit.recordedAt)}`;
  const done = visit.photos.filter(photo => photo.isComplete).length;
  const photos = visit.photos.length;
  if (visit.state === STATE.sent) return `Ditulis ${moment(visit.recordedAt)} · diterima ${moment(visit.sentAt)} · ${photos} foto`;
  if (photos > 0 && (isSending || visit.isAccepted)) return `Ditulis ${moment(visit.recordedAt)} · ${done} dari ${photos} foto terkirim`;
  return `Ditulis ${moment(visit.recordedAt)} · ${photos} foto`;
}
