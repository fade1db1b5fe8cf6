import { packFor } from '@lateral/domain/packs';
import { proportionalityWords, publicTaskWords } from '@lateral/domain/prefill';
import type { Narrative, RequestBody } from '@lateral/envelope/words';
import type { CodedDraft, KnownAgency } from '../crypto/protocol.js';
import type { Surroundings } from './asking.js';

/** `more`: what is asked beside the questions that were chosen. `people`: how many the check is about. */
export interface Chosen { asked: KnownAgency; record: Pick<CodedDraft, 'categories' | 'window' | 'stack'>; more: string; people: number; language: Narrative['language'] }

/** What follows in words from what was chosen: the questions themselves, the task for which somebody is asked who is no public authority, and why no more is asked. */
export function questionWords({ asked, record: { categories, window, stack }, more, people, language }: Chosen, { own, law }: Surroundings): Pick<RequestBody, 'question' | 'publicTaskStatement'> & Pick<Narrative, 'proportionality'> {
  const chosen = packFor(law.packs, asked.type).categories.filter(({ code }) => categories.includes(code));
  const duties = stack.gateway.flatMap((code) => law.catalogue.row(code)?.name ?? []);
  return {
    question: [...chosen.map(({ prompt }) => prompt[language]), more.trim()].filter((text) => text !== '').join('\n'),
    publicTaskStatement: asked.publicAuthority ? null : publicTaskWords({ owner: own.name, duties }, language),
    proportionality: proportionalityWords({ people, names: chosen.map(({ name }) => name[language]), window }, language),
  };
}
