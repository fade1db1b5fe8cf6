import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { SummaryList, type SummaryRow } from '../components/index.js';
import { useOpened } from '../data/opened.js';
import { useAgencyNames } from '../data/people.js';
import { OnHubsWord } from '../frame/message-states.js';
import type { Wanted } from '../keeper/keeper.js';
import { Opening } from './opening.js';
import { Prose } from '../words/prose.js';
import type { OpenRequest } from './use-answer.js';

/** What came of it, as the asking agency told it: and whether this answer was any use. */
export function OutcomeTold({ request: { view, opened: { digest } } }: { request: OpenRequest }): ReactElement | null {
  const { t } = useTranslation('answer');
  const agencyName = useAgencyNames();
  const wanted = useMemo(() => outcomesOf(view, digest), [view, digest]);
  const opened = useOpened(wanted);
  if (wanted.length === 0) return null;
  const told = opened.all.findLast((each) => each.opened?.body.type === 'outcome')?.opened ?? null;
  return (
    <section aria-labelledby="outcome">
      <h2 className="govuk-heading-m" id="outcome">{t('outcome.title')}</h2>
      {told?.body.type === 'outcome'
        ? <><OnHubsWord of={told} agency={agencyName(view.asking)} /><Told body={told.body} /></>
        : <Opening kind="message" opened={opened} from={view.asking} atOnce={false} open={t('outcome.open')} what={<p className="govuk-body">{t('outcome.waits', { agency: agencyName(view.asking) })}</p>} />}
    </section>
  );
}

type OutcomeBody = Extract<NonNullable<ReturnType<typeof useOpened>['all'][number]['opened']>['body'], { type: 'outcome' }>;

function Told({ body }: { body: OutcomeBody }): ReactElement {
  const { t } = useTranslation(['answer', 'codes']);
  const { outcome, used, usedHow, text, askOfYou, contact } = body;
  const own = (words: string): ReactElement => <div lang={body.language}><Prose text={words} /></div>;
  const rows: SummaryRow[] = [
    { key: t('outcome.decided'), value: t(`codes:outcome.${outcome}`) },
    ...(used === undefined ? [] : [{ key: t('outcome.used'), value: <>{t(`outcome.${used}`)}{usedHow !== undefined && own(usedHow)}</> }]),
    ...(text.trim() === '' ? [] : [{ key: t('outcome.said'), value: own(text) }]),
    ...(askOfYou === undefined || askOfYou === null ? [] : [{ key: t('outcome.asks'), value: own(askOfYou) }]),
    ...(contact === undefined ? [] : [{ key: t('outcome.contact'), value: [contact.name, contact.role, contact.phone].filter((part) => part !== undefined).join(', ') }]),
  ];
  return <SummaryList rows={rows} />;
}

function outcomesOf({ envelopes, asking, check, id }: RequestView, inReplyTo: string): Wanted[] {
  return envelopes.filter(({ type, from, supersededBy }) => type === 'outcome' && from === asking && supersededBy === null).slice(-1).filter(({ erasedAt }) => erasedAt === null)
    .map(({ id: envelope }) => ({ envelope, expected: { type: 'outcome', from: asking, check, request: id, inReplyTo } }));
}
