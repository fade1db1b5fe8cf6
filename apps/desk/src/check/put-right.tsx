import { useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SummaryError } from '../components/index.js';
import type { OpenedQuestion } from '../data/opened-question.js';
import type { Override } from '../justify/as-emergency.js';
import { ReasonFields } from '../reasons/reason-fields.js';
import { questionWith, reasonsOf, type ReasonField, type Reasons } from '../reasons/reasons.js';
import { lackedReasons, type FurtherQuestion } from './further.js';

/** What is made of a question, put right where it left with few words: as an emergency, say. */
export interface Made {
  /** Null while something of it is missing. */
  further: FurtherQuestion | null;
  under: (override: Override) => FurtherQuestion | null;
  /** Reasons that are asked for: what it lacked keeps its place while it is written. None where it goes as an emergency. */
  wanted: ReadonlySet<ReasonField>;
}

/** `make` stays the same for as long as what it makes does. */
export function useMade(question: OpenedQuestion, { reasons, override = null }: { reasons?: Reasons; override?: Override }, make: (of: OpenedQuestion, override: Override) => FurtherQuestion | null): Made {
  const putRight = useMemo(() => (reasons === undefined ? question : questionWith(question, reasons)), [question, reasons]);
  const under = useCallback((as: Override) => make(putRight, as), [make, putRight]);
  const further = useMemo(() => under(override), [under, override]);
  const wanted = useMemo(() => new Set(override !== null ? [] : [make(question, null), further].flatMap((each) => (each === null ? [] : lackedReasons(each)))), [override, make, question, further]);
  return { further, under, wanted };
}

interface PutRightProps { question: OpenedQuestion; reasons: Reasons | undefined; wanted: Made['wanted']; errors: readonly SummaryError[]; set: (reasons: Reasons) => void }

/** What the question before was not given time to say. */
export function PutRight({ question, reasons = reasonsOf(question), wanted, errors, set }: PutRightProps): ReactElement | null {
  const { t } = useTranslation(['check', 'newCheck']);
  if (wanted.size === 0) return null;
  return (
    <section aria-labelledby="put-right">
      <h2 className="govuk-heading-m" id="put-right">{t('putRight.title')}</h2>
      <p className="govuk-body">{t('putRight.means')}</p>
      <ReasonFields reasons={reasons} wanted={wanted} people={question.body.people} language={question.narrative.language} words={{ why: t('newCheck:why.reason'), hint: t('newCheck:why.reasonHint') }} errors={errors} change={(next) => { set({ ...reasons, ...next }); }} />
    </section>
  );
}
