// Sealing: AES-256-GCM with a fresh nonce for each record, bound to the record's id, under a data key that is itself only kept wrapped.

/** PBKDF2-SHA-256 rounds for a PIN; stored with the salt, so that a later number does not lock anybody out. */
export const PIN_ROUNDS = 600_000;

const text = new TextEncoder();

export const newDataKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);

export async function seal(key, id, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt(bound(iv, id), key, bytes) };
}

export const unseal = (key, id, sealed) => crypto.subtle.decrypt(bound(sealed.iv, id), key, sealed.bytes);

export const sealJson = (key, id, value) => seal(key, id, text.encode(JSON.stringify(value)));

export const unsealJson = async (key, id, sealed) => JSON.parse(new TextDecoder().decode(await unseal(key, id, sealed)));

export async function pinKey(pin, salt, rounds) {
  const material = await crypto.subtle.importKey('raw', text.encode(pin), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The account's own secret, which only the signed-in account gets from the portal. */
export async function secretKey(deviceSecret) {
  const digest = await crypto.subtle.digest('SHA-256', text.encode(deviceSecret));
  return crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export const wrap = async (wrapping, id, dataKey) => seal(wrapping, id, await crypto.subtle.exportKey('raw', dataKey));

/** Null where the wrapping key is not the one. */
export async function unwrap(wrapping, id, wrapped) {
  try {
    return await crypto.subtle.importKey('raw', await unseal(wrapping, id, wrapped), 'AES-GCM', true, ['encrypt', 'decrypt']);
  } catch {
    return null;
  }
}

export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

const bound = (iv, id) => ({ name: 'AES-GCM', iv, additionalData: text.encode(id) });
