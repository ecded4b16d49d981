// The photos of a visit: taken, shrunk, sealed, shown small, taken away again. One of each kind.

import { preview, shrink } from './camera.js';
import { copy } from './page.js';
import { sha256 } from './sealing.js';
import { size } from './words.js';

export class PhotoField {
  #root;
  #session;
  #visit;
  #onChange;
  #work = Promise.resolve();

  constructor(screen, session, visit, onChange) {
    [this.#root, this.#session, this.#visit, this.#onChange] = [screen.querySelector('#photos'), session, visit, onChange];
    this.#askOnly(session.worklist?.about.questionnaire);
    for (const place of this.#root.querySelectorAll('[data-kind]'))
      place.querySelector('input').addEventListener('change', event => this.#queue(() => this.#take(place, event.target)));
    for (const photo of visit.photos) this.#queue(() => this.#draw(photo));
  }

  /** What the questionnaire leaves out goes, unless a photo of it is there; what has to be taken is told from what may be left empty. */
  #askOnly(questionnaire) {
    const { photos: asked, requiredPhotos: required = [] } = questionnaire ?? {};
    const needed = required.length > 0 ? required : asked?.slice(0, 1) ?? [];
    for (const place of this.#root.querySelectorAll('[data-kind]')) {
      const { kind } = place.dataset;
      if (asked && !asked.includes(kind) && !this.#visit.photos.some(photo => photo.kind === kind)) place.remove();
      else if (!needed.includes(kind)) place.querySelector('[data-slot="need"]').textContent = ' (boleh kosong)';
    }
  }

  /** Kept once every photo that was chosen is stored. */
  settled() {
    return this.#work;
  }

  #queue(work) {
    this.#work = this.#work.then(work).catch(fault => this.#sayFault(fault));
  }

  async #take(place, input) {
    const file = input.files[0];
    if (!file) return;
    this.#sayFault(null);
    place.setAttribute('aria-busy', 'true');
    try {
      const bytes = await shrink(file);
      await this.#forget(place.dataset.kind);
      const photo = { id: crypto.randomUUID(), kind: place.dataset.kind, size: bytes.length, sha256: await sha256(bytes), received: 0, isComplete: false };
      await this.#session.visits.addPhoto(this.#visit, photo.id, bytes);
      this.#visit.photos.push(photo);
      await this.#onChange();
      await this.#draw(photo, bytes);
    } finally {
      input.value = '';
      place.removeAttribute('aria-busy');
    }
  }

  async #draw(photo, known = null) {
    const bytes = known ?? await this.#session.visits.photo(photo.id);
    const place = this.#root.querySelector(`[data-kind="${photo.kind}"]`);
    if (!bytes || !place) return;
    place.querySelector('figure')?.remove();
    const figure = copy('photo-taken');
    const canvas = figure.querySelector('canvas');
    canvas.setAttribute('aria-label', `Foto: ${place.dataset.label}`);
    await preview(canvas, bytes);
    figure.querySelector('figcaption').textContent = `${place.dataset.label}, ${size(photo.size)}`;
    const remove = figure.querySelector('[data-remove]');
    remove.querySelector('span').textContent = ` ${place.dataset.label}`;
    remove.addEventListener('click', () => this.#queue(async () => {
      await this.#forget(photo.kind);
      await this.#onChange();
      place.querySelector('input').focus();
    }));
    place.querySelector('label').hidden = true;
    place.append(figure);
  }

  async #forget(kind) {
    const photo = this.#visit.photos.find(one => one.kind === kind);
    const place = this.#root.querySelector(`[data-kind="${kind}"]`);
    place.querySelector('figure')?.remove();
    place.querySelector('label').hidden = false;
    if (!photo) return;
    this.#visit.photos.splice(this.#visit.photos.indexOf(photo), 1);
    await this.#session.visits.removePhoto(photo.id);
  }

  #sayFault(fault) {
    const line = this.#root.querySelector('[data-photo-error]');
    line.hidden = !fault;
    if (!fault) return;
    line.querySelector('span').textContent = fault.name === 'QuotaExceededError'
      ? 'Penyimpanan ponsel penuh; foto ini belum tersimpan. Kirim yang menunggu, atau hapus berkas lain.' : fault.message;
  }
}
