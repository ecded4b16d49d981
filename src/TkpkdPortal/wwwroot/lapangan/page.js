// The page around the screens: templates, slots, title, errors.

const screen = document.querySelector('[data-screen]');

/** A copy of a template's only element, or of all that it holds. */
export function copy(id) {
  const content = document.getElementById(id).content.cloneNode(true);
  return content.children.length === 1 ? content.firstElementChild : content;
}

export const slot = (root, name) => root.querySelector(`[data-slot="${name}"]`);

export function fill(root, values) {
  for (const [name, value] of Object.entries(values)) slot(root, name).textContent = value;
  return root;
}

/**
 * Puts a screen in place. The heading may name a family; the title of the page may not, since the browser writes it into its history.
 */
export function show(id, title, { heading = title, facts = '' } = {}) {
  screen.replaceChildren(copy(id));
  document.querySelector('[data-title]').textContent = heading;
  document.querySelector('[data-facts]').textContent = facts;
  document.title = `${title} · ${document.body.dataset.office}`;
  for (const link of document.querySelectorAll('[data-nav]')) {
    if (link.dataset.nav === id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.querySelector('[data-crumbs]').hidden = !['entry', 'proposal', 'discard'].includes(id);
  window.scrollTo(0, 0);
  return screen;
}

/** The shell was written before any village was known. */
export function nameReviewer(root, reviewer) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.data.includes('{pemeriksa}')) text.data = text.data.replaceAll('{pemeriksa}', reviewer);
  }
}

export const focusContent = () => document.getElementById('isi').focus({ preventScroll: true });

export const facts = text => { document.querySelector('[data-facts]').textContent = text; };

/** What is missing, on top, each sentence a link to its field; and again at the field. */
export function sayErrors(root, title, errors) {
  clearErrors(root);
  const summary = fill(copy('errors'), { title: errors.length > 1 || errors[0].field ? `${title}: ${errors.length} isian` : title });
  for (const { field, sentence } of errors) {
    const line = summary.querySelector('ul').appendChild(document.createElement('li'));
    const target = field && root.querySelector(`#${field}`);
    if (!target) {
      line.textContent = sentence;
      continue;
    }
    const link = line.appendChild(document.createElement('a'));
    link.href = `#${field}`;
    link.textContent = sentence;
    link.addEventListener('click', event => {
      event.preventDefault();
      target.scrollIntoView({ block: 'center' });
      target.focus();
    });
    target.closest('details')?.setAttribute('open', '');
    mark(target, sentence);
  }
  root.querySelector('[data-errors]').append(summary);
  document.title = `Galat: ${document.title}`;
  summary.focus();
}

export function clearErrors(root) {
  root.querySelector('[data-errors]').replaceChildren();
  for (const field of root.querySelectorAll('.tk-field.is-invalid')) {
    field.classList.remove('is-invalid');
    field.querySelector('.tk-error[id]')?.remove();
    for (const control of field.querySelectorAll('[aria-invalid]')) {
      control.removeAttribute('aria-invalid');
      const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(id => !id.endsWith('-galat')).join(' ');
      if (others) control.setAttribute('aria-describedby', others);
      else control.removeAttribute('aria-describedby');
    }
  }
  document.title = document.title.replace(/^Galat: /, '');
}

function mark(target, sentence) {
  const field = target.closest('.tk-field');
  if (!field || field.classList.contains('is-invalid')) return;
  field.classList.add('is-invalid');
  const line = document.createElement('p');
  line.className = 'tk-error';
  line.id = `${target.id}-galat`;
  line.textContent = sentence;
  const before = [...field.children].find(child => !child.matches('label.form-label, legend, .form-label, .tk-hint'));
  field.insertBefore(line, before ?? null);
  for (const control of field.querySelectorAll('input:not([type="file"]), select, textarea')) {
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', [control.getAttribute('aria-describedby'), line.id].filter(Boolean).join(' '));
  }
}
