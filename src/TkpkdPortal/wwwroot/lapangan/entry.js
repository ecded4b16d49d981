// The screen of one visit. Every change is kept at once; nothing here waits for a signal.

import * as position from './position.js';
import { fieldOf, missing } from './answers.js';
import { clearErrors, copy, fill, nameReviewer, sayErrors, show, slot } from './page.js';
import { PhotoField } from './photos.js';
import { OwnQuestions } from './questions.js';
import { distance, number, place, time } from './words.js';

const PAUSE = 400;
const RELATION_OF_HEAD = 'Head';

export class EntryScreen {
  #session;
  #visit;
  #screen;
  #form;
  #timer = 0;
  #saving = Promise.resolve();
  #isOver = false;

  constructor(session, visit) {
    [this.#session, this.#visit] = [session, visit];
    const { household } = visit;
    const office = session.worklist?.officeOf(household);
    const where = [household.address, household.rt ? `RT ${household.rt}` : null, household.areaName].filter(Boolean).join(', ');
    this.#screen = show('entry', 'Kunjungan', { heading: `Kunjungan: keluarga ${household.headName}`, facts: where });
    this.#form = this.#screen.querySelector('form');
    nameReviewer(this.#screen, office?.reviewer ?? 'Lurah atau Kepala Desa');
    const ownQuestions = new OwnQuestions(this.#screen, session.worklist?.about.questionnaire, visit, () => this.#keepSoon());
    this.#sayWhatIsKnown(household);
    this.#sayNotice();
    this.#write();
    ownQuestions.write();
    this.photos = new PhotoField(this.#screen, session, visit, () => this.#keep());
    this.#form.addEventListener('input', () => this.#keepSoon());
    this.#form.addEventListener('change', event => event.target.name?.startsWith('Form.') && this.#keep());
    this.#form.addEventListener('submit', event => this.#submit(event));
    this.#screen.querySelector('[data-read-position]').addEventListener('click', event => this.#readPosition(event.currentTarget));
    this.#sayPosition();
    this.#sayRefusal(office?.reviewer ?? 'Lurah atau Kepala Desa');
  }

  /** Called when another screen takes its place, and when the app goes out of sight. */
  async leave() {
    clearTimeout(this.#timer);
    if (this.#timer && !this.#isOver) await this.#keep();
    await this.#saving;
  }

  #write() {
    for (const control of this.#form.elements) {
      const name = /^Form\.(\w+)$/.exec(control.name)?.[1];
      if (!name) continue;
      const value = this.#visit.answers[name] ?? '';
      if (control.type === 'radio') control.checked = control.value === value;
      else control.value = value;
    }
    if (Object.keys(this.#visit.answers).some(name => name.startsWith('Corrected')))
      this.#form.querySelector('#Form_CorrectedHeadName')?.closest('details').setAttribute('open', '');
  }

  #read() {
    const answers = {};
    for (const [name, value] of new FormData(this.#form)) if (name.startsWith('Form.') && value !== '') answers[name.slice(5)] = value;
    this.#visit.answers = answers;
  }

  #keepSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), PAUSE);
  }

  #keep() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#isOver) return this.#saving;
    this.#read();
    this.#saving = this.#saving.then(() => this.#session.keep(this.#visit)).then(
      () => this.#saySaved(`Tersimpan di ponsel ini pukul ${time(new Date())}`),
      fault => { console.error(fault); this.#saySaved('Belum tersimpan: penyimpanan ponsel penuh. Kirim yang menunggu, atau hapus berkas lain, lalu ubah isian ini lagi.'); });
    return this.#saving;
  }

  #saySaved(sentence) {
    this.#screen.querySelector('[data-saved]').hidden = false;
    slot(this.#screen, 'saved').textContent = sentence;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#isOver) return;
    clearErrors(this.#screen);
    await this.photos.settled();
    await this.#keep();
    const errors = missing(this.#visit, this.#session.worklist?.about.questionnaire);
    if (errors.length > 0) return sayErrors(this.#screen, 'Belum bisa diajukan', errors);
    this.#isOver = true;
    await this.#session.handIn(this.#visit);
  }

  #sayWhatIsKnown(household) {
    const hint = (field, text) => {
      const line = this.#screen.querySelector(`#Form_${field}-petunjuk`);
      if (line) line.textContent = text;
    };
    hint('CorrectedHeadName', `Tercatat: ${household.headName}`);
    hint('CorrectedNik', `Tercatat: ${household.nikMask ?? 'belum ada'}. 16 angka.`);
    hint('CorrectedFamilyCard', `Tercatat: ${household.familyCardMask ?? 'belum ada'}. 16 angka.`);
    hint('CorrectedAddress', `Tercatat: ${household.address}`);
    for (const select of this.#screen.querySelectorAll('[name^="Form."]')) {
      const line = select.matches('select') && this.#screen.querySelector(`#${select.id}-petunjuk`);
      if (!line || line.textContent) continue;
      const value = household.housing?.[select.name[5].toLowerCase() + select.name.slice(6)];
      line.textContent = `Tercatat: ${[...select.options].find(option => option.value === value)?.text ?? 'Belum diketahui'}`;
    }
    pairs(this.#screen.querySelector('[data-facts-of-list]'), [
      ['Desil', household.listDecile ? `${household.listDecile} (${household.listTitle})` : 'Belum ada di daftar'],
      ['Anggota', `${number(household.members.length)} jiwa`],
      ['NIK kepala keluarga', household.nikMask ?? 'belum ada'],
    ]);
    const year = new Date().getFullYear();
    pairs(this.#screen.querySelector('[data-members]'), household.members.map(member =>
      [member.name, [member.relation === RELATION_OF_HEAD ? 'kepala' : null, member.birthYear ? `${year - member.birthYear} tahun` : 'umur belum diketahui'].filter(Boolean).join(', ')]));
  }

  #sayNotice() {
    const { notice } = this.#session.worklist?.about ?? {};
    if (!notice) return;
    fill(this.#screen, { 'notice-number': notice.number });
    this.#screen.querySelector('[data-notice]').append(...notice.text.split('\n\n').filter(Boolean).map(part => {
      const paragraph = document.createElement('p');
      paragraph.textContent = part.replace(/^# /, '');
      return paragraph;
    }));
  }

  #sayRefusal(reviewer) {
    const notices = this.#screen.querySelector('[data-notices]');
    const { household, message, fields } = this.#visit;
    for (const hint of household.hints ?? []) notices.append(fill(copy('hint'), { hint }));
    if (household.visit?.returnNote) {
      const notice = fill(copy('returned'), { note: household.visit.returnNote });
      nameReviewer(notice, reviewer);
      notices.append(notice);
    }
    if (!message) return;
    notices.append(fill(copy('refused'), { message }));
    const errors = Object.entries(fields ?? {}).map(([name, sentence]) => ({ field: fieldOf(name), sentence }));
    if (errors.length > 0) sayErrors(this.#screen, 'Belum bisa diterima', errors);
  }

  async #readPosition(button) {
    button.disabled = true;
    slot(this.#screen, 'position').textContent = 'Membaca posisi…';
    try {
      this.#visit.position = await position.read();
      await this.#keep();
      this.#sayPosition();
    } catch (fault) {
      this.#sayPosition();
      slot(this.#screen, 'position').textContent = fault.message;
    } finally {
      button.disabled = false;
    }
  }

  #sayPosition() {
    const [read, last] = [this.#visit.position, this.#visit.household.lastPosition];
    slot(this.#screen, 'position').textContent = read ? `${place(read)}. Akurasi ${number(read.accuracy)} m.` : 'Belum dibaca.';
    this.#screen.querySelector('[data-read-position]').textContent = read ? 'Baca ulang posisi' : 'Baca posisi';
    const isFar = position.isFar(read, last);
    this.#screen.querySelector('[data-far]').hidden = !isFar;
    if (isFar) fill(this.#screen, { distance: distance(position.metresBetween(read, last)) });
  }
}

function pairs(list, rows) {
  list.replaceChildren(...rows.map(([term, text]) => {
    const row = document.createElement('div');
    row.append(Object.assign(document.createElement('dt'), { textContent: term }), Object.assign(document.createElement('dd'), { textContent: text }));
    return row;
  }));
}
