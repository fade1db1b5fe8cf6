import { fingerprintWords } from '@lateral/envelope/keys';
import { DONE } from './words/done.js';
import { say } from './words/language.js';
import type { World } from './world.js';

/** A fingerprint as it is printed and compared: ten groups of four, and six words in each language that stand for it. */
export async function sayFingerprint(of: string, fingerprint: string, { terminal, language }: World): Promise<void> {
  const { en, cy } = await fingerprintWords({ agency: of, member: null, fingerprint });
  terminal.out(`\n    ${grouped(fingerprint)}\n\n${say(DONE.aloud, language)}\n    ${en.join(' ')}\n    ${cy.join(' ')}\n`);
}

export const grouped = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)!.join(' ');

/** A fingerprint as somebody typed it: groups and small letters are fine. Null for anything but 40 hex digits. */
export function typedFingerprint(text: string): string | null {
  const plain = text.replace(/[\s:-]/g, '').toUpperCase();
  return /^[0-9A-F]{40}$/.test(plain) ? plain : null;
}
