import { digestOf, newlyDeleted, type RosterProposalBody } from '@lateral/contracts';
import { epochFacts, fingerprintWords, holdsSecretOf, makeRecoveryKit, newestTeamKey, nextRoster, openRecoveryKit, type EpochFacts, type PrivateKey, type RandomBytes, type TrustedAgency, type TrustedRoster } from '@lateral/envelope/keys';
import type { Unlocked } from './personal-key.js';
import type { DeletedEpoch, Given, Told } from './protocol.js';

interface Own { agency: TrustedAgency; roster: TrustedRoster }

/** The epochs of the own team's key by the roster in force, newest first. */
export async function tellEpochs(own: Own, at: Date): Promise<Told<'own-epochs'>> {
  return { ok: true, epochs: (await factsOf(own, at)).map(({ epoch, made, until, standing }) => ({ epoch, from: made.toISOString(), until: until?.toISOString() ?? null, standing })) };
}

function factsOf({ agency, roster }: Own, at: Date): Promise<EpochFacts[]> {
  return epochFacts(newestTeamKey(agency, roster), { at, ...(roster.document.deletedEpochs === undefined ? {} : { deleted: roster.document.deletedEpochs }) });
}

/**
 * The next roster without these epochs, as its first custodian proposes it, and a recovery kit of the key that is left. What stands on the
 * papers leaves the worker to be printed; with one of them alone nobody opens anything.
 */
export async function makeDeletion({ epochs }: Given<'delete-epochs'>, { agency, roster }: Own, { agencyKey: whole, unlocked, random, at }: { agencyKey: PrivateKey; unlocked: Unlocked; random: RandomBytes; at: Date }): Promise<Told<'delete-epochs'>> {
  const made = await nextRoster(roster, { deleteEpochs: epochs }, { agencyKey: whole, custodianKey: unlocked.key, at }).catch(() => null);
  // What is thrown says which rule of readers it would break: an epoch in use, the newest, or none of this key's.
  if (made === null) return { ok: false, code: 'not-a-roster' };
  const { proposal, agencyKey } = made;
  const { kit, shares: papers } = await makeRecoveryKit({ agency: agency.id, agencyKey, at, random });
  return { ok: true, proposal, digest: digestOf('roster', proposal.roster.document), kit, papers };
}

/** The epochs that a proposal deletes, by the key that is verified here, with words that two custodians can compare. */
export async function deletedIn({ roster: { document } }: RosterProposalBody, own: Own, at: Date): Promise<DeletedEpoch[]> {
  const deleted = newlyDeleted(document, own.roster.document);
  const facts = (await factsOf(own, at)).filter(({ epoch }) => deleted.includes(epoch));
  const agency = own.agency.id;
  return Promise.all(facts.map(async ({ epoch, made, until }) => ({ epoch, from: made.toISOString(), until: until?.toISOString() ?? null, words: await fingerprintWords({ agency, member: null, fingerprint: epoch }) })));
}

/** Opens a kit with two papers, looks whether these epochs are in it, and lets go of it. */
export async function tryPapers({ kit, papers, epochs }: Given<'try-papers'>, { agency }: Own): Promise<Told<'try-papers'>> {
  if (kit.agency !== agency.id || kit.primary !== agency.primary) return { ok: false, code: 'another-kit' };
  const opened = await openRecoveryKit(kit, papers);
  return opened.ok ? { ok: true, made: kit.made, holds: holdsSecretOf(opened.agencyKey, epochs) } : opened;
}
