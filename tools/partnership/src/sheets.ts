import { join, relative, resolve } from 'node:path';
import { isThere, writeNew } from './files.js';
import { Refusal } from './refusal.js';
import { PROMPTS } from './words/prompts.js';
import { say } from './words/language.js';
import type { World } from './world.js';

/** One sheet of paper: a name for its file, and what stands on it, in both languages. */
export interface Sheet { name: string; text: string }

const RULE = '-'.repeat(72);

/** A sheet with one of three shares. Whose it is nobody but its keeper writes on it, by hand. */
export function shareSheet(share: string, { kind, of, index }: { kind: 'root' | 'kit'; of: string; index: number }): Sheet {
  const what = kind === 'root'
    ? { en: `One of three shares of the partnership root of ${of}.`, cy: `Un o dair cyfran gwreiddyn partneriaeth ${of}.` }
    : { en: `One of three shares of the recovery kit of ${of}.`, cy: `Un o dair cyfran pecyn adfer ${of}.` };
  const en = ['Any two of the three open it. One alone tells nothing.', 'Keep it locked away, apart from the other two. Do not copy, photograph or type it', 'anywhere but into the tool that asks for it.'];
  const cy = ['Mae unrhyw ddwy o\'r tair yn ei agor. Nid yw un ar ei phen ei hun yn dweud dim.', 'Cadwch hi dan glo, ar wahân i\'r ddwy arall. Peidiwch â\'i chopïo, tynnu llun ohoni', 'na\'i theipio yn unman ond yn yr offeryn sy\'n gofyn amdani.'];
  return { name: `${kind}-share-${index}`, text: sheetOf([what.en, ...en], [what.cy, ...cy], wrapped(share)) };
}

/** A sheet with a custodian's own recovery code. */
export function codeSheet(code: string, { agency, member }: { agency: string; member: string }): Sheet {
  const en = [`Recovery code of ${member} at ${agency}.`, 'It unlocks your personal key when a passkey or a passphrase is lost.', 'It is yours alone: nobody else may see it, and nobody will ever ask you for it.'];
  const cy = [`Cod adfer ${member} yn ${agency}.`, 'Mae\'n datgloi eich allwedd bersonol pan gollir allwedd mynediad neu gyfrinymadrodd.', 'Chi yn unig biau hwn: ni chaiff neb arall ei weld, ac ni fydd neb byth yn gofyn i chi amdano.'];
  return { name: `recovery-code-${member}`, text: sheetOf(en, cy, [code]) };
}

/**
 * Hands out sheets: printed one at a time, or each written to a file of its own below `folder`. Files are for a printer and go afterwards. They
 * may not lie in `apart`, the folder that holds what they open: lock and key in one place are no lock.
 */
export async function handOut(sheets: readonly Sheet[], folder: string | undefined, { terminal, language }: World): Promise<void> {
  for (const { name, text } of sheets) {
    if (folder !== undefined) {
      await writeNew(join(folder, `${name}.txt`), `${text}\n`);
      continue;
    }
    terminal.out(text);
    await terminal.ask(say(PROMPTS['next-sheet'], language));
    terminal.wipe();
  }
}

/** Refuses a folder for sheets that lies in the folder they open, and sheets that are there already: before anything is made. */
export async function assertApart(folder: string | undefined, apart: string, names: readonly string[]): Promise<void> {
  if (folder === undefined) return;
  const way = relative(resolve(apart), resolve(folder));
  if (way === '' || !/^(?:\.\.(?:[\\/]|$)|[\\/]|[A-Za-z]:)/.test(way)) throw new Refusal('sheets-beside-root', { file: folder });
  for (const name of names) if (await isThere(join(folder, `${name}.txt`))) throw new Refusal('exists', { file: join(folder, `${name}.txt`) });
}

function sheetOf(en: readonly string[], cy: readonly string[], secret: readonly string[]): string {
  return [RULE, ...en, '', ...cy, '', ...secret, '', RULE].join('\n');
}

/** The first line of a share as it is, then eight groups a line. */
function wrapped(share: string): string[] {
  const [head, letters] = [share.slice(0, share.lastIndexOf(';') + 1), share.slice(share.lastIndexOf(';') + 1).trim()];
  const groups = letters.split('-');
  const lines = Array.from({ length: Math.ceil(groups.length / 8) }, (_, i) => groups.slice(i * 8, i * 8 + 8).join('-'));
  return [head, ...lines];
}
