import { initialsOf } from '../words/initials.js';

const LEAST_WORD = 3;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/**
 * Words with the people of the check as initials: whole names, and each name of three letters or more by itself. Whoever is named
 * otherwise (a nickname that nobody told us) stays: the page that offers this says so. `between` stands between the initials of one person.
 */
export function withInitials(text: string, names: readonly string[], between = ' '): string {
  const words = names.flatMap((name) => name.split(/\s+/u)).filter((word) => word.length >= LEAST_WORD && /^\p{Lu}/u.test(word));
  const all = [...new Set([...names, ...words])].toSorted((a, b) => b.length - a.length);
  if (all.length === 0) return text;
  const found = new RegExp(`(?<![\\p{L}\\p{M}])(?:${all.map(escaped).join('|')})(?![\\p{L}\\p{M}])`, 'gu');
  return text.replace(found, (name) => initialsOf(name).replaceAll(' ', between));
}
