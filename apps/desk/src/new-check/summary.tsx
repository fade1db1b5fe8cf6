import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { OVERRIDE_CALLED, ROLE_CALLED } from '@lateral/domain/statement';
import { packFor } from '@lateral/domain/packs';
import { SummaryList, type SummaryRow } from '../components/index.js';
import { called } from '../words/called.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import type { CheckDraft } from './check-draft.js';
import { dateOf, nameOf, windowOf, type ComposedRequest, type Composing } from './compose.js';
import { useUrgencyLabel } from './urgency-choice.js';
import { linkTo, type CheckPageName } from './use-check.js';

interface SummaryProps { draftId: string; draft: CheckDraft; composed: readonly ComposedRequest[]; composing: Composing }

/** Everything that was said, with the way back to where it was said. */
export function Summary({ draftId, draft, composed, composing }: SummaryProps): ReactElement {
  const { t } = useTranslation(['newCheck', 'codes']);
  const { language } = useLanguage();
  const agencies = composing.agencies.filter(({ id }) => draft.asked.some(({ agency }) => agency === id));
  const urgencyOf = useUrgencyLabel(composing.law, agencies, draft.receivedAt);
  const row = (key: string, value: SummaryRow['value'], page: CheckPageName): SummaryRow => ({ key, value, actions: [{ href: linkTo(page, draftId), children: t('change'), hiddenText: key }] });
  const asking = draft.isRecordOnly ? [] : [
    row(t('summary.urgency'), draft.urgency === null ? '' : urgencyOf(draft.urgency), 'ask'),
    ...draft.asked.map((of) => row(agencies.find(({ id }) => id === of.agency)?.name[language] ?? of.agency, <Asked of={of} draft={draft} composing={composing} />, 'ask')),
  ];
  const hurried = composed.filter(({ record }) => record.override !== null);
  const reasons = draft.isRecordOnly
    ? [row(t('record.reason'), draft.recordReason === null ? '' : t(`codes:recordOnly.${draft.recordReason}`), 'why'), row(t('record.why'), <span lang={draft.language}>{draft.why}</span>, 'why')]
    : [
      row(t('summary.why'), <span lang={draft.language}>{draft.why}</span>, 'why'),
      row(t('why.less'), draft.lessIntrusive === null ? '' : t(`codes:lessIntrusive.${draft.lessIntrusive}`), 'why'),
      row(t('why.told'), <Told draft={draft} />, 'why'),
      ...(hurried.length === 0 ? [] : [row(t('why.override'), <Emergency hurried={hurried} />, 'why')]),
    ];
  return (
    <SummaryList
      rows={[
        row(t('summary.people'), <People draft={draft} />, 'people'), row(t('people.happened'), <span lang={draft.language}>{draft.referralReason}</span>, 'people'),
        row(t('summary.purpose'), draft.purpose === null ? '' : t(`purposes.${draft.purpose}`), 'ask'), ...asking, ...reasons,
      ]}
    />
  );
}

function People({ draft: { people } }: { draft: CheckDraft }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  return (
    <ul className="govuk-list">
      {people.map((person) => {
        const born = dateOf(person.born);
        return <li key={person.id}><span translate="no">{nameOf(person)}</span>, {called(ROLE_CALLED[person.role], language)}{born !== null && `, ${dayOf(born, language)}`}{person.isHidden && `. ${t('person.hidden')}`}</li>;
      })}
    </ul>
  );
}

function Asked({ of, draft, composing: { agencies, law, on } }: { of: CheckDraft['asked'][number]; draft: CheckDraft; composing: Composing }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const agency = agencies.find(({ id }) => id === of.agency);
  const names = agency === undefined ? [] : packFor(law.packs, agency.type).categories.filter(({ code }) => of.categories.includes(code)).map(({ name }) => name[language]);
  const window = windowOf(of, draft.people, on);
  return (
    <>
      <ul className="govuk-list">{names.map((name) => <li key={name}>{name}</li>)}{of.more.trim() !== '' && <li lang={draft.language}>{of.more}</li>}</ul>
      {window !== null && <p className="govuk-hint">{t('summary.period', { from: dayOf(window.from, language), to: dayOf(window.to, language) })}</p>}
    </>
  );
}

function Told({ draft: { told, informed, tellBy } }: { draft: CheckDraft }): ReactElement | null {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const day = dateOf(tellBy);
  if (told === null) return null;
  return <>{t(`told.${told}`)}{told !== 'yes' && <p className="govuk-hint">{informed === 'later' && day !== null ? t('summary.tellBy', { day: dayOf(day, language) }) : t('why.tellReview')}</p>}</>;
}

/** Questions that go before their records are complete; one whose record was completed meanwhile goes as any other. */
function Emergency({ hurried }: { hurried: readonly ComposedRequest[] }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const [reason] = hurried.flatMap(({ record }) => (record.override === null ? [] : [record.override.reason]));
  return <>{reason !== undefined && called(OVERRIDE_CALLED[reason], language)}<p className="govuk-hint">{t('summary.emergency', { names: hurried.map(({ asked }) => asked.name[language]).join(', ') })}</p></>;
}
