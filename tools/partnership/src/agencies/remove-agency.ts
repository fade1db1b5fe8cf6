import { readDraft, replaceDraft } from '../folder.js';
import { Refusal } from '../refusal.js';
import { DONE } from '../words/done.js';
import { say } from '../words/language.js';
import type { World } from '../world.js';

/** Takes an agency that leaves the partnership out of the draft. Nothing is wrong with its key: it may come back with it. */
export async function removeAgency({ dir, agency }: { dir: string; agency: string }, world: World): Promise<void> {
  const draft = await readDraft(dir);
  if (!draft.agencies.some(({ id }) => id === agency)) throw new Refusal('unknown-agency', { about: agency });
  await replaceDraft(dir, { ...draft, agencies: draft.agencies.filter(({ id }) => id !== agency) });
  world.terminal.out(say(DONE.removed, world.language, { agency }));
}

/** Takes an agency out with its key, which is never certified again: its custodians have another, or somebody else may hold this one. */
export async function revokeAgency({ dir, agency, reason }: { dir: string; agency: string; reason: 'retired' | 'compromised' }, world: World): Promise<void> {
  const draft = await readDraft(dir);
  const entry = draft.agencies.find(({ id }) => id === agency);
  if (entry === undefined) throw new Refusal('unknown-agency', { about: agency });
  const revoked = [...draft.revoked, { agency, primary: entry.primary, reason, at: world.now().toISOString() }];
  await replaceDraft(dir, { ...draft, agencies: draft.agencies.filter(({ id }) => id !== agency), revoked });
  world.terminal.out(say(DONE.revoked, world.language, { agency, reason }));
}
