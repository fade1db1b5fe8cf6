import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput, Input, Radios, Textarea } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { NO_MOMENT, type AnswerDraft, type MomentBoxes } from './answer-draft.js';
import { useAnswerForm } from './form.js';
import { Invitation } from './invitation.js';
import { momentTyped, offeredMoments } from '../talk/moments.js';

const OTHER = 'other';
const ASKS = 'question';

/** Until when, or a question first. The asking side is told, and the request stays open. */
export function Talking(): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { now } = useDesk();
  const { draft, change, errorAt } = useAnswerForm();
  const [asks, setAsks] = useState(draft.until === null && draft.questionBack !== '');
  const [offered] = useState(() => [...new Set([...(draft.until !== null && draft.untilTyped === null ? [draft.until] : []), ...offeredMoments(now())])]);
  const choose = (value: string): void => {
    setAsks(value === ASKS);
    change(value === OTHER ? { untilTyped: draft.untilTyped ?? NO_MOMENT, until: momentTyped(draft.untilTyped ?? NO_MOMENT) } : { untilTyped: null, until: value === ASKS ? null : value });
  };
  return (
    <>
      <Radios
        name="until" legend={t('talking.until')} legendSize="s" hint={t('talking.untilHint')} error={errorAt('until')} value={chosenOf(draft, asks)} onChange={choose}
        items={[
          ...offered.map((at) => ({ value: at, label: momentOf(at, language, now()) })),
          { value: OTHER, label: t('talking.other'), conditional: draft.untilTyped === null ? undefined : <OtherMoment typed={draft.untilTyped} /> },
          { divider: t('or') },
          { value: ASKS, label: t('talking.asks'), conditional: chosenOf(draft, asks) === ASKS ? <QuestionBack /> : undefined },
        ]}
      />
      {draft.until !== null && (
        <>
          <Textarea id="talk-why" label={t('talking.why')} labelSize="s" hint={t('talking.whyHint')} rows={2} lang={draft.language} error={errorAt('talk-why')} value={draft.talkWhy} onChange={(event) => { change({ talkWhy: event.currentTarget.value }); }} />
          <Invitation until={draft.until} />
        </>
      )}
    </>
  );
}

function chosenOf({ until, untilTyped }: AnswerDraft, asks: boolean): string {
  if (untilTyped !== null) return OTHER;
  return until ?? (asks ? ASKS : '');
}

function OtherMoment({ typed }: { typed: MomentBoxes }): ReactElement {
  const { t } = useTranslation('answer');
  const { change, errorAt } = useAnswerForm();
  const put = (next: Partial<MomentBoxes>): void => {
    const untilTyped = { ...typed, ...next };
    change({ untilTyped, until: momentTyped(untilTyped) });
  };
  const labels = { day: t('day'), month: t('month'), year: t('year') };
  return (
    <>
      <DateInput id="until-day" legend={t('talking.day')} labels={labels} error={errorAt('until-day-day')} values={typed} onChange={({ day = '', month = '', year = '' }) => { put({ day, month, year }); }} />
      <Input id="until-time" label={t('talking.time')} hint={t('talking.timeHint')} width={5} autoComplete="off" value={typed.time} onChange={(event) => { put({ time: event.currentTarget.value }); }} />
    </>
  );
}

function QuestionBack(): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, change, errorAt } = useAnswerForm();
  return <Textarea id="question-back" label={t('talking.question')} rows={3} lang={draft.language} error={errorAt('question-back')} value={draft.questionBack} onChange={(event) => { change({ questionBack: event.currentTarget.value }); }} />;
}
