// How much room the browser leaves us, and whether it may take it back.

const LEAST = 50 * 1024 * 1024;

/** Asks the browser to keep what we store; it says yes to installed apps and often-used sites. */
export const ask = async () => await navigator.storage?.persisted?.() || await navigator.storage?.persist?.() || false;

/** "full" before there is no room for a day of photos, "loose" where the browser may clear it when the phone is full. */
export async function state() {
  const { quota, usage } = await navigator.storage?.estimate?.() ?? {};
  if (quota !== undefined && quota - usage < LEAST) return 'full';
  return await navigator.storage?.persisted?.() ? 'safe' : 'loose';
}
