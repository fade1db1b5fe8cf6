import { canonicalJson, type PartnershipAgency, type PartnershipFile } from '@lateral/contracts';
import type { Draft } from '../documents.js';
import { DONE } from '../words/done.js';
import { say, type Language } from '../words/language.js';

/** What two people are about to sign, line by line, so that they need not take the laptop's word for the draft. */
export function changesFrom(before: PartnershipFile | undefined, draft: Draft, language: Language): string[] {
  const known = new Map(before?.agencies.map((agency) => [agency.id, agency]) ?? []);
  const lines = draft.agencies.flatMap((entry) => lineOf(known.get(entry.id), entry, language));
  for (const id of known.keys()) if (!draft.agencies.some((entry) => entry.id === id)) lines.push(say(DONE['change-removed'], language, { agency: id }));
  if (draft.nextRoot !== null && draft.nextRoot !== before?.nextRoot) lines.push(say(DONE['change-root'], language, { fingerprint: draft.nextRoot }));
  return [say(DONE.changes, language, { version: (before?.version ?? 0) + 1 }), ...(lines.length === 0 ? [say(DONE['change-none'], language)] : lines)];
}

/** Whether the draft says anything that the newest signed file does not. */
export function hasChanges(before: PartnershipFile, draft: Draft): boolean {
  const of = ({ agencies, nextRoot, log, keyLog }: PartnershipFile | Draft): string => canonicalJson({ agencies: agencies.map(wordsOf), nextRoot, log, keyLog });
  return of(before) !== of(draft);
}

function lineOf(known: PartnershipAgency | undefined, entry: PartnershipAgency, language: Language): string[] {
  const { id: agency, primary } = entry;
  if (known === undefined) return [say(DONE['change-added'], language, { agency, primary })];
  if (known.primary !== primary) return [say(DONE['change-key'], language, { agency, primary })];
  return canonicalJson(wordsOf(known)) === canonicalJson(wordsOf(entry)) ? [] : [say(DONE['change-words'], language, { agency })];
}

const wordsOf = ({ key: _, ...words }: PartnershipAgency): Omit<PartnershipAgency, 'key'> => words;
