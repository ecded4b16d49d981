// The portal works without this file; it only makes some things quicker.
(() => {
  'use strict';

  // A second click would send the same form twice, and without a signal the browser would put its own page in place of the form
  // with everything typed in it. Both are stopped here. A download leaves the page as it is, so its form may be sent again.
  document.addEventListener('submit', event => {
    const form = event.target;
    document.querySelector('[data-no-signal]')?.remove();
    if (form.dataset.sent) {
      event.preventDefault();
    } else if (!navigator.onLine) {
      event.preventDefault();
      sayNoSignal(form);
    } else if (!('download' in form.dataset)) {
      form.dataset.sent = '1';
    }
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('[data-sent]').forEach(form => delete form.dataset.sent));

  const sayNoSignal = form => {
    const notice = document.createElement('div');
    notice.className = 'tk-notice is-warn';
    notice.dataset.noSignal = '';
    notice.setAttribute('role', 'alert');
    const sentence = document.createElement('p');
    sentence.textContent = 'Tidak ada sinyal. Isian Anda masih ada di halaman ini; tekan tombolnya lagi setelah sinyal kembali.';
    notice.append(sentence);
    form.append(notice);
    notice.scrollIntoView({ block: 'nearest' });
  };

  // The code of a neighbourhood's link stands behind the #, where no server and no log sees it: it goes into its field and out of the address.
  const code = document.querySelector('[data-link-code]');
  if (code && location.hash.length === 27) {
    code.value = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
    code.closest('details')?.setAttribute('open', '');
    code.focus();
  }

  // Opened numbers close by themselves; without script the page's own refresh does it.
  const opened = document.querySelector('[data-closes-to]');
  if (opened) setTimeout(() => location.replace(opened.dataset.closesTo), 5 * 60 * 1000);

  // Long work: the page asks for itself every two seconds until it says that it is done.
  const progress = document.querySelector('[data-reload]');
  if (progress) {
    const refresh = async () => {
      try {
        const answer = await fetch(location.href, { headers: { 'X-Requested-With': 'portal' } });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const next = page.querySelector('#isi');
        const content = document.querySelector('#isi');
        if (answer.ok && next) {
          // Whoever came here by keyboard stays in the page's content instead of starting again at its top.
          const hadFocus = content.contains(document.activeElement);
          content.replaceChildren(...next.childNodes);
          if (hadFocus) content.focus({ preventScroll: true });
        }
      } catch {
        // No signal for a moment; the next round asks again.
      }
      if (document.querySelector('[data-reload]')) setTimeout(refresh, 2000);
    };
    setTimeout(refresh, 2000);
  }
})();
