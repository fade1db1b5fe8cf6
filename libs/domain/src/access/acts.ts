import type { Role } from './roles.js';
import type { StepUpAction } from './step-up.js';

/** Who may: some roles, everybody who belongs to an agency, whoever asks, or nobody. */
export type Those = readonly Role[] | 'every-member' | 'anybody' | 'nobody';

/** Whose second pair of eyes an act needs: a colleague's, or that of somebody in another agency. */
type SecondPerson = 'colleague' | 'another-agency';

/** What one act asks of whoever would do it. */
export interface ActRule {
  /** What it is, in a sentence for docs/roles.md. */
  means: string;
  /** Of the agency whose matter it is: one that is party to the check, say. */
  own: Those;
  /** Of another agency of the partnership. `nobody` is told that there is no such thing. */
  other: Those;
  /** Sessions that may carry it, beside a person's and a machine's. */
  also: readonly ('one-time-code' | 'newcomer')[];
  /** A session by a one-time code must first prove the member's own signing key: whoever made the code knows it, too. */
  keyProof: boolean;
  stepUp: StepUpAction | null;
  /** Takes a second person: see `isSecondPerson`. */
  twoPersons: SecondPerson | null;
}

type Row = Pick<ActRule, 'means' | 'own'> & Partial<ActRule>;
const row = (rule: Row): ActRule => ({ other: 'nobody', also: [], keyProof: false, stepUp: null, twoPersons: null, ...rule });
/** What is no agency's own: the same for all. */
const alike = (rule: Row): ActRule => row({ ...rule, other: rule.own });

/** Those who ask; those of them who are qualified to rate and to decide; those who answer; those who sit on either side of a check. */
const ASKERS = ['practitioner', 'senior_practitioner', 'team_manager'] as const;
const DECIDERS = ['senior_practitioner', 'team_manager'] as const;
const ANSWERERS = ['responder', 'approver', 'team_manager'] as const;
const CASEWORKERS = ['practitioner', 'senior_practitioner', 'responder', 'approver', 'team_manager'] as const;
/** Those who look at how it was done and never at what was said. */
const OVERSEERS = ['data_protection_officer', 'caldicott_guardian'] as const;
const CUSTODIANS = ['custodian'] as const;

const OPEN_TO_ALL = {
  'read-what-is-open': alike({ means: 'Read what strangers may: health, this API, the catalogue of law, the partnership file, checkpoints.', own: 'anybody' }),
  'sign-in': alike({ means: 'Begin a session, or hear from a provider that one is over.', own: 'anybody' }),
};

const ASKING = {
  'open-check': row({ means: 'Ask agencies in a new check.', own: ASKERS, stepUp: 'send-share' }),
  'ask-further': row({ means: 'Ask further agencies in an open check.', own: ASKERS, stepUp: 'send-share' }),
  'correct-request': row({ means: 'Put a corrected question in the place of one.', own: ASKERS, stepUp: 'send-share' }),
  'move-due-time': row({ means: 'Move the due time of a request.', own: ASKERS }),
  'withdraw': row({ means: 'Take a request or a whole check back.', own: ASKERS }),
  'tell-outcome': row({ means: 'Tell an asked agency what came of it.', own: ASKERS, stepUp: 'send-share' }),
  'remind': row({ means: 'Remind an asked agency of a request.', own: ASKERS }),
  'escalate': row({ means: 'Put an overdue request to the managers of its agency.', own: ['team_manager'] }),
  'rate-check': row({ means: 'Rate a check anew.', own: DECIDERS }),
  'record-decision': row({ means: 'Record what was decided.', own: DECIDERS }),
  'close-check': row({ means: 'Close a decided check.', own: DECIDERS }),
};

const CASEWORK = {
  'answer-request': row({ means: 'Answer a request, say that more time is needed, correct an answer.', own: ANSWERERS, also: ['one-time-code'], keyProof: true, stepUp: 'send-share' }),
  'read-check': row({ means: 'See checks and requests with their states and times; no content.', own: [...CASEWORKERS, ...OVERSEERS], also: ['one-time-code'] }),
  'hear-notices': row({ means: 'Hear that something waits.', own: CASEWORKERS, also: ['one-time-code'] }),
  'collect-envelope': row({ means: 'Collect a sealed message or its attachment.', own: CASEWORKERS, also: ['one-time-code'], keyProof: true, stepUp: 'open-content' }),
  'record-opening': row({ means: 'Say that a collected message was shown, or refused.', own: CASEWORKERS, also: ['one-time-code'], keyProof: true }),
  'record-export': row({ means: 'Say that opened content is printed, copied or saved.', own: CASEWORKERS, also: ['one-time-code'], keyProof: true }),
  'store-attachment': row({ means: 'Upload the ciphertext of an attachment.', own: CASEWORKERS, also: ['one-time-code'], keyProof: true }),
  'take-work': row({ means: 'Take a check or a request, or put back what one has.', own: CASEWORKERS, also: ['one-time-code'], keyProof: true }),
  'give-work': row({ means: 'Give a check or a request to any caseworker of the team.', own: ['team_manager'] }),
  'keep-draft': row({ means: 'Keep, read and delete drafts that only their reader can open.', own: [...CASEWORKERS, ...CUSTODIANS], also: ['one-time-code'], keyProof: true }),
  'release-answer': row({ means: 'See an answer that was put to the approvers, send it back, or delete it once it is sent.', own: ['approver', 'team_manager'], also: ['one-time-code'], keyProof: true }),
  'keep-record': row({ means: 'Record why something was not asked or not shared.', own: CASEWORKERS }),
  'recuse': row({ means: 'Say "I know someone in this" and be out of the check.', own: [...CASEWORKERS, ...OVERSEERS, 'independent_scrutineer'], also: ['one-time-code'], keyProof: true }),
};

const EVIDENCE = {
  'read-evidence': row({ means: "Take away the own agency's evidence of a check, without content.", own: [...CASEWORKERS, ...OVERSEERS, 'independent_scrutineer'], stepUp: 'export' }),
  'take-sealed-evidence': row({ means: "Take away the own agency's evidence of a check with the sealed content.", own: CASEWORKERS, stepUp: 'export' }),
  'read-receipts': row({ means: "Read the receipts of the own agency's part in a check.", own: [...CASEWORKERS, ...OVERSEERS, 'independent_scrutineer'] }),
  'list-overrides': row({ means: "See the own agency's emergency overrides.", own: [...CASEWORKERS, ...OVERSEERS] }),
  'review-override': row({ means: 'Review an emergency override that somebody else used.', own: ['senior_practitioner', 'approver', 'team_manager'], twoPersons: 'colleague' }),
  'read-log': alike({ means: 'Read proofs and facts of the logs.', own: 'every-member', also: ['one-time-code'] }),
  'cosign-log': alike({ means: 'Sign a head of the log as a witness.', own: 'every-member' }),
};

const LAW = {
  'read-rules': alike({ means: 'Read question packs and the deadline policy.', own: 'every-member', also: ['one-time-code'] }),
  'read-agreements': row({ means: 'Read agreements that the own agency is party to.', own: 'every-member', also: ['one-time-code'] }),
  'propose-agreement': row({ means: 'Put a version of an agreement forward.', own: ['signatory'], twoPersons: 'another-agency' }),
  'approve-agreement': row({ means: 'Approve a version of an agreement that another agency put forward.', own: ['signatory'], twoPersons: 'another-agency' }),
};

const OWN_PERSON = {
  'see-own-session': row({ means: 'See who one is here, and one\'s own sessions.', own: 'every-member', also: ['one-time-code', 'newcomer'] }),
  'end-own-session': row({ means: 'Sign out, or end another session of one\'s own.', own: 'every-member', also: ['one-time-code', 'newcomer'] }),
  'prove-own-key': row({ means: 'Prove one\'s own signing key, having come in with a one-time code.', own: 'every-member', also: ['one-time-code'] }),
  'step-up': row({ means: 'Show again that it is oneself.', own: 'every-member', also: ['newcomer'] }),
  'see-own-passkeys': row({ means: 'See one\'s own passkeys.', own: 'every-member', also: ['newcomer'] }),
  'enrol-passkey': row({ means: 'Enrol a passkey of one\'s own.', own: 'every-member', also: ['newcomer'], stepUp: 'change-own-keys' }),
  'disable-passkey': row({ means: 'Disable a passkey of one\'s own.', own: 'every-member', also: ['newcomer'], stepUp: 'change-own-keys' }),
  'read-own-keys': row({ means: 'Fetch one\'s own locked key and copies of keys that only oneself can open.', own: 'every-member', also: ['one-time-code', 'newcomer'] }),
  'lock-own-key': row({ means: 'Store one\'s own personal key, locked.', own: 'every-member', also: ['newcomer'], stepUp: 'change-own-keys' }),
};

const PEOPLE = {
  'read-roster': alike({ means: 'Read the roster of any agency.', own: 'every-member', also: ['one-time-code'] }),
  'invite-member': row({ means: 'Invite somebody to become a member.', own: ['custodian', 'agency_administrator'], stepUp: 'change-roster' }),
  'see-joiners': row({ means: 'See who was invited, with the key they brought.', own: ['custodian', 'agency_administrator'] }),
  'redeem-invitation': row({ means: 'Spend an invitation.', own: 'nobody', also: ['newcomer'] }),
  'bring-key': row({ means: 'Bring a public key, to be compared and signed into the roster.', own: 'every-member', also: ['newcomer'] }),
  'read-contacts': alike({ means: 'See how agencies can be spoken to.', own: 'every-member', also: ['one-time-code'] }),
  'read-own-contact': row({ means: "See the own agency's mailboxes, and the policy document that its shares name.", own: [...CASEWORKERS, 'agency_administrator'], also: ['one-time-code'] }),
  'change-contact': row({ means: "Say how the own agency can be spoken to, and where its notices go.", own: ['agency_administrator'], stepUp: 'change-roster' }),
  'name-oneself': row({ means: 'Store how one is called, sealed to the own team.', own: 'every-member' }),
  'read-names': row({ means: 'Read how colleagues are called, sealed to the own team.', own: 'every-member', also: ['one-time-code'] }),
  'let-start-again': row({ means: 'End every way in of a member who lost theirs, so that they may join again.', own: CUSTODIANS, stepUp: 'change-roster' }),
  'issue-one-time-code': row({ means: 'Let in a member who cannot sign in, for red checks only.', own: CUSTODIANS, stepUp: 'change-roster' }),
  'see-roster-proposals': row({ means: 'See the next roster while it waits.', own: ['custodian', 'agency_administrator'] }),
  'propose-roster': row({ means: 'Sign and put forward the next roster.', own: CUSTODIANS, stepUp: 'change-roster', twoPersons: 'colleague' }),
  'cosign-roster': row({ means: 'Sign a roster that another custodian put forward.', own: CUSTODIANS, stepUp: 'change-roster', twoPersons: 'colleague' }),
  'read-custody-copy': row({ means: 'Fetch the agency key as it was locked for oneself.', own: CUSTODIANS }),
  'store-recovery-kit': row({ means: 'Store the agency key, locked under paper shares.', own: CUSTODIANS, stepUp: 'change-roster' }),
  'read-recovery-kit': row({ means: 'Fetch the recovery kit, which two of three paper shares open.', own: ['custodian', 'team_manager', 'agency_administrator'] }),
};

/**
 * Who may do what, own agency or other: the one place that says it. The hub's guard reads it for every endpoint, acts that need a second
 * person read it for theirs, and docs/roles.md is made of it. A role gives no right over content that its holder has no key for.
 */
const TABLE = { ...OPEN_TO_ALL, ...ASKING, ...CASEWORK, ...EVIDENCE, ...LAW, ...OWN_PERSON, ...PEOPLE };
export type Act = keyof typeof TABLE;
export const ACTS: Readonly<Record<Act, ActRule>> = TABLE;
