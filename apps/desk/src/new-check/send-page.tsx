import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgedShare } from '@lateral/contracts';
import { Button, InsetText, Link, type SummaryError } from '../components/index.js';
import { useContacts } from '../data/people.js';
import { Page } from '../frame/page.js';
import { Loading } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { DraftNote } from '../frame/use-draft.js';
import { HubProblem } from '../hub/hub.js';
import { useLanguage } from '../words/use-language.js';
import { CheckPage } from './check-page.js';
import { composeRequests, type Composing } from './compose.js';
import { Form } from './form.js';
import { composeRecordOnly } from './record-only.js';
import { NobodyToRead } from './send-check.js';
import { Statements } from './statements.js';
import { Summary } from './summary.js';
import { linkTo, useComposed, useComposing, type Writing } from './use-check.js';
import { sentAt, useSendCheck } from './use-sending.js';
import { useToWhatIsMissing } from './use-what-is-missing.js';
import { verdictOfAll } from './verdict.js';
import { useWaits } from './use-waits.js';

export function Component(): ReactElement {
  return <CheckPage page="send">{(writing) => <Ready writing={writing} />}</CheckPage>;
}

function Ready({ writing }: { writing: Writing }): ReactElement {
  const { t } = useTranslation('newCheck');
  const composing = useComposing();
  return composing === undefined ? <Page title={t('pages.send')} narrow><Loading what={t('law')} /></Page> : <SendPage writing={writing} composing={composing} />;
}

/** Everything once more, and the one button that lets it go. */
export function SendPage({ writing, composing }: { writing: Writing; composing: Composing }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { kept, draft } = writing;
  const act = useAct();
  const errors = useSendErrors(act, draft.asked.map(({ agency }) => agency), composing);
  const sending = useSendCheck(writing);
  useToWhatIsMissing(writing);
  const composed = useComposed(draft, composing);
  const press = (): void => void act.run(async () => {
    if (!draft.isRecordOnly) return sending.send(composeRequests(draft, composing) ?? []);
    const record = composeRecordOnly(draft, composing);
    return record === null ? undefined : sending.keep(record);
  });
  // While it goes, what the list tells of it is this very press.
  if (sending.already !== null && !act.busy) return <Already reference={sending.already} leave={sending.leave} />;
  const goes = draft.isRecordOnly || (composed.length > 0 && verdictOfAll(composed) === 'accept');
  return (
    <Page title={draft.isRecordOnly ? t('pages.keep') : t('pages.send')} caption={t('step', { number: 4 })} back={{ href: linkTo('why', kept.id), label: t('back') }} errors={errors} narrow>
      <Summary draftId={kept.id} draft={draft} composed={draft.isRecordOnly ? [] : composed} composing={composing} />
      {!draft.isRecordOnly && <Statements draft={draft} composed={composed} composing={composing} />}
      {!goes && composed.length > 0 && <InsetText>{t('send.stopped')} <Link className="govuk-link" href={linkTo('why', kept.id)}>{t('pages.why')}</Link></InsetText>}
      <Form onSubmit={press}>
        <Button disabled={act.busy || !goes}>{draft.isRecordOnly ? t('send.keep') : t('send.go', { count: draft.asked.length })}</Button>
        <div role="status">{act.busy && <p className="govuk-body">{t('send.busy')}</p>}</div>
        <DraftNote draft={kept} />
      </Form>
    </Page>
  );
}

function Already({ reference, leave }: { reference: string; leave: (address: string) => Promise<void> }): ReactElement {
  const { t } = useTranslation('newCheck');
  const waits = useWaits();
  return (
    <Page title={t('already.title')} narrow>
      <p className="govuk-body">{t('already.how', { reference })}</p>
      <Button type="button" disabled={waits.isWaiting} onClick={() => { waits.run(() => leave(sentAt(reference))); }}>{t('already.go')}</Button>
    </Page>
  );
}

/** What went wrong, in words: of each agency what the hub judged, of one that nobody can read for whom to telephone. */
function useSendErrors({ error, errors }: Act, order: readonly string[], { agencies }: Composing): readonly SummaryError[] {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const contacts = useContacts().data;
  return useMemo(() => {
    const nameOf = (id: string): string => agencies.find((agency) => agency.id === id)?.name[language] ?? id;
    if (error instanceof NobodyToRead) {
      const phone = contacts?.find(({ agency }) => agency === error.agency)?.phone ?? null;
      return [{ message: phone === null ? t('send.nobody', { agency: nameOf(error.agency) }) : t('send.nobodyPhone', { agency: nameOf(error.agency), phone }) }];
    }
    if (error instanceof HubProblem && error.code === 'away') return [{ message: t('send.away') }];
    const judged = error instanceof HubProblem ? error.problem?.judgements ?? [] : [];
    const said = judged.flatMap((share) => saidOf(share).map((text) => ({ message: `${nameOf(order[placeIn(share.at)] ?? '')}: ${text[language]}` })));
    return said.length === 0 ? errors : said;
  }, [agencies, contacts, error, errors, language, order, t]);
}

function saidOf({ findings, judgement: { acknowledged } }: JudgedShare): { en: string; cy: string }[] {
  return findings.filter(({ level, code }) => level === 'block' || (level === 'warn' && !acknowledged.includes(code))).map(({ sentence, mend }) => ({ en: `${sentence.en} ${mend.en}`, cy: `${sentence.cy} ${mend.cy}` }));
}

/** `/requests/2/envelope/justification` is of the third. */
function placeIn(at: string): number {
  return Number(/^\/requests\/(\d+)\//u.exec(at)?.[1] ?? Number.NaN);
}
