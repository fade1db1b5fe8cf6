import { toBase64Url, type MemberRole, type PartnershipFile, type PartnershipRegistration } from '@lateral/contracts';
import { following, fingerprintOf, makeRootKey, publicKeyText, signAgencyStatements, signPartnership, type PrivateKey } from '@lateral/envelope/keys';
import { SystemRandom, type Randomness } from '@lateral/platform';
import { parseVerifierKey } from '@lateral/tlog';
import { readRegistration, writeClient, writeRegistration, writeRoot, writeWitness } from './client-files.js';
import { makeAgency, type AgencyPlan, type MadeAgency } from './make-agency.js';

const DAY_MS = 86_400_000;
const PARTNERSHIP_DAYS = 365;

/** How long an epoch subkey lives. A demo is started again after weeks, with nobody there to make its next epoch. */
export const EPOCH_DAYS = { production: 35, test: 35, demo: 365 } as const;

export interface PartnershipPlan {
  agencies: readonly AgencyPlan[];
  /** When the partnership was made: real time, or the time of a case that is played. */
  at: Date;
  mode: PartnershipFile['mode'];
  /** C2SP verifier key of the ledger (`writeServiceCertificates`, `ledgerKey`). */
  logVerifierKey: string;
  /** The same of the log of key facts (`keyLogKey`). */
  keyLogVerifierKey: string;
  /** Where everything is written; never inside what is tracked. */
  folder: string;
  /** For pseudonyms, sign-in and witness keys. OpenPGP keys always draw from the operating system. */
  random?: Randomness;
  partnership?: string;
  /** Whose accounts at which provider the first people are; nobody signs in at a provider where it is left out. */
  provider?: DemoProvider;
}

/** The provider that lets demo people in: each agency has a tenant of its own, and each person an account there that is not their pseudonym. */
export interface DemoProvider {
  issuerOf: (agency: string) => string;
  /** How an account is called at the provider; drawn where it is left out or null. */
  subjectOf?: (roles: readonly MemberRole[]) => string | null;
}

export interface Provisioned {
  folder: string;
  registration: PartnershipRegistration;
  rootFingerprint: string;
  members: { agency: string; member: string; roles: MemberRole[] }[];
}

/**
 * Makes a whole partnership on the client side and writes it: `clients/<agency>/`, `root/` and, last, `registration.json`,
 * which is all that the hub gets. Throws where the folder already holds one: its keys may be the only ones that open something.
 */
export async function provisionPartnership(plan: PartnershipPlan): Promise<Provisioned> {
  const { agencies, at, mode, folder, logVerifierKey, keyLogVerifierKey, random = new SystemRandom(), partnership = 'lateral-demo' } = plan;
  if ([logVerifierKey, keyLogVerifierKey].some((key) => parseVerifierKey(key) === null)) throw new RangeError('not a C2SP verifier key');
  if ((await readRegistration(folder)) !== null) throw new Error('this folder already holds a partnership');
  const rootKey = await makeRootKey({ name: mode === 'production' ? 'Lateral partnership root' : `Lateral ${mode} partnership root`, at });
  const made = await Promise.all(agencies.map((agency) => makeAgency(agency, { rootKey, at, epochDays: EPOCH_DAYS[mode], random })));
  const document: PartnershipFile = {
    v: 1, type: 'partnership', partnership, ...following(null),
    ...lifeFrom(at),
    root: fingerprintOf(rootKey), nextRoot: null, rootKey: publicKeyText(rootKey), agencies: made.map(({ entry }) => entry), log: logVerifierKey, keyLog: keyLogVerifierKey, mode,
  };
  const registration: PartnershipRegistration = {
    partnership: await signPartnership(document, rootKey),
    statements: await signAgencyStatements(document, rootKey),
    rosters: made.map(({ roster }) => roster),
    copies: made.flatMap(({ copies }) => copies),
    custody: made.flatMap(({ custody }) => custody),
    people: plan.provider === undefined ? [] : peopleOf(made, plan.provider, random),
    mailboxes: agencies.map(({ id, mailbox, language }) => ({ agency: id, mailbox, language })),
  };
  await writeSecrets(folder, document, rootKey, made);
  await writeRegistration(folder, registration);
  const members = made.flatMap(({ entry, members: of }) => of.map(({ member, roles }) => ({ agency: entry.id, member, roles })));
  return { folder, registration, rootFingerprint: document.root, members };
}

/** A partnership file is issued at `at` and stands for a year. */
export function lifeFrom(at: Date): { issued: string; expires: string } {
  return { issued: at.toISOString(), expires: new Date(at.getTime() + PARTNERSHIP_DAYS * DAY_MS).toISOString() };
}

function peopleOf(made: readonly MadeAgency[], { issuerOf, subjectOf = () => null }: DemoProvider, random: Randomness): PartnershipRegistration['people'] {
  return made.flatMap(({ entry: { id }, members }) => members.map(({ member, roles }) => ({ agency: id, member, issuer: issuerOf(id), subject: subjectOf(roles) ?? `demo-${Buffer.from(random.bytes(8)).toString('hex')}` })));
}

async function writeSecrets(folder: string, { mode, partnership, root }: PartnershipFile, rootKey: PrivateKey, made: readonly MadeAgency[]): Promise<void> {
  await writeRoot(folder, { v: 1, type: 'root-key', mode, partnership, fingerprint: root, key: secretText(rootKey) });
  for (const { entry, primary, members, witnessSeed } of made) {
    await writeWitness(folder, entry.id, witnessSeed);
    for (const { member, roles, personal, signIn } of members) {
      await writeClient(folder, {
        v: 1, type: 'client-keys', mode, partnership, rootFingerprint: root, agency: entry.id, member, roles, signIn,
        personal: secretText(personal), primary: roles.includes('custodian') ? secretText(primary) : null,
      });
    }
  }
}

/** A private key as it stands in a client's file. */
export function secretText(key: PrivateKey): string {
  return toBase64Url(key.write());
}
