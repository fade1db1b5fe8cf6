import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NearDuplicate } from '@lateral/domain/chronology';
import { Button, Details, InsetText } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { withApart, withJoined } from './chronology-draft.js';
import type { MadeChronology } from './use-chronology.js';

/** Pairs that may tell of one event. Nothing is joined by itself, and both sources stay whatever is chosen. */
export function Same({ made: { same, entries, draft } }: { made: MadeChronology }): ReactElement | null {
  const { t } = useTranslation('chronology');
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLParagraphElement>(null);
  const settle = (pair: NearDuplicate, isSame: boolean): void => {
    draft.set((before) => (isSame ? withJoined(before, pair.keys) : withApart(before, pair.keys)));
    setSaid(t(isSame ? 'same.joined' : 'same.kept'));
    // The button that was pressed goes with its pair: the focus goes to what says how many are left.
    heading.current?.focus();
  };
  if (!draft.ready || same.length === 0 && said === '') return null;
  return (
    <section className="desk-not-printed" aria-labelledby="same">
      <h2 className="govuk-heading-m" id="same">{t('same.title')}</h2>
      <p className="govuk-body" tabIndex={-1} ref={heading} role="status">{said} {same.length > 0 && t('same.count', { count: same.length })}</p>
      {same.slice(0, 5).map((pair, at) => <Pair key={pair.keys.join(' ')} pair={pair} number={at + 1} entries={entries} settle={settle} />)}
    </section>
  );
}

function Pair({ pair, number, entries, settle }: { pair: NearDuplicate; number: number; entries: MadeChronology['entries']; settle: (pair: NearDuplicate, isSame: boolean) => void }): ReactElement | null {
  const { t } = useTranslation('chronology');
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const [one, other] = pair.keys.map((key) => entries.find((entry) => entry.key === key));
  if (one === undefined || other === undefined) return null;
  const which = <span className="govuk-visually-hidden"> {t('same.which', { number })}</span>;
  return (
    <InsetText>
      <p>{t('same.ask', { one: agencyName(one.agency), other: agencyName(other.agency), when: dayOf(pair.from, language) })}</p>
      <Details summary={<>{t('column.what')}{which}</>}>{[one, other].map((entry) => <p key={entry.key}><strong>{agencyName(entry.agency)}</strong> <span lang={entry.language}>{entry.text}</span></p>)}</Details>
      <div className="govuk-button-group">
        <Button type="button" variant="secondary" onClick={() => { settle(pair, true); }}>{t('same.join')}{which}</Button>
        <Button type="button" variant="secondary" onClick={() => { settle(pair, false); }}>{t('same.apart')}{which}</Button>
      </div>
    </InsetText>
  );
}
