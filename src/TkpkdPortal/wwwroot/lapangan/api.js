// The portal as the phone calls it. Every call ends in an answer, or throws which of three it was: no contact, sign in again, or an account that records no visits.

export class NoContact extends Error {}
export class SignInNeeded extends Error {}
/** Signed in, but nobody who records visits. */
export class NotField extends Error {}

const PATIENCE = { short: 20_000, piece: 120_000 };

let token = null;

/** Who is signed in, with a new antiforgery token for everything that is sent from now on. */
export async function account(patience = PATIENCE.short) {
  const answer = await call('/lapangan/akun', {}, patience);
  if (answer.status === 403) throw new NotField();
  if (!answer.ok) throw new NoContact(answer.body.message);
  token = answer.body.token;
  return answer.body;
}

/** One page of the own worklist, and the cursor of the next. */
export const worklistPage = cursor => call(`/lapangan/daftar${cursor ? `?setelah=${encodeURIComponent(cursor)}` : ''}`, {}, PATIENCE.piece);

/** The body is the very text that was kept: a repeat is the same to the byte. */
export const sendVisit = (id, revision, body) => send(`/lapangan/kunjungan/${id}/${revision}`, body, 'application/json');

export const sendProposal = (id, revision, body) => send(`/lapangan/usulan/${id}/${revision}`, body, 'application/json');

export const photoState = (visit, photo) => call(`/lapangan/kunjungan/${visit}/foto/${photo}`, {}, PATIENCE.short);

export const sendPiece = (visit, photo, offset, bytes) => send(`/lapangan/kunjungan/${visit}/foto/${photo}?mulai=${offset}`, bytes, 'application/octet-stream');

export const reportDiscarded = (id, told) => send(`/lapangan/kunjungan/${id}/buang`, JSON.stringify(told), 'application/json');

export const reportDiscardedProposal = (id, told) => send(`/lapangan/usulan/${id}/buang`, JSON.stringify(told), 'application/json');

const send = (path, body, type) =>
  call(path, { method: 'POST', body, headers: { 'Content-Type': type, RequestVerificationToken: token ?? '' } }, PATIENCE.piece);

async function call(path, options, patience) {
  const response = await fetch(path, { ...options, cache: 'no-store', credentials: 'same-origin', redirect: 'error', signal: AbortSignal.timeout(patience) })
    .catch(cause => { throw new NoContact(cause.message); });
  if (response.status === 401) throw new SignInNeeded();
  // A hotspot's own page, a proxy's error, the portal starting anew: none of them has seen what was sent.
  const isOurs = response.headers.get('Content-Type')?.includes('json');
  if (response.status >= 500 || response.status === 429 || (!isOurs && response.status !== 400)) throw new NoContact(`${response.status}`);
  const body = isOurs ? await response.json().catch(cause => { throw new NoContact(cause.message); }) : {};
  return { ok: response.ok, status: response.status, body };
}
