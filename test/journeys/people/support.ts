import { jest } from '@jest/globals';
import type { HandOverReply, SealedEnvelope } from '@lateral/contracts';
import { openMessage, type Opened } from '@lateral/envelope';
import { fingerprintWords, type PrivateKey } from '@lateral/envelope/keys';
import type { Custodian } from '../../world/custodians.js';
import { openTeamCopies, readOwnAgency, type OwnAgency } from '../../world/personal-client.js';

export { fingerprintWords };

/** Keys, providers and a whole hub take their time on a machine that is busy. */
jest.setTimeout(60_000);

/** Whoever can ask the hub: a person's browser or a member's machine. */
export interface Asking { get<T>(path: string): Promise<T> }

/** Opens a message as a member of the agency it was sent to: with the team copies that the member's own key opens, and everything checked from the root down. */
export async function openAs(asking: Asking, own: OwnAgency, { key, sealed, rootFingerprint }: { key: PrivateKey; sealed: SealedEnvelope; rootFingerprint: string }): Promise<Opened> {
  const keys = await openTeamCopies(await asking.get('/v1/team-key-copies/mine'), key, own);
  return openWith(asking, own.agency.id, { keys, sealed, rootFingerprint });
}

/** The same with copies of the team key that somebody has, wherever from. */
export async function openWith(asking: Asking, agency: string, { keys, sealed, rootFingerprint }: { keys: readonly PrivateKey[]; sealed: SealedEnvelope; rootFingerprint: string }): Promise<Opened> {
  const { context } = sealed.header;
  const sender = await readOwnAgency((path) => asking.get(path), context.from.agency, rootFingerprint);
  return openMessage({
    envelope: sealed, keys, senderRoster: sender.roster, receipt: null, verifyProof: () => 'wrong', isSeen: () => false, now: new Date(),
    expected: { agency, partnership: context.partnership, type: context.type, from: context.from.agency, check: context.check, request: context.request, inReplyTo: context.inReplyTo },
  });
}

/** Collects by a machine client, which needs no gesture. */
export async function collect(client: Custodian['client'], envelope: string): Promise<SealedEnvelope> {
  const { status, body } = await client.post(`/v1/envelopes/${envelope}/hand-over`, {});
  if (status !== 201) throw new Error(`hand-over was answered ${status}`);
  return (body as HandOverReply).envelope;
}
