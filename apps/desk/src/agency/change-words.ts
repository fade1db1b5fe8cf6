import type { TFunction } from 'i18next';
import type { Delegate, MemberRole, OfficeHours } from '@lateral/contracts';
import type { RosterChanges } from '../crypto/roster-changes.js';
import { DAYS, ofDay } from './hours.js';

/** How things are called for whoever reads. */
export interface Naming { t: TFunction<'agency'>; name: (member: string) => string; agencyName: (agency: string) => string; day: (at: string) => string }

export function rolesInWords(roles: readonly MemberRole[], t: TFunction<'agency'>): string {
  return roles.length === 0 ? t('proposal.noRole') : roles.map((role) => t(`role.${role}`)).join(', ');
}

/** Hours of a week in a line: "Monday 17:00 to 24:00; Tuesday 00:00 to 08:00, 17:00 to 24:00". */
export function hoursInWords(hours: readonly OfficeHours[], t: TFunction<'agency'>): string {
  const days = DAYS.map((day) => ({ day, spans: ofDay(hours, day) })).filter(({ spans }) => spans.length > 0);
  return days.map(({ day, spans }) => `${t(`day.d${day}`)} ${spans.map(({ from, to }) => t('hours.span', { from, to })).join(', ')}`).join('; ');
}

/** Every change of a list in a sentence of its own, in the order in which it matters: who comes, who goes, what they may, keys, delegates. */
export function changesInWords(changes: RosterChanges, { team, custody }: { team: readonly string[]; custody: readonly string[] }, naming: Naming): string[] {
  const { t, name, day } = naming;
  const names = (members: readonly string[]): string => members.map(name).join(', ');
  const sentences = [
    ...changes.joins.map(({ member, roles, comesBack, from, until }) => {
      const joins = t(comesBack ? 'proposal.back' : 'proposal.joins', { name: name(member), roles: rolesInWords(roles, t) });
      return [joins, t('proposal.from', { day: day(from) }), ...(until === null ? [] : [t('proposal.until', { day: day(until) })])].join(' ');
    }),
    ...changes.leaves.map((member) => t('proposal.leaves', { name: name(member) })),
    ...changes.ends.map(({ member, until }) => t('proposal.ends', { name: name(member), day: day(until) })),
    ...changes.roles.map(({ member, before, after }) => t('proposal.roles', { name: name(member), before: rolesInWords(before, t), after: rolesInWords(after, t) })),
    ...changes.otherwise.map((member) => t('proposal.otherwise', { name: name(member) })),
    ...(changes.newEpoch ? [t('proposal.epoch')] : []), ...(changes.delegates === null ? [] : delegatesInWords(changes.delegates, naming)),
  ];
  const handed = [...(team.length === 0 ? [] : [t('proposal.copies', { names: names(team) })]), ...(custody.length === 0 ? [] : [t('proposal.custody', { names: names(custody) })])];
  return sentences.length === 0 ? [t('proposal.nothing'), ...handed] : [...sentences, ...handed];
}

function delegatesInWords({ before, after }: NonNullable<RosterChanges['delegates']>, naming: Naming): string[] {
  const { t, agencyName } = naming;
  if (after.length === 0) return [t('proposal.delegatesGone')];
  const gone = before.filter(({ agency }) => !after.some((each) => each.agency === agency));
  return [...after.map((delegate) => delegateInWords(delegate, naming)), ...gone.map(({ agency }) => t('proposal.delegateEnds', { agency: agencyName(agency) }))];
}

export function delegateInWords({ agency, hours, until }: Delegate, { t, agencyName, day }: Naming): string {
  const said = { agency: agencyName(agency), hours: hoursInWords(hours, t) };
  return until === null ? t('proposal.delegate', said) : t('proposal.delegateUntil', { ...said, day: day(until) });
}
