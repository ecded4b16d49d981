// What was answered: from the fields of the form to the body that the portal takes, and what is still missing. The rules are those of the
// portal, its sentences come with the shell; whatever slips through here is refused there with a sentence.

import { readDate, today, typedDate } from './words.js';

const HOUSING = ['Tenure', 'Roof', 'Wall', 'Floor', 'Lighting', 'CookingFuel', 'DrinkingWater', 'Toilet'];
const TEXTS = ['Respondent', 'PresenceNote', 'Eligibility', 'Reason', 'ReasonText', 'Note', 'CorrectedHeadName', 'CorrectedAddress', 'CorrectedNik', 'CorrectedFamilyCard'];
const MOVED = ['MovedWithinRegion', 'MovedOutOfRegion'];
const PLAIN = ['Found', 'NotMet', 'HeadDied'];
const NEED_NOTE = ['MovedWithinRegion', 'Duplicate', 'PartOfOtherHousehold'];

const sentences = JSON.parse(document.body.dataset.sentences);

const camel = name => name[0].toLowerCase() + name.slice(1);

export const presenceOf = answers => ({ Moved: answers.MovedTo, Other: answers.OtherCase }[answers.PresenceGroup] ?? answers.PresenceGroup) || null;

export const isMet = answers => ['Found', 'HeadDied'].includes(presenceOf(answers));

/** A new visit: today, and the house as the register has it. */
export const begin = household => ({ VisitedOn: typedDate(today()), ...housingFields(household.housing) });

/** The fields of a visit that the portal knows already: a draft from a desk, or one that came back. */
export function ofPortal(known, household) {
  const answers = { VisitedOn: typedDate(known.visitedOn ?? today()) };
  for (const name of TEXTS) if (known[camel(name)]) answers[name] = known[camel(name)];
  const { presence } = known;
  if (presence) answers.PresenceGroup = PLAIN.includes(presence) ? presence : MOVED.includes(presence) ? 'Moved' : 'Other';
  if (answers.PresenceGroup === 'Moved') answers.MovedTo = presence;
  if (answers.PresenceGroup === 'Other') answers.OtherCase = presence;
  const isKnown = Object.values(known.housing ?? {}).some(value => value !== null);
  return { ...answers, ...housingFields(isKnown ? known.housing : household.housing) };
}

/** The text that is sent and kept for every repeat. */
export function bodyOf(visit) {
  const { answers } = visit;
  const body = { householdId: visit.household.id, householdVersion: visit.household.version, visitedOn: readDate(answers.VisitedOn), presence: presenceOf(answers) };
  for (const name of TEXTS) body[camel(name)] = answers[name]?.trim() || null;
  body.housing = Object.fromEntries(HOUSING.map(name => [camel(name), answers[name] || null]));
  body.housing.hasSavings = { True: true, False: false }[answers.HasSavings] ?? null;
  return JSON.stringify({
    ...body, extra: visit.extra, noticeNumber: visit.noticeNumber, position: visit.position,
    photos: visit.photos.map(({ id, kind, size, sha256 }) => ({ id, kind, size, sha256 })), recordedAt: visit.recordedAt,
  });
}

/** Each with the id of its field and the sentence to show there. */
export function missing(visit, questionnaire) {
  const { answers } = visit;
  const errors = [];
  const miss = (field, sentence) => errors.push({ field: `Form_${field}`, sentence });
  const day = readDate(answers.VisitedOn ?? '');
  if (!answers.VisitedOn?.trim()) miss('VisitedOn', sentences.VisitedOn);
  else if (!day) miss('VisitedOn', 'Tulis tanggal seperti 24/11/2026');
  else if (day > today()) miss('VisitedOn', sentences['VisitedOn.Future']);
  const presence = presenceOf(answers);
  if (!presence) {
    const field = { Moved: 'MovedTo', Other: 'OtherCase' }[answers.PresenceGroup] ?? 'PresenceGroup';
    miss(field, sentences[field]);
    return errors;
  }
  if (NEED_NOTE.includes(presence) && !answers.PresenceNote?.trim()) miss('PresenceNote', sentences[presence === 'MovedWithinRegion' ? `PresenceNote.${presence}` : 'PresenceNote.Duplicate']);
  if (!isMet(answers)) return errors;
  if (!answers.Respondent?.trim()) miss('Respondent', sentences.Respondent);
  if (!answers.Eligibility) miss('Eligibility', sentences.Eligibility);
  else if (answers.Eligibility === 'NotEligible' && !answers.Reason) miss('Reason', sentences.Reason);
  else if (answers.Eligibility === 'NotEligible' && answers.Reason === 'Other' && !answers.ReasonText?.trim()) miss('ReasonText', sentences.ReasonText);
  for (const [field, name] of [['CorrectedNik', 'NIK'], ['CorrectedFamilyCard', 'Nomor KK']]) {
    const sentence = numberComplaint(name, answers[field]);
    if (sentence) miss(field, sentence);
  }
  return [...errors, ...missingOfRound(visit, questionnaire)];
}

/** What the questionnaire of a running round asks on top. */
function missingOfRound(visit, questionnaire) {
  if (!questionnaire || visit.household.isTarget === false) return [];
  const errors = [];
  for (const name of questionnaire.required ?? [])
    if (!visit.answers[name]) errors.push({ field: `Form_${name}`, sentence: 'Isian ini wajib dalam periode ini' });
  for (const question of questionnaire.questions ?? [])
    if (question.isRequired && !visit.extra[question.id]) errors.push({ field: `Extra_${question.id}`, sentence: `Jawab pertanyaan “${question.text}”` });
  const lacking = presenceOf(visit.answers) === 'Found' ? missingPhoto(visit, questionnaire) : null;
  if (lacking) errors.push({ field: 'photos', sentence: sentences[`Photo.${lacking}`] });
  return errors;
}

/** The first kind that still has to be photographed: one that is required, or any where none was taken. What a visit that came back has taken lies at the portal. */
function missingPhoto(visit, { photos = ['HouseFront'], requiredPhotos = [] }) {
  const taken = new Set([...visit.photos.map(photo => photo.kind), ...visit.household.visit?.photos ?? []]);
  return requiredPhotos.find(kind => !taken.has(kind)) ?? (taken.size === 0 ? photos[0] : null);
}

/** Where the portal's own refusal belongs in the form. */
export function fieldOf(name) {
  const question = /^extra\[(.+)\]$/.exec(name);
  if (question) return `Extra_${question[1]}`;
  return { presence: 'Form_PresenceGroup', photos: 'photos' }[name] ?? `Form_${name[0].toUpperCase()}${name.slice(1)}`;
}

export function numberComplaint(name, typed) {
  const digits = (typed ?? '').replace(/[\s.\-]/g, '');
  if (!digits) return null;
  if (!/^\d+$/.test(digits)) return `${name} hanya berisi angka.`;
  return digits.length === 16 ? null : `${name} berisi 16 angka. Yang tertulis ${digits.length < 16 ? 'baru ' : ''}${digits.length}.`;
}

function housingFields(housing) {
  const fields = {};
  for (const name of HOUSING) if (housing?.[camel(name)]) fields[name] = housing[camel(name)];
  if (typeof housing?.hasSavings === 'boolean') fields.HasSavings = housing.hasSavings ? 'True' : 'False';
  return fields;
}
