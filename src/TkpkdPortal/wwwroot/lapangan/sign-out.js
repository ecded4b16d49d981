// At sign-out what the phone keeps goes, except unsent visits: they are offered to be sent first, and else stay sealed for the account alone.

import * as store from './store.js';
import * as vault from './vault.js';
import { tell } from './visits.js';

const form = document.querySelector('form[action="/keluar"]');
let leaving = null;

form.addEventListener('submit', event => {
  // Without a signal nobody is signed out, so nothing goes.
  if (leaving === 'done' || !navigator.onLine) return;
  event.preventDefault();
  leaving ??= lockAway().catch(console.error).then(() => {
    leaving = 'done';
    delete form.dataset.sent;
    form.requestSubmit();
  });
});

const current = async () => await store.exists() ? vault.current() : null;

async function lockAway() {
  const open = await current();
  if (open) await vault.lockAway(open);
  tell('locked');
}

async function sayUnsent() {
  const open = await current();
  const unsent = open ? await vault.unsentOf(open.id) : 0;
  if (unsent === 0) return;
  const notice = document.querySelector('[data-unsent]');
  notice.querySelector('[data-count]').textContent = `${unsent} isian`;
  notice.hidden = false;
}

await sayUnsent();
