import { faultOfPassphrase } from '@lateral/envelope/keys';
import { Refusal } from '../refusal.js';
import { PROMPTS } from '../words/prompts.js';
import { say } from '../words/language.js';
import type { World } from '../world.js';

/** A passphrase of a custodian's own choosing, typed twice and not shown. Throws a Refusal where it is weak or the two differ. */
export async function askPassphrase({ nth, member }: { nth: number; member: string }, { terminal, language }: World): Promise<string> {
  const first = await terminal.ask(say(PROMPTS.passphrase, language, { nth, member }), { hidden: true });
  if (first === null) throw new Refusal('no-answer');
  if (faultOfPassphrase(first) !== null) throw new Refusal('passphrase-weak');
  if ((await terminal.ask(say(PROMPTS['passphrase-again'], language), { hidden: true })) !== first) throw new Refusal('passphrase-differs');
  return first;
}
