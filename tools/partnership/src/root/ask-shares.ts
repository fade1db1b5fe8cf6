import { readShare } from '@lateral/envelope/keys';
import { readText } from '../files.js';
import { Refusal } from '../refusal.js';
import { PROMPTS } from '../words/prompts.js';
import { say } from '../words/language.js';
import type { World } from '../world.js';

const MOST_SHEET_BYTES = 65_536;

/**
 * Two shares: from the files named, or typed. `kind` says of what; a file may be the whole sheet as it was printed. Throws a Refusal that names
 * the file where one cannot be read; whether the two fit is for the lock to say.
 */
export async function askShares(kind: 'root' | 'kit', files: readonly string[], world: World): Promise<[string, string]> {
  if (files.length > 2) throw new Refusal('usage', { about: '--share' });
  const shares: string[] = [];
  for (const file of files) shares.push(shareFrom(await readText(file, MOST_SHEET_BYTES), kind, file));
  while (shares.length < 2) shares.push(shareFrom(await typed(kind, shares.length + 1, world), kind));
  return [shares[0]!, shares[1]!];
}

async function typed(kind: 'root' | 'kit', nth: number, { terminal, language }: World): Promise<string> {
  terminal.err(say(PROMPTS[kind === 'root' ? 'root-share' : 'kit-share'], language, { nth }));
  const lines: string[] = [];
  for (;;) {
    const line = await terminal.ask('>');
    if (line === null && lines.length === 0) throw new Refusal('no-answer');
    if (line === null || (line.trim() === '' && lines.length > 0)) return lines.join(' ');
    if (line.trim() !== '') lines.push(line);
  }
}

function shareFrom(sheet: string, kind: 'root' | 'kit', file?: string): string {
  // On a sheet the share ends with an empty line; what people read stands around it.
  const found = new RegExp(`LATERAL\\s+${kind}\\s+SHARE[^]*?(?=\\r?\\n\\s*\\r?\\n|$)`, 'i').exec(sheet)?.[0].replace(/\s+/g, ' ').trim();
  const read = readShare(found ?? '');
  if (!read.ok || found === undefined) throw new Refusal(read.ok ? 'unreadable' : read.code, file === undefined ? {} : { file });
  return found;
}
