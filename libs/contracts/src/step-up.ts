import type { StepUpAction } from '@lateral/domain/access';
import { digestOf } from './digest.js';

/** What one gesture is for. `nonce` is the hub's, 32 bytes as base64url; `session` the handle of the session. */
export interface StepUpSubject { action: StepUpAction; nonce: string; objects: readonly string[]; session: string }

/** The one order and spelling of a set of objects: sorted by UTF-16 code unit, each once. */
export function objectSet(objects: readonly string[]): string[] {
  return [...new Set(objects)].sort();
}

/**
 * What a passkey signs: base64url SHA-256 of `lateral/v1/step-up\0` and canonical JSON. Hub and client each make it, so that a hub
 * cannot have a gesture for one thing signed as one for another.
 */
export function stepUpChallenge({ action, nonce, objects, session }: StepUpSubject): string {
  return digestOf('step-up', { action, nonce, objects: objectSet(objects), session });
}

/**
 * What a gesture names where two acts are about the same thing: one that lets a colleague in must not end their every way in, and one for
 * coded evidence must not fetch what was sealed.
 */
export const STEP_UP_OBJECTS = {
  oneTimeCode: (member: string): string => `one-time-code.${member}`,
  startAgain: (member: string): string => `start-again.${member}`,
  evidence: (reference: string): string => `evidence.${reference}`,
  contact: (agency: string): string => `contact.${agency}`,
  sealedEvidence: (reference: string): string => `sealed-evidence.${reference}`,
} as const;

/** How a record names the objects of a gesture: by the digest of their set. */
export function objectsDigest(objects: readonly string[]): string {
  return digestOf('step-up-objects', objectSet(objects));
}
