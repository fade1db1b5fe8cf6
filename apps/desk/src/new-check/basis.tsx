import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { THRESHOLDS, type Threshold } from '@lateral/domain';
import type { LawfulStack } from '@lateral/domain/justification';
import { sourceOf, THRESHOLD_CALLED } from '@lateral/domain/statement';
import { Button, Checkboxes, Details, Radios, Select, SummaryList, Tag } from '../components/index.js';
import { stackFor } from '../justify/asking.js';
import { LISTS_OF_STACK } from '../justify/lists-of-stack.js';
import { partyOf } from '../justify/parties.js';
import { called } from '../words/called.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { withAsked } from './ask.js';
import type { CheckDraft } from './check-draft.js';
import type { ComposedRequest, Composing } from './compose.js';
import type { Writing } from './use-check.js';

const OFFERED = 'offered';

interface BasisProps { draft: CheckDraft; composed: readonly ComposedRequest[]; composing: Composing; change: Writing['change'] }

/** What the question rests on: filled from the agreement, shown in one row, changed where somebody knows better. */
export function Basis({ draft, composed, composing, change }: BasisProps): ReactElement {
  const { t } = useTranslation('newCheck');
  const [isOpen, setOpen] = useState(false);
  const value = (
    <>
      {sameBases(composed).map((same) => <Resting key={same[0]!.asked.id} same={same} all={composed.length} composing={composing} />)}
      {draft.threshold !== null && draft.threshold !== 's47' && draft.subjectKind === 'child' && draft.told !== 'yes' && draft.told !== null && <p className="govuk-body"><Tag colour="orange">{t('basis.below')}</Tag> {t('basis.belowHint')}</p>}
      <Button type="button" variant="secondary" id="basis" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{isOpen ? t('basis.done') : t('basis.change')}<span className="govuk-visually-hidden"> {t('basis.title')}</span></Button>
    </>
  );
  return (
    <>
      <SummaryList rows={[{ key: t('basis.title'), value }]} />
      {isOpen && <div className="govuk-inset-text"><ThresholdChoice draft={draft} change={change} />{composed.map((each) => <Change key={each.asked.id} of={each} draft={draft} composing={composing} change={change} />)}</div>}
    </>
  );
}

/** Agencies whose questions rest on the same are told of together. */
function sameBases(composed: readonly ComposedRequest[]): ComposedRequest[][] {
  const groups = new Map<string, ComposedRequest[]>();
  for (const each of composed) {
    const key = JSON.stringify([LISTS_OF_STACK.map(([list]) => each.record.stack[list]), each.judged.cover]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function Resting({ same, all, composing: { law } }: { same: readonly ComposedRequest[]; all: number; composing: Composing }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const [{ record: { stack }, judged: { cover } }] = same as [ComposedRequest];
  const names = LISTS_OF_STACK.flatMap(([list]) => stack[list]).flatMap((code) => law.catalogue.row(code)?.name[language] ?? []);
  const agreement = cover === null ? undefined : law.agreements.find(({ document }) => document.reference === cover.reference && document.version === cover.version);
  return (
    <div className="desk-basis">
      <p className="govuk-body">{same.length < all && <strong>{same.map(({ asked }) => asked.name[language]).join(', ')}: </strong>}{names.length === 0 ? t('basis.none') : names.join('; ')}</p>
      {cover !== null && agreement !== undefined && <p className="govuk-hint">{t('basis.by', { reference: cover.reference, version: cover.version, until: dayOf(agreement.document.expires, language) })}</p>}
    </div>
  );
}

function ThresholdChoice({ draft, change }: Pick<BasisProps, 'draft' | 'change'>): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  return (
    <Select id="threshold" label={t('basis.threshold')} value={draft.threshold ?? 'not_known'} onChange={(event) => { change({ threshold: event.currentTarget.value as Threshold }); }}>
      {THRESHOLDS.map((each) => <option key={each} value={each}>{called(THRESHOLD_CALLED[each], language)}</option>)}
    </Select>
  );
}

/** One agency's: a stack that the law offers ready made, or its rows one by one. */
function Change({ of: { asked, record }, draft, composing, change }: Omit<BasisProps, 'composed'> & { of: ComposedRequest }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const { own, law, policyDocument, on } = composing;
  const put = (stack: LawfulStack | null): void => { change((before) => withAsked(before, asked.id, { stack })); };
  const stacks = law.catalogue.stacksFor({ nation: own.nation, sharer: partyOf(own), direction: 'asking', subject: draft.subjectKind, threshold: draft.threshold, emergency: draft.urgency === 'red' });
  const rows = law.catalogue.offered({ nation: own.nation, day: on, sharer: partyOf(own), recipient: partyOf(asked), subject: draft.subjectKind });
  const choose = (code: string): void => {
    const stack = code === OFFERED ? null : law.catalogue.stack(code);
    put(stack === null ? null : stackFor({ stack, by: null, usualMonths: null }, { own, other: asked, classes: record, consent: record.consent, policyDocument, law }));
  };
  const isOwn = draft.asked.find(({ agency }) => agency === asked.id)?.stack !== null;
  return (
    <Details summary={asked.name[language]}>
      <Radios
        name={`${asked.id}-stack`} legend={t('basis.stacks')} legendSize="s" small value={isOwn ? record.stack.defaultStack ?? '' : OFFERED} onChange={choose}
        items={[{ value: OFFERED, label: t('basis.asOffered') }, ...stacks.map(({ code, name }) => ({ value: code, label: name[language] }))]}
      />
      {LISTS_OF_STACK.map(([list, family]) => {
        const offered = rows.filter((row) => row.family === family || record.stack[list].includes(row.code));
        return offered.length === 0 ? null : (
          <Checkboxes
            key={list} name={`${asked.id}-${list}[]`} idPrefix={`${asked.id}-${list}`} legend={t(`basis.lists.${list}`)} legendSize="s" small values={record.stack[list]} onChange={(codes) => { put({ ...record.stack, [list]: [...codes] }); }}
            items={offered.map((row) => ({ value: row.code, label: row.name[language], hint: sourceOf(row, language) }))}
          />
        );
      })}
    </Details>
  );
}
