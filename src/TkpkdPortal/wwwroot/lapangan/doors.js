// What stands before the worklist: choosing a PIN, entering it, and the word for whoever has to sign in first.

import * as vaults from './vault.js';
import { clearErrors, copy, fill, sayErrors, show } from './page.js';

const PIN = /^\d{6}$/;

/** Kept once the new PIN is set. */
export const choosePin = (vault, key) => new Promise(done => {
  const screen = show('new-pin', 'Pilih PIN untuk ponsel ini', { facts: 'Sekali saja; diminta setiap kali Anda membuka daftar tanpa sinyal.' });
  const [pin, again] = [screen.querySelector('#pin'), screen.querySelector('#pin-again')];
  onSubmit(screen, async () => {
    const errors = [];
    if (!PIN.test(pin.value)) errors.push({ field: 'pin', sentence: 'PIN berisi 6 angka' });
    else if (isEasy(pin.value)) errors.push({ field: 'pin', sentence: 'PIN ini mudah ditebak. Pilih angka yang tidak berurutan dan tidak sama semua.' });
    else if (again.value !== pin.value) errors.push({ field: 'pin-again', sentence: 'Kedua PIN belum sama. Tulis lagi yang kedua.' });
    if (errors.length > 0) return sayErrors(screen, 'PIN belum tersimpan', errors);
    await vaults.setPin(vault, key, pin.value);
    done();
  });
});

/** The data key, or null once the tries are used up. */
export const askPin = vault => new Promise(done => {
  const screen = show('ask-pin', 'Buka Ponsel saya');
  const pin = screen.querySelector('#pin');
  onSubmit(screen, async () => {
    if (!PIN.test(pin.value)) return sayErrors(screen, 'Belum terbuka', [{ field: 'pin', sentence: 'PIN berisi 6 angka' }]);
    const key = await vaults.openByPin(vault, pin.value);
    if (key || !vault.pin) return done(key);
    pin.value = '';
    sayErrors(screen, 'Belum terbuka', [{ field: 'pin', sentence: `PIN tidak cocok. Sisa ${vault.pin.triesLeft} kali.` }]);
  });
  pin.focus();
});

export function sayLocked(unsent, facts) {
  const screen = show('locked', 'Ponsel saya', { facts });
  if (unsent > 0) fill(screen, { unsent: `${unsent} isian` }).querySelector('[data-unsent]').hidden = false;
}

export const sayNotField = () => show('not-field', 'Ponsel saya');

/** The browser's own question to install, asked when the user wants it; by hand where the browser has none. */
let question = null;
window.addEventListener('beforeinstallprompt', event => {
  event.preventDefault();
  question = event;
  document.querySelectorAll('[data-install]').forEach(offer);
});

export function installHint() {
  if (matchMedia('(display-mode: standalone)').matches) return null;
  const hint = copy('install');
  offer(hint);
  return hint;
}

function offer(hint) {
  if (!question) return;
  const button = hint.querySelector('button');
  hint.querySelector('[data-by-hand]').hidden = true;
  button.hidden = false;
  button.onclick = async () => {
    await question.prompt();
    hint.remove();
  };
}

function onSubmit(screen, act) {
  let busy = false;
  screen.querySelector('form').addEventListener('submit', async event => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    clearErrors(screen);
    try {
      await act();
    } finally {
      busy = false;
    }
  });
}

const isEasy = pin => /^(\d)\1+$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin);
