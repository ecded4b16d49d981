// Numbers, days and distances as the portal writes them.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];

const two = number => String(number).padStart(2, '0');

export const number = value => Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, '.');

const decimal = (value, digits) => value.toFixed(digits).replace('.', ',');

export const time = at => `${two(at.getHours())}.${two(at.getMinutes())}`;

/** 23 Nov, 10.42 */
export const moment = value => {
  const at = new Date(value);
  return `${at.getDate()} ${MONTHS[at.getMonth()]}, ${time(at)}`;
};

export const size = bytes => `${number(Math.max(1, bytes / 1024))} kB`;

/** 24/11/2026, as it is typed. */
export const typedDate = iso => iso ? iso.split('-').reverse().join('/') : '';

export const today = () => {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** The day behind "24/11/2026" or "24-11-26"; null where there is none. */
export function readDate(typed) {
  const match = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})\s*$/.exec(typed);
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3].length === 2 ? `20${match[3]}` : match[3])];
  const at = new Date(year, month - 1, day);
  return at.getDate() === day && at.getMonth() === month - 1 ? `${year}-${two(month)}-${two(day)}` : null;
}

/** 0,53631 LU, 116,47918 BT */
export const place = ({ lat, lon }) => `${decimal(Math.abs(lat), 5)} ${lat < 0 ? 'LS' : 'LU'}, ${decimal(Math.abs(lon), 5)} ${lon < 0 ? 'BB' : 'BT'}`;

export const distance = metres => metres < 1000 ? `${number(metres)} m` : `${decimal(metres / 1000, 1)} km`;

/** Words of a name or an address as they are searched: lower case, without accents, dots and strokes. */
export const normalise = text => ` ${text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()}`;
