import type { HandOverReply, SealedEnvelope } from '@lateral/contracts';
import { openMessage, type Opened } from '@lateral/envelope';
import type { PrivateKey, TrustedRoster } from '@lateral/envelope/keys';
import { changeRoster, type Custodian } from '../../world/custodians.js';
import type { DoorClient } from '../../world/door-client.js';
import type { PeopleWorld } from '../../world/people-world.js';
import { openTeamCopies, PersonalClient, readOwnAgency, type OwnAgency } from '../../world/personal-client.js';

/** Keys, providers and a whole hub take their time on a machine that is busy. */

/** Whoever can ask the hub: a person's browser or a member's machine. */
export interface Asking { get<T>(path: string): Promise<T> }

/** Opens a message as a member of the agency it was sent to: with the team copies that the member's own key opens, and everything checked from the root down. */
export async function openAs(asking: Asking, own: OwnAgency, { key, sealed, rootFingerprint }: { key: PrivateKey; sealed: SealedEnvelope; rootFingerprint: string }): Promise<Opened> {
  const keys = await openTeamCopies(await asking.get('/v1/team-key-copies/mine'), key, own);
  return openWith(asking, own.agency.id, { keys, sealed, rootFingerprint });
}

/** The same with copies of the team key that somebody has, wherever from. */
export async function openWith(asking: Asking, agency: string, { keys, sealed, rootFingerprint }: { keys: readonly PrivateKey[]; sealed: SealedEnvelope; rootFingerprint: string }): Promise<Opened> {
  const { from, to } = sealed.header.context;
  const [sender, addressed] = await Promise.all([from.agency, to[0]?.agency ?? agency].map((id) => readOwnAgency((path) => asking.get(path), id, rootFingerprint)));
  return openUnder(sender!.roster, { agency, keys, sealed, addressedRosters: addressed!.rosters });
}

/** The same by a roster of the sender's that the reader has verified, however old. */
export async function openUnder(senderRoster: TrustedRoster, { agency, keys, sealed, addressedRosters = [] }: { agency: string; keys: readonly PrivateKey[]; sealed: SealedEnvelope; addressedRosters?: readonly TrustedRoster[] }): Promise<Opened> {
  const { context } = sealed.header;
  return openMessage({
    envelope: sealed, keys, senderRoster, addressedRosters, receipt: null, verifyProof: () => 'wrong', isSeen: () => false, now: new Date(),
    expected: { agency, partnership: context.partnership, type: context.type, from: context.from.agency, check: context.check, request: context.request, inReplyTo: context.inReplyTo },
  });
}

/** Asks an agency by a machine client; the id of the sealed question. */
export async function ask(asker: DoorClient, agency: string): Promise<string> {
  const body = await asker.checkTo([agency]);
  const { status } = await asker.post('/v1/checks', body);
  if (status !== 201) throw new Error(`a check was answered ${status}`);
  return body.requests[0]!.envelope.header.context.message;
}

/** A person who has become a member with all that belongs to it, at their own device. */
export async function joined(world: PeopleWorld, custodians: readonly [Custodian, Custodian], { agency, subject, member, roles }: { agency: string; subject: string; member: string; roles: readonly string[] }): Promise<PersonalClient> {
  const newcomer = new PersonalClient(await world.signIn(agency, subject), agency);
  const { code } = await custodians[0].invite(member, roles);
  await newcomer.send('POST', '/v1/invitations/redemption', { code });
  await newcomer.enrolPasskey();
  const { words } = await newcomer.makeKeys(member);
  await changeRoster(custodians, { join: [await custodians[0].compared(member, words)] });
  const person = new PersonalClient(await world.signIn(agency, subject), agency);
  person.adopt(newcomer);
  return person;
}

/** Collects by a machine client, which needs no gesture. */
export async function collect(client: Custodian['client'], envelope: string): Promise<SealedEnvelope> {
  const { status, body } = await client.post(`/v1/envelopes/${envelope}/hand-over`, {});
  if (status !== 201) throw new Error(`hand-over was answered ${status}`);
  return (body as HandOverReply).envelope;
}
