// The portal works without this file; it only makes some things quicker.
(() => {
  'use strict';

  // What is missing is read first: the summary of errors takes the focus when the page opens.
  document.querySelector('[data-autofocus]')?.focus();

  // A second click would send the same form twice; the server refuses that too, but the clerk need not see it.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = '1';
    window.addEventListener('pageshow', () => delete form.dataset.sent, { once: true });
  });

  // Long work: the page asks for itself every two seconds until it says that it is done.
  const progress = document.querySelector('[data-reload]');
  if (progress) {
    const refresh = async () => {
      try {
        const answer = await fetch(location.href, { headers: { 'X-Requested-With': 'portal' } });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const next = page.querySelector('#isi');
        if (answer.ok && next) document.querySelector('#isi').replaceChildren(...next.childNodes);
      } catch {
        // No signal for a moment; the next round asks again.
      }
      if (document.querySelector('[data-reload]')) setTimeout(refresh, 2000);
    };
    setTimeout(refresh, 2000);
  }
})();
