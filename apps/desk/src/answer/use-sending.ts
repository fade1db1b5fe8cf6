import { useCallback, useState } from 'react';
import type { JudgedReply, RequestView, SubmitResponseBody } from '@lateral/contracts';
import type { WriteKey } from '../hub/hub.js';
import { Refusal } from '../keeper/refusal.js';
import { useRefresh } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import type { Answer, OpenRequest } from './use-answer.js';
import { rememberSystems } from './last-systems.js';
import { letterOf } from './sealed-answer.js';

/** What was sent and when; `stays` where it asks for time or asks back, and the request still waits for its answer. */
export interface Sent { message: string; at: Date; view: RequestView; stays: boolean }
interface Parcel { message: string; body: SubmitResponseBody }
export interface Sending { sent: Sent | null; send: () => Promise<void>; forget: () => void; /** It is written again: as a correction, or as the answer that is still waited for. */ again: () => void }

/** Seals an answer once and sends it, under one gesture. Pressed again after silence, the very same goes again: it stays one act. */
export function useSending({ view, opened }: OpenRequest, answer: Answer | undefined): Sending {
  const { hub, keeper, newId, now } = useDesk();
  const me = useMember();
  const refresh = useRefresh();
  const [sent, setSent] = useState<Sent | null>(null);
  const post = useCallback(async ({ message, body }: Parcel, key: WriteKey): Promise<{ message: string; reply: JudgedReply }> => {
    await keeper.confirm('send-share', [message]);
    return { message, reply: await hub.respond(view.id, body, key) };
  }, [hub, keeper, view.id]);
  const outgoing = useOutgoing(post);
  const send = async (): Promise<void> => {
    if (answer === undefined || answer.composed === null) return;
    const { composed, kept: { value, discard } } = answer;
    const { message } = await outgoing.send(async () => {
      if (value.approves !== null && (await hub.draft(value.approves.draft))?.version !== value.approves.version) throw new Refusal('taken-back');
      const id = newId();
      const [envelope] = await keeper.seal(me, [letterOf({ view, composed, message: id, inReplyTo: opened.digest, corrects: value.corrects })]);
      return { message: id, body: { version: view.version, envelope: envelope! } };
    });
    if (value.systems.length > 0) rememberSystems(me.member, value.systems);
    setSent({ message, at: now(), view, stays: value.way === 'talk' });
    if (value.approves !== null) await hub.deleteDraft(value.approves.draft).catch(() => null);
    await discard();
    await refresh().catch(() => undefined);
  };
  const again = useCallback(() => { setSent(null); }, []);
  return { sent, send, forget: outgoing.forget, again };
}
