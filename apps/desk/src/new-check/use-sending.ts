import { useNavigate } from 'react-router';
import { useCallback } from 'react';
import { isIdWithinClock } from '@lateral/domain';
import type { WriteKey } from '../hub/hub.js';
import { useChecks, useRefresh } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import type { ComposedRequest } from './compose.js';
import { letterOfRecord, type ComposedRecord } from './record-only.js';
import { parcelOf, postParcel, sentBefore, type Parcel } from './send-check.js';
import type { Writing } from './use-check.js';

export const sentAt = (reference: string): string => `/checks/${encodeURIComponent(reference)}/sent`;

export interface Sending {
  send: (composed: readonly ComposedRequest[]) => Promise<void>;
  keep: (composed: ComposedRecord) => Promise<void>;
  /** Reference of the check that this draft became already; null where it has not been sent. */
  already: string | null;
  /** To that check. What was kept of the draft goes. */
  leave: (address: string) => Promise<void>;
}

/** Sends a check once. Sealed bytes are made once and go again as they are; under the check's one id the hub takes no second. */
export function useSendCheck({ kept, draft, change }: Writing): Sending {
  const { hub, keeper, newId, now } = useDesk();
  const me = useMember();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const already = useChecks().data?.find(({ id }) => id === draft.check)?.reference ?? null;
  const outgoing = useOutgoing(useCallback((parcel: Parcel, key: WriteKey) => postParcel(parcel, key, { keeper, hub }), [hub, keeper]));
  const leave = useCallback(async (address: string) => {
    await navigate(address, { replace: true });
    await kept.discard();
    await refresh().catch(() => undefined);
  }, [kept, navigate, refresh]);
  const idForNow = (): string => {
    if (isIdWithinClock(draft.check, now())) return draft.check;
    const check = newId();
    change({ check });
    return check;
  };
  const send = async (composed: readonly ComposedRequest[]): Promise<void> => {
    const check = idForNow();
    const posted = outgoing.send(() => parcelOf({ ...draft, check }, composed, { keeper, newId, me }));
    await leave(sentAt(await posted.then(({ reference }) => reference, (error: unknown) => sentBefore(error, check, hub))));
  };
  const keepRecord = useOutgoing(hub.recordOnly);
  const keep = async (composed: ComposedRecord): Promise<void> => {
    const reason = draft.recordReason ?? 'not_necessary';
    await keepRecord.send(async () => {
      const [envelope] = await keeper.seal(me, [letterOfRecord(composed, { check: idForNow(), message: newId() })]);
      return { reason, envelope: envelope! };
    });
    await leave('/checks/new/recorded');
  };
  return { send, keep, already, leave };
}
