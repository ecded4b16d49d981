// The screen of the own worklist. Only one page of it is drawn, so that a list of thousands is searched while it is typed.

import { copy, fill, show, slot } from './page.js';
import { STATE } from './visits.js';
import { moment, number } from './words.js';

const ROWS = 20;

// The most urgent first.
const OPEN = ['refused', 'returned', 'draft', 'none'];
const DONE = ['sending', 'waiting', 'sent', 'submitted'];

export class ListScreen {
  #session;
  #screen;
  #page = 0;
  #shows = 'open';

  constructor(session) {
    this.#session = session;
    const { worklist, vault } = session;
    this.#screen = show('list', 'Daftar saya', { facts: `${worklist.about.name} · ${worklist.about.offices.map(office => office.title).join(', ')} · dimuat ${moment(vault.loadedAt)}` });
    this.#screen.querySelector('#cari').addEventListener('input', () => this.#turn(0));
    this.#screen.querySelector('[role=search]').addEventListener('submit', event => event.preventDefault());
    for (const chip of this.#screen.querySelectorAll('[data-show]')) chip.addEventListener('click', () => this.#choose(chip.dataset.show));
    for (const button of this.#screen.querySelectorAll('[data-page]')) button.addEventListener('click', () => this.#turn(this.#page + Number(button.dataset.page), true));
    this.#screen.querySelector('[data-reload]').addEventListener('click', () => session.reload());
    this.#screen.querySelector('[data-propose]').addEventListener('click', () => session.propose(this.#screen.querySelector('#cari').value.trim()));
    this.#choose('open');
  }

  draw() {
    const { worklist } = this.#session;
    const typed = this.#screen.querySelector('#cari').value;
    const stateOf = this.#stateOf();
    const byState = Map.groupBy(worklist.search(typed), stateOf);
    const inOrder = states => states.flatMap(state => byState.get(state) ?? []);
    const [open, done] = [inOrder(OPEN), inOrder(DONE)];
    fill(this.#screen, { open: number(open.length), done: number(done.length) });
    this.#rows(this.#shows === 'open' ? open : done, stateOf, typed);
  }

  #rows(shown, stateOf, typed) {
    const pages = Math.max(1, Math.ceil(shown.length / ROWS));
    this.#page = Math.min(Math.max(0, this.#page), pages - 1);
    const first = this.#page * ROWS;
    const part = shown.slice(first, first + ROWS);
    const rows = this.#screen.querySelector('.tk-rows');
    // A list that is drawn again while something is sent keeps the focus where it was.
    const focused = rows.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    rows.replaceChildren(...part.map(household => this.#row(household, stateOf(household))));
    if (focused) rows.querySelector(`[data-key="${focused}"]`)?.focus();
    if (shown.length === 0) rows.append(asItem(copy(typed.trim() ? 'nothing-found' : 'nothing-to-do')));
    slot(this.#screen, 'found').textContent = shown.length === 0 ? '0 keluarga'
      : `${number(first + 1)}–${number(first + part.length)} dari ${number(shown.length)} keluarga`;
    const nav = this.#screen.querySelector('.tk-pages');
    nav.hidden = pages === 1;
    fill(nav, { page: `Halaman ${this.#page + 1} dari ${pages}` });
    nav.querySelector('[data-page="-1"]').disabled = this.#page === 0;
    nav.querySelector('[data-page="1"]').disabled = this.#page === pages - 1;
  }

  #row(household, state) {
    const row = copy('household-row');
    const place = [household.rt ? `RT ${household.rt}` : null, household.address, `${number(household.members.length)} jiwa`].filter(Boolean).join(' · ');
    fill(row, { name: `Keluarga ${household.headName}`, place });
    const note = household.dueOn ? `Paling lambat ${household.dueOn.split('-').reverse().join('/')}` : '';
    slot(row, 'note').hidden = !note;
    slot(row, 'note').textContent = note;
    row.querySelector('[data-status]').append(copy(`status-${state}`));
    const button = row.querySelector('button');
    button.dataset.key = household.id;
    button.addEventListener('click', () => this.#session.openHousehold(household));
    return row;
  }

  /** What is on this phone goes before what the portal said when the list was loaded. */
  #stateOf() {
    const own = this.#session.visits.current(this.#session.vault.loadedAt);
    const sending = this.#session.sender.sending;
    return household => {
      const visit = own.get(household.id);
      if (visit) return visit.state === STATE.waiting && visit.id === sending ? 'sending' : visit.state;
      return { Returned: 'returned', Draft: 'draft', Submitted: 'submitted' }[household.visit?.status] ?? 'none';
    };
  }

  #choose(which) {
    this.#shows = which;
    for (const chip of this.#screen.querySelectorAll('[data-show]')) chip.setAttribute('aria-pressed', String(chip.dataset.show === which));
    this.#turn(0);
  }

  #turn(page, scroll = false) {
    this.#page = page;
    this.draw();
    if (scroll) this.#screen.querySelector('.tk-rows button')?.focus();
  }
}

function asItem(content) {
  const item = document.createElement('li');
  item.append(content);
  return item;
}
