import type { ProblemCode } from '@lateral/contracts';
import type { THE_CHECK, THE_REQUEST } from './checks.js';
import type { RouteName } from './fake-hub.js';
import type { RefusedAs } from './fake-worker.js';
import type { Step } from './steps.js';

/** Who is at the desk: their roles are in cast.ts. */
export type Who = 'practitioner' | 'manager' | 'custodian' | 'administrator' | 'responder' | 'approver' | 'police-manager' | 'nobody';
/** How far they have come. `idle`: nobody has been there for eight minutes. */
export type Phase = 'unlocked' | 'idle' | 'locked' | 'locked-by-itself' | 'newcomer' | 'keyless' | 'unsigned' | 'away';
export type DraftName = 'check' | 'check-begun' | 'check-asked' | 'check-blue' | 'nothing' | 'share' | 'refuse' | 'talk' | 'elsewhere' | 'to-approve' | 'to-approve-mine' | 'sent-back' | 'decision' | 'decision-recorded';

/** One state of one screen. */
export interface State {
  screen: string;
  state: string;
  /** Address in the desk, where `{ref}`, `{req}`, `{other}`, `{emergency}` and `{draft}` stand for ids; of a page without script, its name. */
  at: string;
  as?: Who | undefined;
  phase?: Phase | undefined;
  /** Other checks, or requests in the inbox: how many, and minutes from now at which the first is due. */
  list?: readonly [count: number, from: number] | undefined;
  check?: keyof typeof THE_CHECK | undefined;
  request?: keyof typeof THE_REQUEST | undefined;
  /** Other agencies' offices are closed, and this one reads for them. */
  delegated?: true | undefined;
  /** A colleague sent something as an emergency. */
  emergency?: true | undefined;
  /** Messages are open already. */
  open?: boolean | undefined;
  refused?: RefusedAs | undefined;
  drafts?: readonly DraftName[] | undefined;
  fails?: Partial<Record<RouteName, 'never' | 'away' | ProblemCode>> | undefined;
  /** A roster waits for its second custodian; one that deletes an old key. */
  proposal?: boolean | 'deletes' | undefined;
  steps?: readonly Step[] | undefined;
  /** It is made to be printed. */
  print?: true | undefined;
  /** A page without script: which of its conditions are so. */
  so?: readonly string[] | undefined;
}

const submit: Step = { press: 'main form button:not([type=button])' };
const openAll: Step = { press: 'main button.govuk-button[type=button]' };
const error: Step = { wait: '.govuk-error-summary' };
const newCheck = (name: string, begun: DraftName = 'check-begun'): State[] => {
  const at = { screen: `new-check-${name}`, at: `/checks/new/${name}?draft={draft}` };
  return [{ ...at, state: 'empty', drafts: [begun] }, { ...at, state: 'filled', drafts: ['check'] }, { ...at, state: 'errors', drafts: [begun], steps: [submit, error] }];
};
const way = (value: string): Step => ({ press: `input[name=way][value=${value}]` });
const answering: State = { screen: 'answer', state: '', at: '/inbox/{req}', as: 'responder', request: 'asked', open: true };
const toSheet: readonly Step[] = [submit, { type: '#new-passphrase', text: 'four words that are long' }, submit, { wait: '#recovery-code' }];
const toOldKeys: readonly Step[] = [{ press: 'section[aria-labelledby=keys-old] button' }, { wait: 'input[name=epochs]' }];
const oldKey: Step = { press: 'input[name=epochs]' };
const doIt = { wait: 'main button.govuk-button--inverse' } as const;
const toPapers: readonly Step[] = [...toOldKeys, oldKey, submit, { press: doIt.wait }, { wait: '.desk-paper' }];
const asking = (screen: string, path = ''): Omit<State, 'state'> => ({ screen, at: `/checks/{ref}${path}`, check: 'answered', open: true });

const reviewing: Omit<State, 'state'> = { screen: 'emergency', at: '/emergencies/{emergency}', as: 'manager', emergency: true };
const hurried: Omit<State, 'state'> = { screen: 'check-ask', at: '/checks/{ref}/ask', as: 'manager', emergency: true, open: true };
const toWhatIsMissing: readonly Step[] = [{ press: 'input[name=agency]' }, { wait: '#put-right' }];
const completed: Step = { press: 'input[name=finding][value=right_and_completed]' };

export const STATES: readonly State[] = [
  { screen: 'board', state: 'loading', at: '/checks', fails: { checks: 'never' }, steps: [{ wait: '.desk-loading p' }] },
  { screen: 'board', state: 'empty', at: '/checks' },
  { screen: 'board', state: 'ordinary', at: '/checks', list: [3, 90] },
  { screen: 'board', state: 'twelve', at: '/checks', list: [12, -200], open: true },
  { screen: 'board', state: 'overdue', at: '/checks', list: [4, -500] },
  { screen: 'board', state: 'away', at: '/checks', fails: { checks: 'away' } },
  { screen: 'board', state: 'live-paused', at: '/checks', list: [2, 60], fails: { events: 'unavailable' }, steps: [{ wait: '.desk-paused' }] },
  { screen: 'board', state: 'away-meanwhile', at: '/checks', list: [2, 60], fails: { events: 'away' }, steps: [{ wait: '.govuk-notification-banner' }] },
  { screen: 'board', state: 'erased', at: '/checks?show=decided', check: 'erased' },
  { screen: 'board', state: 'unfinished', at: '/checks', list: [1, 60], drafts: ['check'] },
  ...newCheck('people'),
  ...newCheck('ask'),
  ...newCheck('why', 'check-asked'),
  { screen: 'new-check-send', state: 'filled', at: '/checks/new/send?draft={draft}', drafts: ['check'] },
  { screen: 'new-check-send', state: 'not-yet', at: '/checks/new/send?draft={draft}', drafts: ['check-asked'] },
  { screen: 'new-check-send', state: 'record-only', at: '/checks/new/send?draft={draft}', drafts: ['check-blue'] },
  { screen: 'new-check-recorded', state: 'ordinary', at: '/checks/new/recorded' },
  { screen: 'sent', state: 'ordinary', at: '/checks/{ref}/sent', check: 'asked' },
  { ...asking('check'), state: 'asked', check: 'asked' },
  { ...asking('check'), state: 'answered' },
  { ...asking('check'), state: 'unclear', check: 'unclear' },
  { ...asking('check'), state: 'sealed', open: false },
  { ...asking('check'), state: 'decided', check: 'decided' },
  { ...asking('check'), state: 'withdrawn', check: 'withdrawn' },
  { ...asking('check'), state: 'erased', check: 'erased', open: false },
  { ...asking('check'), state: 'not-here', check: undefined },
  { ...asking('check'), state: 'loading', fails: { check: 'never' }, steps: [{ wait: '.desk-loading p' }] },
  { ...asking('check'), state: 'away', fails: { check: 'away' } },
  { ...asking('check-ask', '/ask'), state: 'empty', check: 'asked' },
  { ...asking('check-ask', '/ask'), state: 'errors', check: 'asked', steps: [submit, error] },
  { ...hurried, state: 'missing', steps: toWhatIsMissing },
  { ...hurried, state: 'missing-errors', steps: [...toWhatIsMissing, submit, error] },
  { ...asking('check-urgency', '/urgency'), state: 'empty' },
  { ...asking('check-urgency', '/urgency'), state: 'errors', steps: [submit, error] },
  { ...asking('check-withdraw', '/withdraw'), state: 'empty' },
  { ...asking('check-withdraw', '/withdraw'), state: 'errors', steps: [submit, error] },
  { ...asking('request-question', '/requests/{req}/question'), state: 'filled', check: 'asked' },
  { ...asking('request-question', '/requests/{req}/question'), state: 'errors', check: 'asked', steps: [submit, error] },
  { ...asking('request-due', '/requests/{req}/due'), state: 'empty', check: 'asked' },
  { ...asking('request-due', '/requests/{req}/due'), state: 'errors', check: 'asked', steps: [submit, error] },
  { ...asking('request-withdraw', '/requests/{req}/withdraw'), state: 'errors', check: 'asked', steps: [submit, error] },
  { ...asking('answers', '/answers'), state: 'all' },
  { ...asking('answers', '/answers'), state: 'unclear', check: 'unclear' },
  { ...asking('answers', '/answers'), state: 'sealed', open: false },
  { ...asking('answers', '/answers'), state: 'bad-signature', refused: 'signature-invalid' },
  { ...asking('answers', '/answers'), state: 'cannot-decrypt', refused: 'no-key' },
  { ...asking('answers', '/answers'), state: 'malformed', refused: 'content-mismatch' },
  { ...asking('answers', '/answers'), state: 'erased', check: 'erased', open: false },
  { ...asking('answers-one', '/answers/{req}'), state: 'ordinary' },
  { ...asking('answers-one', '/answers/{req}'), state: 'not-yet', check: 'asked' },
  { ...asking('chronology', '/chronology'), state: 'table' },
  { ...asking('chronology', '/chronology?view=timeline'), state: 'timeline' },
  { ...asking('chronology', '/chronology'), state: 'empty', check: 'asked' },
  { ...asking('chronology', '/chronology'), state: 'sealed', open: false },
  { ...asking('chronology', '/chronology'), state: 'erased', check: 'erased', open: false },
  { ...asking('chronology-print', '/chronology/print'), state: 'asks' },
  { ...asking('chronology-print', '/chronology/print'), state: 'errors', steps: [submit, error] },
  { ...asking('chronology-print', '/chronology/print'), state: 'sheet', steps: [{ press: 'main input[type=radio]' }, submit, { wait: '.desk-print' }], print: true },
  { ...asking('chronology-print', '/chronology/print'), state: 'sheet-erased', check: 'erased', open: false, steps: [{ press: 'main input[type=radio]' }, submit, { wait: '.desk-print' }], print: true },
  { ...asking('decide', '/decide'), state: 'empty' },
  { ...asking('decide', '/decide'), state: 'waiting', check: 'unclear' },
  { ...asking('decide', '/decide'), state: 'filled', drafts: ['decision'] },
  { ...asking('decide', '/decide'), state: 'errors', steps: [submit, error] },
  { ...asking('decide', '/decide'), state: 'recorded', check: 'decided', drafts: ['decision-recorded'] },
  { screen: 'inbox', state: 'loading', at: '/inbox', as: 'responder', fails: { requests: 'never' }, steps: [{ wait: '.desk-loading p' }] },
  { screen: 'inbox', state: 'empty', at: '/inbox', as: 'responder' },
  { screen: 'inbox', state: 'ordinary', at: '/inbox', as: 'responder', list: [3, 90] },
  { screen: 'inbox', state: 'overdue', at: '/inbox?show=team', as: 'responder', list: [8, -300] },
  { screen: 'inbox', state: 'opened', at: '/inbox', as: 'responder', list: [4, 60], steps: [openAll, { wait: 'main table' }] },
  { screen: 'board', state: 'emergency', at: '/checks', as: 'manager', emergency: true, list: [3, 90] },
  { screen: 'emergencies', state: 'empty', at: '/emergencies', as: 'manager' },
  { screen: 'emergencies', state: 'waiting', at: '/emergencies', as: 'manager', emergency: true },
  { ...reviewing, state: 'sealed', steps: [{ wait: 'main button' }] },
  { ...reviewing, state: 'opened', open: true },
  { ...reviewing, state: 'errors', open: true, steps: [submit, error] },
  { ...reviewing, state: 'completing', open: true, steps: [completed, { wait: '#why' }] },
  { ...reviewing, state: 'not-complete', open: true, steps: [completed, { wait: '#why' }, submit, error] },
  { screen: 'inbox', state: 'for-others', at: '/inbox', as: 'responder', list: [2, 60], delegated: true },
  { screen: 'for-others', state: 'sealed', at: '/inbox/for-others/{other}', as: 'responder', delegated: true, steps: [{ wait: 'main button' }] },
  { screen: 'for-others', state: 'opened', at: '/inbox/for-others/{other}', as: 'responder', delegated: true, steps: [openAll, { wait: 'main dl' }] },
  { screen: 'inbox', state: 'away', at: '/inbox', as: 'responder', fails: { requests: 'away' } },
  { ...answering, state: 'sealed', open: false },
  { ...answering, state: 'begun' },
  { ...answering, state: 'nothing', drafts: ['nothing'] },
  { ...answering, state: 'nothing-errors', steps: [way('nothing'), submit, error] },
  { ...answering, state: 'share', drafts: ['share'] },
  { ...answering, state: 'share-errors', steps: [way('share'), submit, error] },
  { ...answering, state: 'refuse', drafts: ['refuse'] },
  { ...answering, state: 'refuse-errors', steps: [way('refuse'), submit, error] },
  { ...answering, state: 'talk', drafts: ['talk'] },
  { ...answering, state: 'talk-errors', steps: [way('talk'), submit, error] },
  { ...answering, state: 'elsewhere', drafts: ['elsewhere'] },
  { ...answering, state: 'elsewhere-errors', steps: [way('elsewhere'), submit, error] },
  { ...answering, state: 'bad-signature', open: false, refused: 'signature-invalid', steps: [openAll] },
  { ...answering, state: 'cannot-decrypt', open: false, refused: 'no-key', steps: [openAll] },
  { ...answering, state: 'malformed', open: false, refused: 'content-mismatch', steps: [openAll] },
  { ...answering, state: 'not-here', request: undefined, open: false },
  { ...answering, state: 'withdrawn', request: 'withdrawn', open: false },
  { ...answering, state: 'erased', request: 'erased', open: false },
  { ...answering, state: 'answered', request: 'answered' },
  { screen: 'to-approve', state: 'approver', at: '/inbox/{req}', as: 'approver', request: 'asked', open: true, drafts: ['to-approve'] },
  { screen: 'to-approve', state: 'writer', at: '/inbox/{req}', as: 'responder', request: 'asked', open: true, drafts: ['to-approve-mine'] },
  { screen: 'to-approve', state: 'sent-back', at: '/inbox/{req}', as: 'responder', request: 'asked', open: true, drafts: ['sent-back'] },
  { screen: 'team', state: 'empty', at: '/team', as: 'manager' },
  { screen: 'team', state: 'ordinary', at: '/team', as: 'manager', list: [9, -200], open: true },
  { screen: 'team', state: 'answering', at: '/team', as: 'police-manager', list: [9, -200], open: true },
  { screen: 'handover', state: 'asking', at: '/team/handover', as: 'manager', list: [9, -200], open: true, print: true },
  { screen: 'handover', state: 'answering', at: '/team/handover', as: 'police-manager', list: [9, -200], open: true, print: true },
  { screen: 'agency', state: 'custodian', at: '/agency', as: 'custodian' },
  { screen: 'agency', state: 'administrator', at: '/agency', as: 'administrator' },
  { screen: 'agency-people', state: 'custodian', at: '/agency/people', as: 'custodian' },
  { screen: 'agency-people', state: 'administrator', at: '/agency/people', as: 'administrator' },
  { screen: 'agency-people', state: 'errors', at: '/agency/people', as: 'custodian', steps: [submit, error] },
  { screen: 'agency-keys', state: 'nothing-waits', at: '/agency/keys', as: 'custodian' },
  { screen: 'agency-keys', state: 'waits', at: '/agency/keys', as: 'custodian', proposal: true },
  { screen: 'agency-keys', state: 'waits-deletes', at: '/agency/keys', as: 'custodian', proposal: 'deletes' },
  { screen: 'agency-delete', state: 'chosen', at: '/agency/keys', as: 'custodian', steps: [...toOldKeys, oldKey] },
  { screen: 'agency-delete', state: 'errors', at: '/agency/keys', as: 'custodian', steps: [...toOldKeys, submit, error] },
  { screen: 'agency-delete', state: 'sure', at: '/agency/keys', as: 'custodian', steps: [...toOldKeys, oldKey, submit, doIt] },
  { screen: 'agency-delete', state: 'papers', at: '/agency/keys', as: 'custodian', steps: toPapers, print: true },
  { screen: 'agency-delete', state: 'papers-proof', at: '/agency/keys', as: 'custodian', steps: [...toPapers, { press: 'main button.govuk-button--secondary' }, submit, error] },
  { screen: 'agency-contacts', state: 'filled', at: '/agency/contacts', as: 'administrator' },
  { screen: 'agency-contacts', state: 'not-allowed', at: '/agency/contacts', as: 'administrator', fails: { contact: 'role-not-allowed' } },
  { screen: 'account', state: 'ordinary', at: '/account' },
  { screen: 'account', state: 'away', at: '/account', fails: { sessions: 'away', passkeys: 'away', memberNames: 'away' } },
  { screen: 'not-here', state: 'ordinary', at: '/nowhere' },
  { screen: 'home', state: 'leads-on', at: '/' },
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
  { screen: 'first-use', state: 'sheet', at: '/set-up', phase: 'keyless', steps: toSheet, print: true },
  { screen: 'first-use', state: 'proof', at: '/set-up', phase: 'keyless', steps: [...toSheet, { press: 'main button.govuk-button--secondary' }, submit, error] },
  { screen: 'first-use', state: 'wait', at: '/set-up', phase: 'unsigned' },
  { screen: 'static-sign-in', state: 'agencies', at: 'sign-in', so: ['agencies'] },
  { screen: 'static-sign-in', state: 'refused', at: 'sign-in', so: ['agencies', 'notice', 'refused'] },
  { screen: 'static-sign-in', state: 'no-agencies', at: 'sign-in', so: ['no-agencies'] },
  { screen: 'code', state: 'empty', at: '/code', as: 'nobody' },
  { screen: 'code', state: 'errors', at: '/code', as: 'nobody', steps: [submit, error] },
  { screen: 'static-not-found', state: 'ordinary', at: 'not-found' },
  { screen: 'static-unavailable', state: 'ordinary', at: 'unavailable' },
  { screen: 'static-help', state: 'ordinary', at: 'help' },
  { screen: 'static-accessibility', state: 'ordinary', at: 'accessibility' },
  { screen: 'static-privacy', state: 'ordinary', at: 'privacy' },
  { screen: 'static-status', state: 'working', at: 'status', so: ['working'] },
  { screen: 'static-status', state: 'not-working', at: 'status', so: ['not-working'] },
  { screen: 'static-signed-out', state: 'ordinary', at: 'signed-out' },
];
