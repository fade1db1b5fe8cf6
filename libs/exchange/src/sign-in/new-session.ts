import { toBase64Url, type SessionKind } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import type { NewSession, Randomness, Session, TokenHash } from '../ports/index.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A person who has gone from their desk is signed out after this. */
const IDLE_MS = 30 * MINUTE_MS;
/** It is written at most so often that a session is in use. */
const SEEN_MS = MINUTE_MS;
/** The longest that a session lasts, used or not. A machine's does not end by being idle: it waits for what comes. */
const LONGEST_MS: Record<SessionKind, number> = { 'person': 12 * HOUR_MS, 'machine': 12 * HOUR_MS, 'one-time-code': 4 * HOUR_MS, 'newcomer': 2 * HOUR_MS };

type Who = Pick<Session, 'kind' | 'agency' | 'member'> & Partial<Pick<Session, 'issuer' | 'subject' | 'sid'>>;

/** 256 random bits: what a client shows from then on. */
export function newToken(randomness: Randomness): string {
  return toBase64Url(randomness.bytes(32));
}

/** A session that begins now, always under a token of its own: whatever a browser brought along is not taken over. */
export function beginSession(who: Who, { at, randomness, tokens }: { at: Date; randomness: Randomness; tokens: TokenHash }): { token: string; session: NewSession } {
  const token = newToken(randomness);
  const expiresAt = new Date(at.getTime() + LONGEST_MS[who.kind]);
  const idleUntil = who.kind === 'machine' ? null : idleFrom(at, expiresAt);
  const session = { id: uuid7(at, randomness.bytes(10)), issuer: null, subject: null, sid: null, ...who, startedAt: at, seenAt: at, idleUntil, expiresAt, tokenHash: tokens.hash(token) };
  return { token, session };
}

/** What a use of the session moves on, or null where that was written less than a minute ago. */
export function useOf({ idleUntil, seenAt, expiresAt }: Session, at: Date): { seenAt: Date; idleUntil: Date } | null {
  return idleUntil === null || at.getTime() - seenAt.getTime() < SEEN_MS ? null : { seenAt: at, idleUntil: idleFrom(at, expiresAt) };
}

function idleFrom(at: Date, expiresAt: Date): Date {
  return new Date(Math.min(at.getTime() + IDLE_MS, expiresAt.getTime()));
}
