import type { DraftBody } from '@lateral/contracts';
import { ACTS, hasRight } from '@lateral/domain/access';
import { refuse, type Refusal } from '../result.js';
import type { Actor, Draft } from '../ports/index.js';

/** Whether somebody of the agency may see it: whoever writes it, and those who release answers while it waits for them. */
export function maySee({ member, readers, state }: Draft, actor: Actor): boolean {
  return member === actor.member || (state === 'to_approve' && readers === 'approvers' && mayRelease(actor));
}

export function mayRelease({ roles }: Actor): boolean {
  return hasRight(ACTS['release-answer'], roles);
}

const fault = (field: string, reason: string): Refusal => refuse('invalid-request', { fields: [{ field, reason }] });

/** What is wrong with a draft whoever it is by. Only an answer to a request is put to anybody, and then sealed so that they can read it. */
export function faultOfDraft({ kind, readers, request, state }: DraftBody): Refusal | null {
  if (state === 'writing') return null;
  if (kind !== 'answer') return fault('/state', 'not-of-this-kind');
  if (request === null) return fault('/request', 'missing');
  return state === 'to_approve' && readers !== 'approvers' ? fault('/readers', 'not-in-this-state') : null;
}

/** What is wrong with putting it in the place of the one before. Its writer writes; somebody else sends it back, and does nothing else with it. */
export function faultOfNext(before: Draft, { kind, check, request, state }: DraftBody, actor: Actor): Refusal | null {
  if (kind !== before.kind) return fault('/kind', 'changed');
  if (check !== before.reference) return fault('/check', 'changed');
  if (request !== before.request) return fault('/request', 'changed');
  const isWriter = before.member === actor.member;
  return isWriter === (state === 'sent_back') ? fault('/state', isWriter ? 'not-the-writer-s' : 'not-the-approver-s') : null;
}
