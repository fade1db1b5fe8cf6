import type { CustodyCopy, InvitationReply, JoinerView, PartnershipFile, RosterProposalView, SignedDocument } from '@lateral/contracts';
import { cosignRoster, nextRoster, readJoiner, unwrapCustody, verifyPartnership, verifyRosterChain, type TrustedAgency, type TrustedRoster } from '@lateral/envelope/keys';
import { ROUTES } from '@lateral/contracts';
import { everyRoster } from '../party/every-roster.js';
import { pathOf, type HubSession } from '../party/hub-session.js';

/** What a custodian's client has checked of its own agency. */
interface Own { agency: TrustedAgency; roster: TrustedRoster }

/** Somebody who was signed in, and the words of their key. */
export interface Welcomed { member: string; words: { en: readonly string[]; cy: readonly string[] } }

/**
 * Both custodians of one agency of the demonstration. In life each is a person with a device of their own who compares the words with the
 * newcomer; here the player stands for both, says the words, and takes it that whoever reads them has compared them.
 */
export class DemoCustodians {
  constructor(private readonly first: HubSession, private readonly second: HubSession, private readonly now: () => Date) {}

  /** The code by which somebody becomes this member. */
  async invite(member: string): Promise<string> {
    const { code } = await this.first.post<InvitationReply>(ROUTES.invitations, { id: this.first.newId(), member, roles: ['practitioner', 'senior_practitioner', 'responder'] });
    return code;
  }

  /** Signs in whoever has brought a key since. */
  async welcome(): Promise<Welcomed[]> {
    const joiners = (await this.first.get<JoinerView[]>(ROUTES.joiners)).filter(({ key }) => key !== null);
    const welcomed: Welcomed[] = [];
    for (const joiner of joiners) welcomed.push(await this.signIn(joiner));
    return welcomed;
  }

  private async signIn({ member, roles, key }: JoinerView): Promise<Welcomed> {
    const own = await this.own();
    const joiner = key === null ? null : await readJoiner({ agency: own.agency.id, member, key });
    if (joiner === null) throw new Error('a newcomer brought what is no key');
    const opened = await unwrapCustody(await this.first.get<CustodyCopy>(ROUTES.custodyCopy), { ...own, memberKey: this.first.client.personal, at: this.now() });
    if (!opened.ok) throw new Error(`the custodian's copy does not open: ${opened.code}`);
    const { proposal } = await nextRoster(own.roster, { join: [{ member, roles, key: joiner.key, signIn: null }] }, { agencyKey: opened.agencyKey, custodianKey: this.first.client.personal, at: this.now() });
    await this.first.post(ROUTES.rosterProposals, proposal);
    await this.cosign(own);
    return { member, words: joiner.words };
  }

  private async cosign({ agency, roster }: Own): Promise<void> {
    const waiting = await this.second.get<RosterProposalView>(ROUTES.rosterProposals);
    const signed = await cosignRoster(waiting, { agency, before: roster, custodianKey: this.second.client.personal, at: this.now() });
    if (!signed.ok) throw new Error(`the proposal cannot be signed: ${signed.code}`);
    await this.second.post(pathOf(ROUTES.rosterCosignature, { version: String(waiting.version) }), { signature: signed.signature });
  }

  private async own(): Promise<Own> {
    const { agency: id, rootFingerprint } = this.first.client;
    const file = await verifyPartnership(await this.first.get<SignedDocument<PartnershipFile>>(ROUTES.partnership), { rootFingerprint, now: this.now() });
    const agency = file.ok ? file.partnership.agencies.get(id) : undefined;
    if (agency === undefined) throw new Error('the partnership file cannot be obeyed');
    const chain = await verifyRosterChain(await everyRoster(this.first, id), agency);
    if (!chain.ok) throw new Error(`the rosters of ${id} cannot be obeyed: ${chain.code}`);
    return { agency, roster: chain.newest };
  }
}
