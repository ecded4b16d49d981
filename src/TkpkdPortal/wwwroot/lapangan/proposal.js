// The screen of a proposal: first a look into the own worklist by the name, then the form. Every change is kept at once, as of a visit.

import { fieldOf } from './answers.js';
import { clearErrors, copy, fill, nameReviewer, sayErrors, show, slot } from './page.js';
import { missingOfProposal } from './proposals.js';
import { time } from './words.js';

const PAUSE = 400;
const MOST = 5;
const LEAST_WORD = 3;

export class ProposalScreen {
  #session;
  #record;
  #screen;
  #form;
  #timer = 0;
  #saving = Promise.resolve();
  #isOver = false;

  constructor(session, record) {
    [this.#session, this.#record] = [session, record];
    this.#screen = show('proposal', 'Usulkan keluarga baru', { facts: 'Untuk keluarga miskin yang tidak ada di daftar mana pun' });
    this.#form = this.#screen.querySelector('form');
    const offices = session.worklist?.about.offices ?? [];
    nameReviewer(this.#screen, offices[0]?.reviewer ?? 'Lurah atau Kepala Desa');
    this.#offer(offices);
    this.#write();
    this.#form.addEventListener('input', () => this.#keepSoon());
    this.#form.addEventListener('change', () => this.#keep());
    this.#form.addEventListener('submit', event => this.#submit(event));
    this.#screen.querySelector('[data-look]').addEventListener('click', () => this.#look());
    this.#screen.querySelector('[data-none-of-them]').addEventListener('click', () => this.#open());
    this.#sayRefusal();
    if (record.hasLooked) this.#open(false);
    else if (record.answers.HeadName) this.#look();
  }

  async leave() {
    clearTimeout(this.#timer);
    if (this.#timer && !this.#isOver) await this.#keep();
    await this.#saving;
  }

  #offer(offices) {
    const select = this.#form.elements['Form.Area'];
    select.append(...offices.map(office => new Option(office.title, office.areaCode)));
    if (offices.length === 1) this.#record.answers.Area ??= offices[0].areaCode;
  }

  /** Households of the worklist in which every word of the name begins a word, or where there is none, any longer one. */
  #look() {
    clearErrors(this.#screen);
    const typed = this.#form.elements['Form.HeadName'].value.trim();
    if (!typed) return sayErrors(this.#screen, 'Belum bisa dicari', missingOfProposal({ answers: { Address: '-', Reason: '-', Area: '-' } }));
    const { worklist } = this.#session;
    const whole = worklist?.search(typed) ?? [];
    const parts = typed.split(/\s+/).filter(word => word.length >= LEAST_WORD);
    const found = whole.length > 0 ? whole : [...new Set(parts.flatMap(word => worklist?.search(word) ?? []))];
    slot(this.#screen, 'looked').textContent = found.length === 0 ? 'Tidak ada nama yang mirip di daftar Anda.'
      : `${found.length} keluarga di daftar Anda punya nama yang mirip. Bila salah satunya keluarga ini, catat kunjungannya.`;
    this.#screen.querySelector('[data-matches]').replaceChildren(...found.slice(0, MOST).map(household => this.#match(household)));
    this.#screen.querySelector('[data-none-of-them]').hidden = false;
    this.#screen.querySelector('[data-none-of-them]').textContent = found.length === 0 ? 'Lanjut isi usulan' : 'Bukan salah satunya, isi usulan';
  }

  #match(household) {
    const row = copy('household-row');
    fill(row, { name: `Keluarga ${household.headName}`, place: [household.rt ? `RT ${household.rt}` : null, household.address].filter(Boolean).join(' · ') });
    row.querySelector('button').addEventListener('click', async () => {
      this.#isOver = true;
      await this.#session.forget(this.#record);
      this.#session.openHousehold(household);
    });
    return row;
  }

  #open(isFocused = true) {
    this.#record.hasLooked = true;
    this.#screen.querySelector('[data-rest]').hidden = false;
    this.#screen.querySelector('[data-none-of-them]').hidden = true;
    if (isFocused) this.#screen.querySelector('#Form_Nik').focus();
    this.#keep();
  }

  #write() {
    for (const control of this.#form.elements) {
      const name = /^Form\.(\w+)$/.exec(control.name)?.[1];
      if (name) control.value = this.#record.answers[name] ?? '';
    }
  }

  #read() {
    const answers = {};
    for (const [name, value] of new FormData(this.#form)) if (name.startsWith('Form.') && value !== '') answers[name.slice(5)] = value;
    this.#record.answers = answers;
    this.#record.household.headName = answers.HeadName?.trim() || 'tanpa nama';
  }

  #keepSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), PAUSE);
  }

  #keep() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    // A name that is only looked up is not a proposal yet.
    if (this.#isOver || !this.#record.hasLooked) return this.#saving;
    this.#read();
    this.#saving = this.#saving.then(() => this.#session.keep(this.#record)).then(
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
    if (!this.#record.hasLooked) return this.#look();
    clearErrors(this.#screen);
    await this.#keep();
    const errors = missingOfProposal(this.#record);
    if (errors.length > 0) return sayErrors(this.#screen, 'Belum bisa diajukan', errors);
    this.#isOver = true;
    await this.#session.handIn(this.#record);
  }

  #sayRefusal() {
    const { message, fields } = this.#record;
    if (!message) return;
    this.#screen.querySelector('[data-notices]').append(fill(copy('refused'), { message }));
    const errors = Object.entries(fields ?? {}).map(([name, sentence]) => ({ field: fieldOf(name), sentence }));
    if (errors.length > 0) sayErrors(this.#screen, 'Belum bisa diterima', errors);
  }
}
