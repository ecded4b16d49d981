// The questions that the office added to the questionnaire of a running round, and the fields that it leaves out.

import { copy } from './page.js';

export class OwnQuestions {
  #section;
  #questions;
  #visit;

  constructor(screen, questionnaire, visit, onChange) {
    this.#section = screen.querySelector('[data-own-questions]');
    this.#questions = questionnaire?.questions ?? [];
    this.#visit = visit;
    if (questionnaire?.asked) leaveOut(screen, new Set(questionnaire.asked));
    if (this.#questions.length > 0) {
      this.#section.hidden = false;
      this.#section.querySelector('[data-when]').append(...this.#questions.map(question => this.#field(question)));
      this.#section.addEventListener('input', () => { this.#read(); onChange(); });
    }
  }

  write() {
    for (const question of this.#questions) {
      const value = this.#visit.extra[question.id] ?? '';
      for (const control of this.#controls(question)) {
        if (control.type === 'radio') control.checked = control.value === value;
        else control.value = value;
      }
    }
  }

  #read() {
    const extra = {};
    for (const question of this.#questions) {
      const controls = this.#controls(question);
      const value = (controls[0].type === 'radio' ? controls.find(control => control.checked)?.value : controls[0].value) ?? '';
      if (value.trim()) extra[question.id] = value.trim();
    }
    this.#visit.extra = extra;
  }

  #controls(question) {
    return [...this.#section.querySelectorAll(`[name="Extra[${question.id}]"]`)];
  }

  #field(question) {
    const choices = question.kind === 'YesNo' ? ['Ya', 'Tidak'] : question.kind === 'Choice' ? question.choices : null;
    const [id, name] = [`Extra_${question.id}`, `Extra[${question.id}]`];
    const text = question.isRequired ? question.text : `${question.text} (bila perlu)`;
    if (!choices) {
      const field = copy('own-question');
      Object.assign(field.querySelector('label'), { textContent: text, htmlFor: id });
      const input = Object.assign(document.createElement('input'), { className: 'form-control', id, name, type: 'text', autocomplete: 'off', maxLength: 300 });
      if (question.kind === 'Number') input.inputMode = 'decimal';
      field.append(input);
      return field;
    }
    const field = Object.assign(document.createElement('fieldset'), { className: 'tk-field' });
    field.append(Object.assign(document.createElement('legend'), { className: 'tk-legend', id, tabIndex: -1, textContent: text }));
    for (const choice of choices) {
      const option = copy('own-choice');
      Object.assign(option.querySelector('input'), { name, value: choice });
      option.querySelector('span').textContent = choice;
      field.append(option);
    }
    return field;
  }
}

/** Only what a questionnaire may leave out: the house, and the corrections. */
function leaveOut(screen, asked) {
  const fields = { Tenure: 'Tenure', HasSavings: 'HasSavings', Roof: 'Roof', Wall: 'Wall', Floor: 'Floor', Lighting: 'Lighting', CookingFuel: 'CookingFuel', DrinkingWater: 'DrinkingWater',
    Toilet: 'Toilet', CorrectedHeadName: 'HeadName', CorrectedNik: 'HeadNik', CorrectedFamilyCard: 'FamilyCard', CorrectedAddress: 'Address' };
  for (const [name, field] of Object.entries(fields))
    if (!asked.has(field)) screen.querySelector(`[name="Form.${name}"]`)?.closest('.tk-field').remove();
}
