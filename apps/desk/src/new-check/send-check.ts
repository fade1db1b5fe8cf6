import type { OpenCheckBody, PostedReply, SealedEnvelope } from '@lateral/contracts';
import { Refusal, type Keeper } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { HubProblem, type Hub, type WriteKey } from '../hub/hub.js';
import type { CheckDraft } from './check-draft.js';
import type { ComposedRequest } from './compose.js';

/** A check on its way out: its bytes are made once, and are the same however often they go. */
export interface Parcel { messages: string[]; body: OpenCheckBody }
/** Somebody who is asked has nobody who could read it. */
export class NobodyToRead extends Error {
  override readonly name = 'NobodyToRead';
  constructor(readonly agency: string) {
    super('no-reader');
  }
}

interface Means { keeper: Pick<Keeper, 'trust' | 'seal' | 'sealHeading'>; newId: () => string; me: Member }

/** Seals the question to each agency. Ids are made now: the hub takes none that is older than a day. Throws NobodyToRead, or a Refusal. */
export async function parcelOf({ check, urgency, receivedAt }: Pick<CheckDraft, 'check' | 'urgency' | 'receivedAt'>, composed: readonly ComposedRequest[], { keeper, newId, me }: Means): Promise<Parcel> {
  if (urgency === null) throw new TypeError('an urgency is chosen before a check is sent');
  await keeper.trust(me.agency, composed.map(({ asked }) => asked.id));
  const requests: OpenCheckBody['requests'] = [];
  // By their ids: the first of them is the one that a list takes the heading of.
  const ids = composed.map(() => newId()).toSorted();
  for (const [at, { asked, body, narrative, record }] of composed.entries()) {
    const [id, message] = [ids[at]!, newId()];
    const sealed = await keeper.seal(me, [{ type: 'request', message, check, request: id, to: asked.id, inReplyTo: null, corrects: null, body, narrative, record }]).catch((error: unknown): SealedEnvelope[] => {
      throw error instanceof Refusal && error.code === 'no-reader' ? new NobodyToRead(asked.id) : error;
    });
    requests.push({ id, agency: asked.id, envelope: sealed[0]!, ...(at === 0 ? await keeper.sealHeading(message, body) : {}) });
  }
  return { messages: requests.map(({ envelope }) => envelope.header.context.message), body: { id: check, urgency, receivedAt, requests } };
}

/** Posts it under one gesture for all of its questions. */
export async function postParcel({ messages, body }: Parcel, key: WriteKey, { keeper, hub }: { keeper: Pick<Keeper, 'confirm'>; hub: Pick<Hub, 'openCheck'> }): Promise<PostedReply> {
  await keeper.confirm('send-share', messages);
  return hub.openCheck(body, key);
}

const TAKEN = new Set(['id-taken', 'idempotency-key-reused']);

/** Reference of the check that is there under this id already: sent from another window, or by a try whose answer was lost. Throws again what means anything else. */
export async function sentBefore(error: unknown, check: string, hub: Pick<Hub, 'checks'>): Promise<string> {
  const found = error instanceof HubProblem && TAKEN.has(error.code) ? (await hub.checks({ limit: 100 })).items.find(({ id }) => id === check) : undefined;
  if (found === undefined) throw error;
  return found.reference;
}
