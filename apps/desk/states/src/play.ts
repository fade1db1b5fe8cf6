import type { DraftReply, MeReply, RosterProposalView } from '@lateral/contracts';
import type { Role } from '@lateral/domain/access';
import { emptyDecision, type DecideDraft } from '../../src/decide/decide-draft.js';
import { systemTimers, type Timers } from '../../src/clock.js';
import type { Authenticators } from '../../src/keeper/passkeys.js';
import type { Language } from '../../src/words/languages.js';
import { COUNCIL, NOW, PEOPLE, REFERENCE, anId, minutes } from './cast.js';
import { THE_CHECK, THE_REQUEST, inAnEmergency, inbox, others, readForOthers } from './checks.js';
import { begunCheck, UNSAID, writtenAnswer, writtenCheck } from './drafts.js';
import type { World } from './fake-hub.js';
import { FINGERPRINT, OLD_EPOCH, sealed } from './fake-worker.js';
import type { DraftName, Phase, State, Who } from './table.js';

/** Id of a check that is not sent. */
const WRITING = anId();
const MEMBERS: Record<Who, string | null> = { 'practitioner': 'u-7k2m', 'manager': 'u-5tt1', 'custodian': 'u-1bd6', 'administrator': 'u-8wz4', 'responder': 'u-p201', 'approver': 'u-p202', 'police-manager': 'u-p203', 'nobody': null };

/** Who is there, as the hub would say it. */
function meOf(who: Who, phase: Phase): MeReply | null {
  const member = MEMBERS[who];
  if (member === null) return null;
  const { agency, roles } = PEOPLE[member] ?? { agency: COUNCIL.id, roles: [] as Role[] };
  const isNew = phase === 'newcomer' || phase === 'unsigned';
  const session = { id: 's1', kind: isNew ? 'newcomer' as const : 'person' as const, startedAt: minutes(-70), seenAt: minutes(0), expiresAt: minutes(600), current: true };
  return { agency, member: phase === 'newcomer' ? null : member, roles: phase === 'newcomer' ? [] : roles, session, passkeys: phase === 'keyless' ? 0 : 1, keyLocked: phase !== 'keyless' && phase !== 'newcomer' };
}

/** All that the hub has in a state, and where in the desk it is shown. */
export function worldOf(given: State, language: Language): { world: World; address: string } {
  const { as = 'practitioner', phase = 'unlocked', list, fails = {} } = given;
  const me = meOf(as, phase);
  const agency = me?.agency ?? COUNCIL.id;
  const check = given.check === undefined ? null : THE_CHECK[given.check];
  const request = given.request === undefined ? null : THE_REQUEST[given.request];
  const isAsking = agency === COUNCIL.id;
  const delegated = given.delegated === true ? readForOthers() : [];
  const urgent = given.emergency === true ? inAnEmergency(me?.member ?? '') : null;
  const world: World = {
    me, agency, fails, overrides: urgent?.overrides ?? [], joiners: joiners(), delegated, proposal: given.proposal === undefined || given.proposal === false ? null : proposal(given.proposal === 'deletes'),
    checks: [...(check === null ? [] : [check]), ...(urgent === null ? [] : [urgent.check]), ...(isAsking && list !== undefined ? others(...list) : [])], requests: [...(request === null ? [] : [request]), ...(!isAsking && list !== undefined ? inbox(...list) : [])],
    drafts: (given.drafts ?? []).map((name) => draftOf(name, language, { request: request?.id ?? 'r', me: me?.member ?? '' })),
  };
  return { world, address: given.at.replace('{ref}', REFERENCE).replace('{req}', request?.id ?? check?.requests[0]?.id ?? anId()).replace('{other}', delegated[0]?.id ?? anId()).replace('{emergency}', urgent?.overrides[0]?.message ?? anId()).replace('{draft}', WRITING) };
}

/** The `self` draft of a page is kept with the field it was written in. */
function draftOf(name: DraftName, language: Language, { request, me }: { request: string; me: string }): DraftReply {
  const view = { id: anId(), version: 1, updatedAt: minutes(-4), bytes: 900, state: 'writing' as const, readers: 'self' as const, by: me, check: null, request: null };
  const own = (value: unknown): string => sealed(me, { v: 1, value, field: null });
  const ofAnswer = { ...view, kind: 'answer' as const, check: REFERENCE, request };
  switch (name) {
    case 'check': return { ...view, id: WRITING, kind: 'check', sealed: own({ ...writtenCheck(language), check: WRITING }) };
    case 'check-begun': return { ...view, id: WRITING, kind: 'check', sealed: own(begunCheck(language, WRITING)) };
    case 'check-asked': return { ...view, id: WRITING, kind: 'check', sealed: own({ ...writtenCheck(language), ...UNSAID, check: WRITING }) };
    case 'check-blue': return { ...view, id: WRITING, kind: 'check', sealed: own({ ...writtenCheck(language), check: WRITING, urgency: 'blue', isRecordOnly: true }) };
    case 'decision': return { ...view, kind: 'decision', check: REFERENCE, sealed: own(decided(language, null)) };
    case 'decision-recorded': return { ...view, kind: 'decision', check: REFERENCE, sealed: own(decided(language, THE_CHECK.decided.decision?.id ?? null)) };
    case 'to-approve': return { ...ofAnswer, readers: 'approvers', state: 'to_approve', by: 'u-p201', sealed: sealed('u-p201', { v: 1, answer: { ...writtenAnswer('share', language), request }, note: 'The second item is intelligence.' }) };
    case 'to-approve-mine': return { ...ofAnswer, readers: 'approvers', state: 'to_approve', sealed: sealed(me, { v: 1, answer: { ...writtenAnswer('share', language), request }, note: '' }) };
    case 'sent-back': return { ...ofAnswer, readers: 'approvers', state: 'sent_back', sealed: sealed('u-p202', { v: 1, answer: { ...writtenAnswer('share', language), request }, note: 'Leave the litter penalty out.' }) };
    default: return { ...ofAnswer, sealed: own({ ...writtenAnswer(name, language), request }) };
  }
}

function decided(language: Language, recorded: string | null): DecideDraft {
  const requests = THE_CHECK.answered.requests.map(({ id }) => id);
  return { ...emptyDecision({ check: THE_CHECK.answered.id, language, requests }), outcome: 'CS_ASSESS', rationale: 'What he said and what he weighed fit together.', whyNotStrategy: 'The strategy discussion was held this morning.', referrer: 'Enquiries have begun; he is met at the gate.', recorded };
}

function joiners(): World['joiners'] {
  return [{ invitation: 'i1', member: 'u-9new', roles: ['practitioner'], key: 'k', fingerprint: FINGERPRINT, redeemedAt: minutes(-30) }, { invitation: 'i2', member: 'u-9two', roles: ['responder'], key: null, fingerprint: null, redeemedAt: null }];
}

function proposal(deletes: boolean): RosterProposalView {
  const document = { v: 1 as const, type: 'roster' as const, agency: COUNCIL.id, version: 8, issued: minutes(-15), previous: 'p', teamKey: null, delegates: [], members: [], ...(deletes ? { deletedEpochs: [OLD_EPOCH] } : {}) };
  return { agency: COUNCIL.id, version: 8, digest: 'digest', proposedBy: 'u-8wz4', proposedAt: minutes(-15), roster: { document, signatures: ['s'] }, copies: [], custody: [] };
}

/** A passkey that agrees at once; it unlocks no key where somebody is to be asked for a passphrase. */
export function fakeAuthenticators(): Authenticators {
  const bytes = new Uint8Array([1, 2, 3]).buffer;
  const extensions = (isNew: boolean): unknown => (isNew ? { prf: { enabled: false } } : { prf: { results: { first: new Uint8Array(32).buffer } } });
  const credential = (isNew: boolean): Credential => ({
    id: 'AQID', type: 'public-key', rawId: bytes, getClientExtensionResults: () => extensions(isNew),
    response: { clientDataJSON: bytes, attestationObject: bytes, authenticatorData: bytes, signature: bytes, userHandle: null, getTransports: () => [] },
  } as Credential);
  return { create: () => Promise.resolve(credential(true)), get: () => Promise.resolve(credential(false)) };
}

const TICK_MS = 1_000;
const HURRY_MS = 30_000;
const IDLE_FOR_MS = 8.5 * 60_000;

/** Time stands still; or it hurries until somebody has been idle for eight and a half minutes. */
export function playedTime(isHurried: boolean): { now: () => Date; timers: Timers } {
  let gone = 0;
  const after: Timers['after'] = (ms, act) => {
    if (ms !== TICK_MS || !isHurried) return systemTimers.after(ms, act);
    if (gone >= IDLE_FOR_MS) return () => undefined;
    return systemTimers.after(0, () => { gone += HURRY_MS; act(); });
  };
  return { now: () => new Date(NOW.getTime() + gone), timers: { after } };
}
