import type { Delegate, JoinerView, MemberRole } from '@lateral/contracts';
import type { ProposedJoiner, RosterEntry } from '../crypto/protocol.js';
import { keepsKeys, type RosterWish } from '../crypto/roster-wish.js';
import { EMPTY_WEEK, hoursFrom, weekOf, type Day, type Week } from './hours.js';

/** Who brought a key, and the words of that very key; null where it is no key. */
export interface Bringing { view: JoinerView & { key: string }; told: Omit<ProposedJoiner, 'member'> | null }

/** What is to happen to somebody who belongs. `roles` are those ticked, looked at only where they are to change. */
export interface MemberDraft { what: 'keep' | 'ends' | 'roles'; roles: readonly MemberRole[] }
export interface DelegateDraft { agency: string; week: Week; from: string | null; until: string | null }

/** The next list as it is being prepared. `heard`: fingerprints whose words were heard from the person; by fingerprint, so that it holds for that key alone. */
export interface NextDraft {
  taken: readonly string[];
  heard: readonly string[];
  members: Readonly<Record<string, MemberDraft>>;
  newEpoch: boolean;
  delegates: readonly DelegateDraft[];
}

export function emptyDraft(delegates: readonly Delegate[]): NextDraft {
  return { taken: [], heard: [], members: {}, newEpoch: false, delegates: delegates.map(({ agency, hours, from, until }) => ({ agency, week: weekOf(hours), from, until })) };
}

export const newDelegate = (): DelegateDraft => ({ agency: '', week: EMPTY_WEEK, from: null, until: null });

/** The list in force, and who would join it. */
export interface Before { version: number; bringing: readonly Bringing[]; members: readonly RosterEntry[]; delegates: readonly Delegate[] }

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the worker is asked to make. Nobody whose words were not heard is in it, whatever is ticked beside. */
export function wishOf(draft: NextDraft, { bringing, members, delegates }: Before, now: Date): RosterWish {
  const join = bringing.flatMap(({ view: { member, roles, key }, told }) => (told !== null && draft.taken.includes(member) && draft.heard.includes(told.fingerprint) ? [{ member, roles, key, fingerprint: told.fingerprint }] : []));
  const changed = members.map((entry) => ({ entry, draft: draft.members[entry.member] }));
  const roles = changed.filter(({ entry, draft: change }) => change?.what === 'roles' && !isSame(change.roles.toSorted(), entry.roles.toSorted())).map(({ entry: { member }, draft: change }) => ({ member, roles: [...(change?.roles ?? [])] }));
  const wanted = draft.delegates.map(({ agency, week, from, until }): Delegate => ({ agency, hours: hoursFrom(week).hours, from: from ?? now.toISOString(), until }));
  return { join, leave: changed.filter(({ draft: change }) => change?.what === 'ends').map(({ entry: { member } }) => member), roles, newEpoch: draft.newEpoch, delegates: isSame(wanted, normal(delegates)) ? null : wanted };
}

/** As the fields would give them back. */
function normal(delegates: readonly Delegate[]): Delegate[] {
  return delegates.map((delegate) => ({ agency: delegate.agency, hours: hoursFrom(weekOf(delegate.hours)).hours, from: delegate.from, until: delegate.until }));
}

/** Something that has to be mended before anything is signed: the field, what is wrong, and whose or which day it is. */
export interface Fault { field: string; fault: 'heard' | 'nothing' | 'roles' | 'oneself' | 'custodians' | 'delegateAgency' | 'delegateHours' | 'delegateTwice' | 'hours'; of: string; day?: Day }

export function faultsOf(draft: NextDraft, before: Before, me: string): Fault[] {
  const unheard = before.bringing.filter(({ view: { member }, told }) => draft.taken.includes(member) && (told === null || !draft.heard.includes(told.fingerprint)));
  const wish = wishOf(draft, before, new Date(0));
  const faults: Fault[] = [
    ...unheard.map(({ view: { member } }): Fault => ({ field: `heard-${member}`, fault: 'heard', of: member })),
    ...wish.roles.filter(({ roles }) => roles.length === 0).map(({ member }): Fault => ({ field: `roles-${member}`, fault: 'roles', of: member })),
    ...ofOneself(wish, me), ...ofDelegates(draft.delegates),
  ];
  if (custodiansAfter(wish, before.members) < 2) faults.push({ field: 'next-members', fault: 'custodians', of: '' });
  const isNothing = wish.join.length + wish.leave.length + wish.roles.length === 0 && !wish.newEpoch && wish.delegates === null;
  return faults.length === 0 && isNothing ? [{ field: 'next-epoch', fault: 'nothing', of: '' }] : faults;
}

/** Copies that a custodian wraps count while they are one: nobody takes that role from themself. */
function ofOneself({ leave, roles }: RosterWish, me: string): Fault[] {
  const isOver = leave.includes(me) || roles.some((change) => change.member === me && change.roles.length > 0 && !keepsKeys(change));
  return isOver ? [{ field: `what-${me}`, fault: 'oneself', of: me }] : [];
}

function ofDelegates(delegates: readonly DelegateDraft[]): Fault[] {
  return delegates.flatMap(({ agency, week }, at): Fault[] => {
    const { hours, wrong } = hoursFrom(week);
    const isTwice = agency !== '' && delegates.findIndex((other) => other.agency === agency) < at;
    return [
      ...(agency === '' ? [{ field: `delegate-${at}`, fault: 'delegateAgency' as const, of: '' }] : []), ...(isTwice ? [{ field: `delegate-${at}`, fault: 'delegateTwice' as const, of: agency }] : []),
      ...wrong.map((day) => ({ field: `delegate-${at}-hours-${day}`, fault: 'hours' as const, of: agency, day })), ...(wrong.length === 0 && hours.length === 0 ? [{ field: `delegate-${at}-hours-1`, fault: 'delegateHours' as const, of: agency }] : []),
    ];
  });
}

function custodiansAfter({ join, leave, roles }: RosterWish, members: readonly RosterEntry[]): number {
  const joining = new Set(join.map(({ member }) => member));
  const staying = members.filter(({ member }) => !leave.includes(member) && !joining.has(member)).map(({ member, roles: had }) => ({ roles: roles.find((change) => change.member === member)?.roles ?? had }));
  return [...staying, ...join].filter(keepsKeys).length;
}

/** What a custodian is stopped for before they sign: who ends, and who becomes an administrator or a custodian. */
export interface Grave { ends: readonly string[]; trusts: readonly { member: string; role: 'custodian' | 'agency_administrator' }[] }

export function graveIn({ join, leave, roles }: Pick<RosterWish, 'join' | 'leave' | 'roles'>, members: readonly Pick<RosterEntry, 'member' | 'roles'>[]): Grave {
  const had = (member: string): readonly MemberRole[] => members.find((entry) => entry.member === member)?.roles ?? [];
  const trusts = [...join, ...roles].flatMap(({ member, roles: next }) => (['custodian', 'agency_administrator'] as const).filter((role) => next.includes(role) && !had(member).includes(role)).map((role) => ({ member, role })));
  return { ends: leave, trusts };
}

export const isGrave = ({ ends, trusts }: Grave): boolean => ends.length + trusts.length > 0;
