import type { OpenCheckBody, PostedReply, SealedEnvelope } from '@lateral/contracts';
import { accepted } from './check-scene.js';
import type { Differing, DoorClient } from './door-client.js';

/** A red question whose necessity nobody had time to write. */
export const UNWRITTEN: Differing = { narrative: { necessity: '' }, coded: { urgency: 'red', override: { reason: 'life_at_risk' } } };

/** What left in an emergency: the message on the review list, and the share as it was. */
export interface Emergency { used: string; left: SealedEnvelope; body: OpenCheckBody; posted: PostedReply }

/** A red check to one agency, posted under an emergency override. */
export async function emergency(asking: DoorClient, to: string, differing: Differing = UNWRITTEN): Promise<Emergency> {
  const body = await asking.checkTo([to], differing);
  const posted = accepted<PostedReply>(await asking.post('/v1/checks', body));
  const left = body.requests[0]!.envelope;
  return { used: left.header.context.message, left, body, posted };
}

/** The record that ought to have gone with it, sealed to the own side by whoever reviews it. */
export function putInOrder(by: DoorClient, { header: { context: { check, request } }, justification: { direction, urgency, response } }: SealedEnvelope, differing: Differing = {}): Promise<SealedEnvelope> {
  return by.sealRecord({ check, request }, { body: { type: 'record', language: 'en', text: 'What could not wait is written down.', question: 'Have you been to this address since August?' }, ...differing, coded: { direction, urgency, response, ...differing.coded } });
}
