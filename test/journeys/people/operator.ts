import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromBase64Url, type PartnershipAgency, type PartnershipFile, type PartnershipRegistration, type RequestView, type SealedEnvelope, type SignedDocument } from '@lateral/contracts';
import { ROLES_THAT_READ } from '@lateral/domain/access';
import { fingerprintOf, following, memberCopy, membersAt, publicKeyText, readPrivateKey, signAgencyStatements, signPartnership, wrapCustodyForAll, wrapTeamCopies, type PrivateKey, type TrustedRoster } from '@lateral/envelope/keys';
import { register, type DoorClient, type HubDoor } from '../../world/hub-door.js';
import type { Asking } from './support.js';

const DAY_MS = 86_400_000;

/** What comes with the next partnership file, and which agencies stand in it. */
export interface Bringing extends Partial<Omit<PartnershipRegistration, 'partnership' | 'statements'>> {
  agencies?: readonly PartnershipAgency[];
  nextRoot?: string | null;
  /** The root that signs, where it is another than before. */
  rootKey?: PrivateKey;
}

/** Whoever holds the offline root signs the next partnership file, and the hub's operator brings it. */
export class Operator {
  private constructor(private readonly door: HubDoor, public rootKey: PrivateKey) {}

  static async of(door: HubDoor): Promise<Operator> {
    const { key } = JSON.parse(await readFile(join(door.made.folder, 'root', 'root.json'), 'utf8')) as { key: string };
    return new Operator(door, await readPrivateKey(fromBase64Url(key)));
  }

  get file(): PartnershipFile {
    return this.door.made.registration.partnership.document;
  }

  entryOf(agency: string): PartnershipAgency {
    const found = this.file.agencies.find(({ id }) => id === agency);
    if (found === undefined) throw new Error(`${agency} is not in the file`);
    return found;
  }

  /** Every agency as it stands, one of them otherwise. */
  withEntry(entry: PartnershipAgency): PartnershipAgency[] {
    return this.file.agencies.map((known) => (known.id === entry.id ? entry : known));
  }

  /** The next file, signed and registered, and a hub that serves it. Clients of this world know it from now on. */
  async bring({ agencies = this.file.agencies, nextRoot = null, rootKey = this.rootKey, ...rest }: Bringing): Promise<SignedDocument<PartnershipFile>> {
    const at = new Date();
    const root = fingerprintOf(rootKey);
    const document: PartnershipFile = {
      ...this.file, ...following(this.file), issued: at.toISOString(), expires: new Date(at.getTime() + 365 * DAY_MS).toISOString(),
      root, rootKey: publicKeyText(rootKey), nextRoot, agencies: [...agencies],
    };
    const partnership = await signPartnership(document, rootKey);
    const statements = await signAgencyStatements(document, rootKey);
    await register({ url: this.door.database.url, keyStore: this.door.keyStore.url }, { rosters: [], copies: [], custody: [], people: [], mailboxes: [], ...rest, partnership, statements }, root);
    this.rootKey = rootKey;
    const { registration } = this.door.made;
    registration.partnership = partnership;
    registration.rosters = [...registration.rosters.filter(({ document: { agency } }) => rest.rosters?.some((roster) => roster.document.agency === agency) !== true), ...(rest.rosters ?? [])];
    await this.door.restart({ ROOT_FINGERPRINT: root });
    return partnership;
  }
}

/** A member's machine as whoever asks the hub. */
export function machineOf(client: DoorClient): Asking {
  return {
    get: async <T>(path: string): Promise<T> => {
      const { status, body } = await client.get(path);
      if (status !== 200) throw new Error(`GET ${path} was answered ${status}`);
      return body as T;
    },
  };
}

/** Answers what was asked, with the sample answer. */
export async function answered(responder: DoorClient, { header: { context, content } }: SealedEnvelope): Promise<SealedEnvelope> {
  const request = context.request!;
  const { version } = await machineOf(responder).get<RequestView>(`/v1/requests/${request}`);
  const envelope = await responder.sealResponse(context.from.agency, { check: context.check, request, inReplyTo: content.digest });
  const { status } = await responder.post(`/v1/requests/${request}/responses`, { version, envelope });
  if (status !== 201) throw new Error(`an answer was answered ${status}`);
  return envelope;
}

/** Team and custodians' copies of an agency's key for everyone whom its roster names for one. */
export async function copiesUnder(roster: TrustedRoster, { agencyKey, custodianKey, at }: { agencyKey: PrivateKey; custodianKey: PrivateKey; at: Date }): Promise<Pick<PartnershipRegistration, 'copies' | 'custody'>> {
  const copy = await memberCopy(agencyKey);
  const readers = membersAt(roster, at).filter(({ roles }) => roles.some((role) => ROLES_THAT_READ.includes(role)));
  const { agency } = roster.document;
  return {
    copies: await wrapTeamCopies({ agency, copy, readers, custodianKey, at }),
    custody: await wrapCustodyForAll(roster, { agencyKey, custodianKey, at }),
  };
}
