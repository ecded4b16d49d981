// A family that is on no list: from the fields of its form to the body that the portal takes. It lies among the visits, since it is kept, sealed,
// shown in the queue and sent in the same way.

import { numberComplaint } from './answers.js';
import { readDate, today } from './words.js';

const KIND = 'proposal';
const TEXTS = ['HeadName', 'Nik', 'FamilyCard', 'Sex', 'Area', 'Rt', 'Rw', 'Address', 'Members', 'Reason'];

const sentences = JSON.parse(document.body.dataset.sentences);

const camel = name => name[0].toLowerCase() + name.slice(1);

export const isProposal = record => record.kind === KIND;

export function beginProposal(headName) {
  const id = crypto.randomUUID();
  return { id, kind: KIND, revision: 1, household: { id, headName }, answers: { HeadName: headName }, extra: {}, photos: [], writtenOn: today() };
}

/** The text that is sent and kept for every repeat. */
export function proposalBody({ answers, writtenOn }) {
  const body = { birthDate: readDate(answers.BirthDate ?? ''), writtenOn };
  for (const name of TEXTS) body[camel(name)] = answers[name]?.trim() || null;
  return JSON.stringify(body);
}

/** Each with the id of its field and the sentence to show there. */
export function missingOfProposal({ answers }) {
  const errors = [];
  const miss = (field, sentence) => errors.push({ field: `Form_${field}`, sentence });
  for (const name of ['HeadName', 'Address', 'Reason']) if (!answers[name]?.trim()) miss(name, sentences[`Proposal.${name}`]);
  if (!answers.Area) miss('Area', 'Pilih desa atau kelurahan dari daftar');
  const born = answers.BirthDate?.trim() && readDate(answers.BirthDate);
  if (answers.BirthDate?.trim() && !born) miss('BirthDate', 'Tulis tanggal seperti 24/11/2026');
  else if (born && born > today()) miss('BirthDate', sentences['Proposal.BirthDate']);
  for (const [field, name] of [['Nik', 'NIK'], ['FamilyCard', 'Nomor KK']]) {
    const sentence = numberComplaint(name, answers[field]);
    if (sentence) miss(field, sentence);
  }
  for (const field of ['Rt', 'Rw']) if (answers[field]?.trim() && !/^\s*\d{1,3}\s*$/.test(answers[field])) miss(field, `${field.toUpperCase()} ditulis dengan angka, misalnya 003`);
  const faulty = (answers.Members ?? '').split('\n').map(line => line.trim()).filter(Boolean).findIndex(line => line.split(',').filter(part => part.trim()).length < 2);
  if (faulty >= 0) miss('Members', `Baris ${faulty + 1}: tulis nama, hubungan, dan tanggal lahir bila diketahui. Misalnya: Siti Contoh, istri, 02/03/1985`);
  return errors;
}

/** "2 kunjungan dan 1 usulan" */
export function counted(records) {
  const proposals = records.filter(isProposal).length;
  const visits = records.length - proposals;
  if (proposals === 0) return `${visits} kunjungan`;
  return visits === 0 ? `${proposals} usulan` : `${visits} kunjungan dan ${proposals} usulan`;
}
