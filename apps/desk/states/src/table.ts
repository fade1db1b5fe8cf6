import type { ProblemCode } from '@lateral/contracts';
import type { THE_CHECK, THE_REQUEST } from './checks.js';
import type { RouteName } from './fake-hub.js';
import type { RefusedAs } from './fake-worker.js';
import type { Step } from './steps.js';

/** Who is at the desk: their roles are in cast.ts. */
export type Who = 'practitioner' | 'manager' | 'custodian' | 'administrator' | 'responder' | 'approver' | 'police-manager' | 'nobody';
/** How far they have come. `idle`: nobody has been there for eight minutes. */
export type Phase = 'unlocked' | 'idle' | 'locked' | 'locked-by-itself' | 'newcomer' | 'keyless' | 'unsigned' | 'away';
export type DraftName = 'check' | 'check-blue' | 'nothing' | 'share' | 'refuse' | 'talk' | 'elsewhere' | 'to-approve' | 'to-approve-mine' | 'sent-back' | 'decision' | 'decision-recorded';

/** One state of one screen: a line each. `{ref}` and `{req}` in `at` are the check's reference and the request's id. */
export interface State {
  screen: string;
  state: string;
  /** Address in the desk; of a page without script, its name. */
  at: string;
  as?: Who;
  phase?: Phase;
  /** Other checks, or requests in the inbox: how many, and minutes from now at which the first is due. */
  list?: readonly [count: number, from: number];
  check?: keyof typeof THE_CHECK;
  request?: keyof typeof THE_REQUEST;
  /** Messages are open already. */
  open?: boolean;
  refused?: RefusedAs;
  drafts?: readonly DraftName[];
  fails?: Partial<Record<RouteName, 'never' | 'away' | ProblemCode>>;
  /** A roster waits for its second custodian. */
  proposal?: boolean;
  steps?: readonly Step[];
  /** It is made to be printed. */
  print?: true;
  /** A page without script: which of its conditions are so. */
  so?: readonly string[];
}

const submit: Step = { press: 'main form button:not([type=button])' };
const openAll: Step = { press: 'main button.govuk-button[type=button]' };
const newCheck = (name: string, at: string): State[] => [
  { screen: `new-check-${name}`, state: 'empty', at },
  { screen: `new-check-${name}`, state: 'filled', at, drafts: ['check'] },
  { screen: `new-check-${name}`, state: 'errors', at, steps: [submit] },
];
const answering: State = { screen: 'answer', state: '', at: '/inbox/{req}', as: 'responder', request: 'asked', open: true };

export const STATES: readonly State[] = [
  { screen: 'board', state: 'loading', at: '/checks', fails: { checks: 'never' }, steps: [{ wait: '.desk-loading p' }] },
  { screen: 'board', state: 'empty', at: '/checks' },
  { screen: 'board', state: 'ordinary', at: '/checks', list: [3, 90] },
  { screen: 'board', state: 'twelve', at: '/checks', list: [12, -200], open: true },
  { screen: 'board', state: 'overdue', at: '/checks', list: [4, -500] },
  { screen: 'board', state: 'away', at: '/checks', fails: { checks: 'away' } },
  { screen: 'board', state: 'live-paused', at: '/checks', list: [2, 60], fails: { events: 'away' } },
  { screen: 'board', state: 'unfinished', at: '/checks', list: [1, 60], drafts: ['check'] },
  ...newCheck('people', '/checks/new/people'),
  ...newCheck('ask', '/checks/new/ask'),
  ...newCheck('why', '/checks/new/why'),
  ...newCheck('send', '/checks/new/send'),
  { screen: 'new-check-recorded', state: 'ordinary', at: '/checks/new/recorded' },
  { screen: 'sent', state: 'ordinary', at: '/checks/{ref}/sent', check: 'asked' },
  { screen: 'inbox', state: 'loading', at: '/inbox', as: 'responder', fails: { requests: 'never' }, steps: [{ wait: '.desk-loading p' }] },
  { screen: 'inbox', state: 'empty', at: '/inbox', as: 'responder' },
  { screen: 'inbox', state: 'ordinary', at: '/inbox', as: 'responder', list: [3, 90] },
  { screen: 'inbox', state: 'overdue', at: '/inbox?show=team', as: 'responder', list: [8, -300] },
  { screen: 'inbox', state: 'opened', at: '/inbox', as: 'responder', list: [4, 60], open: true },
  { screen: 'inbox', state: 'away', at: '/inbox', as: 'responder', fails: { requests: 'away' } },
  { ...answering, state: 'sealed', open: false },
  { ...answering, state: 'begun' },
  { ...answering, state: 'no-way-chosen', steps: [submit] },
  { ...answering, state: 'nothing', drafts: ['nothing'] },
  { ...answering, state: 'share', drafts: ['share'] },
  { ...answering, state: 'refuse', drafts: ['refuse'] },
  { ...answering, state: 'talk', drafts: ['talk'] },
  { ...answering, state: 'elsewhere', drafts: ['elsewhere'] },
  { ...answering, state: 'bad-signature', open: false, refused: 'signature-invalid', steps: [openAll] },
  { ...answering, state: 'cannot-decrypt', open: false, refused: 'no-key', steps: [openAll] },
  { ...answering, state: 'malformed', open: false, refused: 'content-mismatch', steps: [openAll] },
  { ...answering, state: 'not-here', request: undefined, open: false },
  { ...answering, state: 'withdrawn', request: 'withdrawn', open: false },
  { ...answering, state: 'answered', request: 'answered' },
  { screen: 'to-approve', state: 'approver', at: '/inbox/{req}', as: 'approver', request: 'asked', open: true, drafts: ['to-approve'] },
  { screen: 'to-approve', state: 'writer', at: '/inbox/{req}', as: 'responder', request: 'asked', open: true, drafts: ['to-approve-mine'] },
  { screen: 'to-approve', state: 'sent-back', at: '/inbox/{req}', as: 'responder', request: 'asked', open: true, drafts: ['sent-back'] },
  { screen: 'team', state: 'empty', at: '/team', as: 'manager' },
  { screen: 'team', state: 'ordinary', at: '/team', as: 'manager', list: [9, -200], open: true },
  { screen: 'team', state: 'answering', at: '/team', as: 'police-manager', list: [9, -200], open: true },
  { screen: 'handover', state: 'asking', at: '/team/handover', as: 'manager', list: [9, -200], open: true, print: true },
  { screen: 'handover', state: 'answering', at: '/team/handover', as: 'police-manager', list: [9, -200], open: true, print: true },
  { screen: 'account', state: 'ordinary', at: '/account' },
  { screen: 'account', state: 'away', at: '/account', fails: { sessions: 'away', passkeys: 'away', memberNames: 'away' } },
  { screen: 'not-here', state: 'ordinary', at: '/nowhere' },
  { screen: 'unlock', state: 'locked', at: '/checks', phase: 'locked' },
  { screen: 'unlock', state: 'by-itself', at: '/checks', phase: 'locked-by-itself' },
  { screen: 'unlock', state: 'other-ways', at: '/checks', phase: 'locked', steps: [{ press: 'main summary' }, { wait: '#passphrase' }] },
  { screen: 'unlock', state: 'refused', at: '/checks', phase: 'locked', fails: { lockedKey: 'too-many-requests' }, steps: [submit, { wait: '.govuk-error-summary' }] },
  { screen: 'away', state: 'at-start', at: '/checks', phase: 'away' },
  { screen: 'idle', state: 'warning', at: '/checks', phase: 'idle', list: [3, 90], steps: [{ wait: 'dialog[open]' }] },
  { screen: 'first-use', state: 'join', at: '/set-up', phase: 'newcomer' },
  { screen: 'first-use', state: 'join-refused', at: '/set-up', phase: 'newcomer', fails: { redemption: 'code-refused' }, steps: [{ type: '#invitation', text: 'HXQ4-7RMD' }, submit, { wait: '.govuk-error-summary' }] },
  { screen: 'first-use', state: 'passkey', at: '/set-up', phase: 'keyless' },
  { screen: 'first-use', state: 'passphrase', at: '/set-up', phase: 'keyless', steps: [submit, { wait: '#new-passphrase' }] },
  { screen: 'first-use', state: 'wait', at: '/set-up', phase: 'unsigned' },
  { screen: 'static-sign-in', state: 'agencies', at: 'sign-in', so: ['agencies'] },
  { screen: 'static-sign-in', state: 'refused', at: 'sign-in', so: ['agencies', 'notice', 'refused'] },
  { screen: 'static-sign-in', state: 'no-agencies', at: 'sign-in', so: ['no-agencies'] },
  { screen: 'static-help', state: 'ordinary', at: 'help' },
  { screen: 'static-accessibility', state: 'ordinary', at: 'accessibility' },
  { screen: 'static-privacy', state: 'ordinary', at: 'privacy' },
  { screen: 'static-status', state: 'working', at: 'status', so: ['working'] },
  { screen: 'static-status', state: 'not-working', at: 'status', so: ['not-working'] },
  { screen: 'static-signed-out', state: 'ordinary', at: 'signed-out' },
];
