import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinerView } from '@lateral/contracts';
import { Button } from '../components/index.js';
import type { RosterEntry } from '../crypto/protocol.js';
import { useNames } from '../data/people.js';
import { useMember } from '../frame/desk.js';
import { may } from '../frame/roles.js';
import { Grid } from '../team/grid.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { rolesInWords } from './change-words.js';

interface MembersProps { members: readonly RosterEntry[]; joiners: readonly JoinerView[]; onAsk: (at: 'start-again' | 'one-time', member: string) => void }

/** Everybody of the list in force, by name. What only a custodian does is there for custodians. */
export function Members({ members, joiners, onAsk }: MembersProps): ReactElement {
  const { t } = useTranslation('agency');
  const me = useMember();
  const nameOf = useNames();
  const isCustodian = may('let-start-again', me.roles);
  const columns = (['name', 'pseudonym', 'roles', 'key', ...(isCustodian ? ['acts' as const] : [])] as const).map((key) => ({ key, label: key === 'roles' ? t('roles') : t(`people.${key}`) }));
  const sorted = members.toSorted((one, other) => nameOf(one.member).localeCompare(nameOf(other.member)));
  return (
    <Grid
      caption={t('people.members')} showCaption columns={columns}
      rows={sorted.map((entry) => ({ key: entry.fingerprint, cells: [
        entry.member === me.member ? t('you', { name: nameOf(entry.member) }) : nameOf(entry.member), <span key="pseudonym" translate="no">{entry.member}</span>, rolesInWords(entry.roles, t), <KeyState key="key" entry={entry} joiners={joiners} />,
        entry.member === me.member ? null : <WaysIn key="acts" member={entry.member} onAsk={onAsk} />,
      ] }))}
    />
  );
}

function KeyState({ entry: { member, from, until }, joiners }: { entry: RosterEntry; joiners: readonly JoinerView[] }): ReactElement {
  const { t } = useTranslation('agency');
  const { language } = useLanguage();
  if (joiners.some((joiner) => joiner.member === member && joiner.key !== null)) return <>{t('people.waits')}</>;
  return <>{t('people.since', { day: dayOf(from, language) })}{until !== null && <>. {t('people.until', { day: dayOf(until, language) })}</>}</>;
}

function WaysIn({ member, onAsk }: { member: string; onAsk: MembersProps['onAsk'] }): ReactElement {
  const { t } = useTranslation('agency');
  const nameOf = useNames();
  const which = <span className="govuk-visually-hidden"> {nameOf(member)}</span>;
  return (
    <>
      <Button type="button" variant="secondary" onClick={() => { onAsk('one-time', member); }}>{t('people.oneTime')}{which}</Button>
      <Button type="button" variant="secondary" onClick={() => { onAsk('start-again', member); }}>{t('people.startAgain')}{which}</Button>
    </>
  );
}

/** Who was invited or starts again, and how far they are. */
export function Joiners({ joiners }: { joiners: readonly JoinerView[] }): ReactElement {
  const { t } = useTranslation('agency');
  const nameOf = useNames();
  const columns = (['name', 'pseudonym', 'roles', 'state'] as const).map((key) => ({ key, label: key === 'roles' ? t('roles') : t(`people.${key}`) }));
  if (joiners.length === 0) return <section><h2 className="govuk-heading-s">{t('people.joiners')}</h2><p className="govuk-body">{t('people.nobody')}</p></section>;
  return <Grid caption={t('people.joiners')} showCaption columns={columns} rows={joiners.map((joiner) => ({ key: joiner.invitation, cells: [nameOf(joiner.member), <span key="pseudonym" translate="no">{joiner.member}</span>, rolesInWords(joiner.roles, t), t(`people.${stateOf(joiner)}`)] }))} />;
}

export function stateOf({ key, redeemedAt }: Pick<JoinerView, 'key' | 'redeemedAt'>): 'invited' | 'redeemed' | 'brought' {
  if (key !== null) return 'brought';
  return redeemedAt === null ? 'invited' : 'redeemed';
}
