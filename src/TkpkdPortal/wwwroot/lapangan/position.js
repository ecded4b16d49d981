// Where the house stands. Reading it needs no signal, only the sky.

const PATIENCE = 30_000;
const FAR = 500;
const EARTH = 6_371_000;

export const read = () => new Promise((resolve, reject) => {
  if (!navigator.geolocation) return reject(new Error('Ponsel ini tidak bisa membaca posisi.'));
  navigator.geolocation.getCurrentPosition(
    found => resolve({ lat: found.coords.latitude, lon: found.coords.longitude, accuracy: Math.round(found.coords.accuracy), takenAt: new Date(found.timestamp).toISOString() }),
    fault => reject(new Error(fault.code === fault.PERMISSION_DENIED
      ? 'Izin lokasi untuk portal belum diberikan. Buka pengaturan situs di peramban, izinkan Lokasi, lalu coba lagi.'
      : 'Posisi belum terbaca. Coba di luar rumah, di bawah langit terbuka.')),
    { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 0 });
});

export function metresBetween(a, b) {
  const rad = degrees => degrees * Math.PI / 180;
  const half = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(half));
}

/** Farther from the last reading than the house can have moved. */
export const isFar = (position, last) => Boolean(position && last) && metresBetween(position, last) > FAR;
