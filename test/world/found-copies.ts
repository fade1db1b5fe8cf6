import * as openpgp from 'openpgp';
import type { CustodyCopy, RecoveryKit, RosterProposalBody, TeamKeyCopy } from '@lateral/contracts';
import { openRecoveryKit, readPrivateKey, type PrivateKey } from '@lateral/envelope/keys';
import type { FreshDatabase } from '@lateral/testing/hub';
import { dumpOf, lockedParts, possibleKeys, readAllWays, takenOff } from './stolen-copy.js';

/** A key of an agency that somebody has got at, and where it lay. */
export interface FoundKey { place: string; key: PrivateKey }
/** What an attacker brings along: personal keys of an agency's people, and two papers of each of its recovery kits. */
export interface Brought { personal: readonly PrivateKey[]; papers: readonly (readonly string[])[] }

/** Every key of the agency's that can be made of a hub's database, or a backup of it, the key store as it is now, and what somebody brings along. */
export async function foundKeys(hub: FreshDatabase, keyStore: FreshDatabase, agency: string, brought: Brought): Promise<FoundKey[]> {
  const keys = possibleKeys(readAllWays([...await dumpOf(hub, 'hub'), ...await dumpOf(keyStore, 'key store')]));
  const copies = await hub.sql<{ object: string | null; member: string; epoch: string; bytes: Buffer }>('select object, member, epoch, wrapped as bytes from team_key_copy where agency = $1', [agency]);
  const custody = await hub.sql<{ object: string | null; member: string; bytes: Buffer }>('select object, member, wrapped as bytes from custody_copy where agency = $1', [agency]);
  const proposals = await hub.sql<{ object: string | null; body: string }>('select object, body from roster_proposal where agency = $1', [agency]);
  const kits = await hub.sql<{ object: string | null; document: string }>('select object, document from recovery_kit where agency = $1', [agency]);
  const waiting = proposals.flatMap(({ object, body }) => {
    const bytes = takenOff({ object, part: 'roster-proposal', bytes: Buffer.from(body, 'base64url') }, keys);
    const { copies: team, custody: whole } = bytes === null ? { copies: [], custody: [] } : (JSON.parse(bytes.toString()) as RosterProposalBody);
    return [...team, ...whole].map(({ wrapped }: TeamKeyCopy | CustodyCopy) => ({ place: 'roster_proposal', bytes: Buffer.from(wrapped, 'base64url') }));
  });
  const wrapped = [
    ...copies.map((row) => ({ place: 'team_key_copy', bytes: takenOff({ ...row, part: `team-copy ${row.member} ${row.epoch}` }, keys) })),
    ...custody.map((row) => ({ place: 'custody_copy', bytes: takenOff({ ...row, part: `custody-copy ${row.member}` }, keys) })), ...waiting,
  ];
  const opened = await Promise.all(wrapped.map(async ({ place, bytes }) => (bytes === null ? [] : (await secretsIn(bytes, brought.personal)).map((key) => ({ place, key })))));
  return [...opened.flat(), ...(await Promise.all(kits.map((kit) => ofKit(kit, keys, brought)))).flat()];
}

async function ofKit({ object, document }: { object: string | null; document: string }, keys: readonly Buffer[], { papers }: Brought): Promise<FoundKey[]> {
  const kit = JSON.parse(document) as RecoveryKit;
  const sealed = takenOff({ object, part: 'recovery-kit', bytes: Buffer.from(kit.sealed, 'base64url') }, keys)?.toString('base64url');
  if (sealed === undefined) return [];
  const tried = await Promise.all(papers.map(([one, two]) => openRecoveryKit({ ...kit, sealed }, [one!, two!])));
  return tried.flatMap((each) => (each.ok ? [{ place: 'recovery_kit', key: each.agencyKey }] : []));
}

/** Without a question whose signature it bears: a thief takes what opens. */
async function secretsIn(wrapped: Buffer, personal: readonly PrivateKey[]): Promise<PrivateKey[]> {
  try {
    const { data } = await openpgp.decrypt({ message: await openpgp.readMessage({ binaryMessage: Uint8Array.from(wrapped) }), decryptionKeys: [...personal], format: 'binary' });
    return [await readPrivateKey(Buffer.from((JSON.parse(new TextDecoder().decode(data as Uint8Array)) as { secret: string }).secret, 'base64url'))];
  } catch {
    return [];
  }
}

/** Whether the content of a stored message opens with one of these keys, once the lock of the key store is off. */
export async function opensMessage(hub: FreshDatabase, keyStore: FreshDatabase, message: string, by: readonly PrivateKey[]): Promise<boolean> {
  const keys = possibleKeys(await dumpOf(keyStore, 'key store'));
  const part = (await lockedParts(hub)).find(({ object, part: name }) => object === message && name === 'content');
  const bytes = part === undefined ? null : takenOff(part, keys);
  if (bytes === null) throw new Error('the message itself was erased');
  if (by.length === 0) return false;
  return openpgp.decrypt({ message: await openpgp.readMessage({ binaryMessage: Uint8Array.from(bytes) }), decryptionKeys: [...by], format: 'binary' }).then(() => true, () => false);
}
