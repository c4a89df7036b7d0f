import { regionCode } from '../../../platform/input.ts';

/** A country or a part of one as ISO 3166 code, from a schema.org Place, an address or a plain text; null when it tells none. */
export function regionOf(place: unknown): string | null {
  const [first] = Array.isArray(place) ? place : [place];
  const address = record(record(first)?.['address']) ?? record(first);
  const country = nameOf(address ? (address['addressCountry'] ?? address['name']) : first);
  const code = country === null ? null : countryCode(country);
  if (code === null) return null;
  const part =
    nameOf(address?.['addressRegion'])
      ?.toUpperCase()
      .replace(/^[A-Z]{2}-/, '') ?? null;
  const whole = `${code}-${part}`;
  return part !== null && regionCode.safeParse(whole).success ? whole : code;
}

/** What is written of it: a text, or the name of a thing. */
export function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  const name = record(value)?.['name'];
  return typeof name === 'string' ? name.trim() || null : null;
}

export const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OFTEN: Readonly<Record<string, string>> = { uk: 'GB', usa: 'US', 'great britain': 'GB' };

/** ISO 3166-1, from a code or an English name. */
function countryCode(country: string): string | null {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const known = OFTEN[country.toLowerCase()];
  if (known) return known;
  if (/^[A-Z]{2}$/i.test(country)) {
    const code = country.toUpperCase();
    return isCurrent(code) && names.of(code) !== undefined ? code : null;
  }
  for (const a of LETTERS)
    for (const b of LETTERS) {
      const name = isCurrent(a + b) ? names.of(a + b) : undefined;
      if (name !== undefined && name.toLowerCase() === country.toLowerCase()) return a + b;
    }
  return null;
}

/** Codes that were withdrawn stand for what came after them: DD for Germany. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

/** An instant from a date or date-time of ISO 8601; a date alone is its first or its last second (UTC). Null for anything else. */
export function instantOf(value: unknown, end: boolean): Date | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T${end ? '23:59:59' : '00:00:00'}Z` : text;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/.test(whole)) return null;
  const parsed = new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(whole) ? whole : `${whole}Z`);
  return Number.isNaN(parsed.getTime()) ? null : parsed;
}
