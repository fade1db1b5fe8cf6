import type { CustodyCopy, JoinerView, KeyFact, LockedKey, MemberRole, RecoveryKit, Roster, RosterProposalBody, SignedDocument, TeamKeyCopy } from '@lateral/contracts';
import type { Act, AuditRow, WriteResult } from './writes.js';

/** Personal keys as their owners' clients locked them. The hub keeps them and can unlock none. */
export interface LockedKeyStore {
  find(agency: string, member: string): Promise<LockedKey | null>;
  /** False where it is not the version that follows the one that is there. */
  keep(key: LockedKey, at: Date, record: AuditRow): Promise<boolean>;
}

/** What custodians keep here of their agency's key. */
export interface CustodyStore {
  copyOf(agency: string, member: string): Promise<CustodyCopy | null>;
  kit(agency: string): Promise<{ kit: RecoveryKit; digest: string } | null>;
  /** False for a kit that was made before the agency deleted an epoch: it holds that epoch still. */
  keepKit(kit: RecoveryKit, digest: string, at: Date, record: AuditRow): Promise<boolean>;
  recordKitFetched(record: AuditRow): Promise<void>;
}

/** Somebody invited to become a member. Of the code there is only the hash. */
export interface Invitation {
  id: string;
  agency: string;
  member: string;
  roles: readonly MemberRole[];
  codeHash: Uint8Array;
  issuedBy: string;
  expiresAt: Date;
}
/** Who a provider said a newcomer was. */
export interface Newcomer { agency: string; issuer: string; subject: string; session: string }

/** A member loses every way in; `again` is the invitation that lets their provider bring them back. */
export interface StartAgainWrite extends Omit<Act, 'outbox' | 'replyAlso'> {
  again: Omit<Invitation, 'expiresAt'>;
}

export interface InviteWrite extends Omit<Act, 'outbox' | 'replyAlso'> {
  invitation: Invitation;
}

export interface InvitationStore {
  /** `changed` or `id-taken` where the id or the pseudonym is taken. What is kept under the key says nothing of the code. */
  invite(write: InviteWrite): Promise<WriteResult<null>>;
  /** Puts it in the place of the one that waits for its member, whose code is void from then on. False where none waits, or it has been spent. */
  inviteAnew(invitation: Invitation, record: AuditRow): Promise<boolean>;
  byCode(agency: string, codeHash: Uint8Array, at: Date): Promise<{ id: string; member: string } | null>;
  /** Spends it: the newcomer's sign-in, and the session they are in, are that member's from now on. False where it was spent, or they are somebody already. */
  redeem(id: string, newcomer: Newcomer, at: Date, record: AuditRow): Promise<boolean>;
  /** The public key that somebody who joins, or joins again, brought. False where no invitation of theirs waits. */
  bringKey(joiner: { agency: string; member: string; key: string; fingerprint: string }): Promise<boolean>;
  /** Those that no roster has taken in yet, oldest first. */
  waiting(agency: string, at: Date): Promise<JoinerView[]>;
  /**
   * Ends a member's sessions and passkeys and withholds their locked key; wrapped copies stay, which only that key opens. They may join
   * again, by signing in at their provider, as the same member. `changed` for nobody of the agency whom a provider knows; `id-taken` where
   * another custodian did it at that very moment.
   */
  startAgain(write: StartAgainWrite): Promise<WriteResult<null>>;
}

/** The next roster while it waits for its second custodian. */
export interface RosterProposal { version: number; digest: string; body: RosterProposalBody; proposedBy: string; proposedAt: Date }

export interface PublishRosterWrite {
  roster: SignedDocument<Roster>;
  digest: string;
  copies: readonly TeamKeyCopy[];
  custody: readonly CustodyCopy[];
  /** Members who belong no longer: whatever let them in goes with the same act. */
  leavers: readonly string[];
  /** Members who belong, custodians among them. What is kept for anybody else is deleted. */
  members: readonly string[];
  custodians: readonly string[];
  fact: KeyFact;
  /** The agency's key as the roster before has it. */
  team: TeamStanding;
  /** Epochs that are deleted with it. Where there are any, every copy of that key which was kept before is given up, and so are its recovery kits that are older than the roster. */
  deletes: readonly string[];
  at: Date;
  records: readonly AuditRow[];
}

/** An agency's key: fingerprints of its primary and of all its epochs, and since when there is each. */
export interface TeamStanding { primary: string; epochs: readonly { epoch: string; made: Date }[] }

export interface RosterStore {
  /** Every version from `from` on, oldest first. */
  versions(agency: string, from: number, limit: number): Promise<SignedDocument<Roster>[]>;
  proposal(agency: string): Promise<RosterProposal | null>;
  /** False where a roster of this version, or a later one, has been published meanwhile: what it brings may be what that one gave up. */
  propose(agency: string, proposal: RosterProposal, record: AuditRow): Promise<boolean>;
  /** All of it or none. False where another roster of this version, or a later one, has been published meanwhile. */
  publish(write: PublishRosterWrite): Promise<boolean>;
  /** Which of these epochs of an agency are needed: by a message that may still be opened for the first time, or whose check has not ended, or by a draft that waits for the team. */
  stillNeeded(agency: string, epochs: TeamStanding['epochs'], at: Date): Promise<string[]>;
  /** Whether the agency keeps recovery kits of this key, and none that was made at `since` or after. */
  hasOnlyOlderKits(agency: string, primary: string, since: Date): Promise<boolean>;
}

/** What copies of keys lie locked under, and files that were never sent, where they have been given up: whose keys are still to be destroyed. */
export interface GivenUpCopies {
  list(limit: number): Promise<string[]>;
  /** They are destroyed; nothing has to be done about them any more. */
  settle(objects: readonly string[]): Promise<void>;
}

/** What is to be said of a roster that might follow the one in force. */
export type RosterJudgement =
  /** `signers`: custodians of the roster before who signed it. `whole`: two did, and every client will take it. */
  | { ok: true; signers: readonly string[]; whole: boolean; before: Roster; team: TeamStanding }
  | { ok: false; code: string };
export interface RosterJudge {
  judge(signed: SignedDocument<Roster>): Promise<RosterJudgement>;
}
