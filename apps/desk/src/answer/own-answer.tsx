import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportForm, RequestView } from '@lateral/contracts';
import { londonDay } from '@lateral/domain/deadlines';
import { GROUND_CALLED, HANDLING_CALLED, NATURE_CALLED } from '@lateral/domain/statement';
import type { ResponseBody } from '@lateral/envelope/words';
import { dateSaid, isRestricted } from '../chronology/lines.js';
import { useExporting } from '../chronology/use-exporting.js';
import { hasLostCodes } from '../check/erased.js';
import { Button, SummaryList, type SummaryRow } from '../components/index.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { useOpened } from '../data/opened.js';
import { useDesk, useMember } from '../frame/desk.js';
import { KeyNews } from '../frame/key-news.js';
import { Erased } from '../frame/message-states.js';
import type { Act } from '../frame/use-act.js';
import { isOpen } from '../inbox/rows.js';
import type { Wanted } from '../keeper/keeper.js';
import { called } from '../words/called.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { draftOf } from './draft-of.js';
import { Opening } from './opening.js';
import { Prose } from '../words/prose.js';
import type { Answer, OpenRequest } from './use-answer.js';
import type { Sending } from './use-sending.js';

export type OwnMessage = OpenedMessage & { body: ResponseBody };

/** What the own team answered, as it stands now; to be read, printed, copied, and corrected by a new version of it. */
export function OwnAnswer({ request, answer, sending, act }: { request: OpenRequest; answer: Answer | undefined; sending: Sending; act: Act }): ReactElement | null {
  const { t } = useTranslation('answer');
  const me = useMember();
  const { view, opened: { digest } } = request;
  const wanted = useMemo(() => ownAnswerIn(view, me.agency, digest), [view, me.agency, digest]);
  const opened = useOpened(wanted);
  const gone = view.envelopes.findLast(({ type, from, supersededBy }) => type === 'response' && from === me.agency && supersededBy === null)?.erasedAt ?? null;
  if (wanted.length === 0 && gone === null) return null;
  const message = opened.all.find((each) => each.opened?.body.type === 'response')?.opened ?? null;
  return (
    <section aria-labelledby="own-answer">
      <h2 className="govuk-heading-m" id="own-answer">{t('own.title')}</h2>
      {message !== null && isAnswer(message)
        ? <><KeyNews of={[message]} /><AnswerRead message={message} /><Acts message={message} request={request} answer={answer} sending={sending} act={act} /></>
        : hasLostCodes(view) || gone !== null ? <Erased what="answer" at={gone} /> : <Opening kind="answer" opened={opened} from={me.agency} atOnce={false} open={t('own.open')} what={<p className="govuk-body">{t('own.closed')}</p>} />}
    </section>
  );
}

export function isAnswer(message: OpenedMessage): message is OwnMessage {
  return message.body.type === 'response';
}

function Acts({ message, request: { view }, answer, sending, act }: { message: OwnMessage; request: OpenRequest; answer: Answer | undefined; sending: Sending; act: Act }): ReactElement {
  const { t } = useTranslation('answer');
  const { announcer } = useDesk();
  const text = useAnswerText(message);
  const tell = useExporting(view.reference);
  const correct = (): void => {
    if (answer === undefined) return;
    sending.again();
    answer.kept.set({ ...draftOf(message, view.id, answer.sorting), corrects: message.message });
    act.clear();
    setTimeout(() => { document.getElementById('way')?.focus(); });
  };
  const leaves = (form: ExportForm, then: () => unknown): void => void act.run(async () => {
    await tell({ form, messages: 1, restricted: message.body.items.some(isRestricted) });
    await then();
  });
  const copy = (): void => leaves('copy', async () => {
    await navigator.clipboard.writeText(text);
    announcer.say(t('own.copied'));
  });
  const isCorrecting = answer?.kept.value.corrects === message.message;
  return (
    <div className="govuk-button-group desk-answer__acts">
      {!isOpen(view) && view.state !== 'withdrawn' && !isCorrecting && answer !== undefined && <Button type="button" variant="secondary" onClick={correct}>{t('own.correct')}</Button>}
      {isCorrecting && <Button type="button" variant="secondary" onClick={() => void answer.kept.discard()}>{t('own.leave')}</Button>}
      <Button type="button" variant="secondary" onClick={() => { leaves('print', () => { globalThis.print(); }); }}>{t('own.print')}</Button>
      <Button type="button" variant="secondary" onClick={copy}>{t('own.copy')}</Button>
    </div>
  );
}

/** What an answer says, to be read. */
export function AnswerRead({ message }: { message: OwnMessage }): ReactElement {
  const { t } = useTranslation(['answer', 'codes']);
  const { language } = useLanguage();
  const { now } = useDesk();
  const { body, created } = message;
  return (
    <>
      <p className="govuk-body"><strong>{t(`codes:response.${body.responseType}`)}</strong>, {momentOf(created, language)}</p>
      <ol className="govuk-list govuk-list--number" lang={body.language}>{body.items.map((item) => (
        <li key={item.id} lang={item.language ?? body.language}><Prose text={item.text} /><p className="govuk-hint" lang={language}>{[dateSaid(item.eventDate, language, londonDay(now())), called(NATURE_CALLED[item.nature], language), called(HANDLING_CALLED[item.handling], language), item.source].filter((part) => part !== null && part !== undefined && part !== '').join('; ')}</p></li>
      ))}</ol>
      <SummaryList rows={useRows(message)} />
    </>
  );
}

function useRows({ body, narrative, attachments }: OwnMessage): SummaryRow[] {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const row = (key: string, value: string | null | undefined): SummaryRow[] => (value === null || value === undefined || value === '' ? [] : [{ key, value: <span lang={body.language}>{value}</span> }]);
  return [
    ...row(t('own.searched'), body.systemsSearched.map(({ system }) => system).join(', ')), ...row(t('own.names'), body.namesSearched.join('; ')),
    ...row(t('own.ground'), body.refusalGround === undefined || body.refusalGround === null ? null : called(GROUND_CALLED[body.refusalGround], language)), ...row(t('own.reasons'), body.writtenReasons), ...row(t('own.said'), body.context),
    ...row(t('own.until'), body.holding === undefined || body.holding === null ? null : `${momentOf(body.holding.until, language)}. ${body.holding.why}`), ...row(t('own.question'), body.questionBack),
    ...row(t('own.elsewhere'), body.wrongPerson ?? body.redirect?.why), ...row(t('own.why'), narrative.necessity), ...row(t('own.file'), attachments.map(({ name }) => name).join(', ')),
    ...row(t('own.by'), body.answeredBy?.name), ...row(t('own.approvedBy'), body.approvedBy),
  ];
}

function useAnswerText(message: OwnMessage): string {
  const { t } = useTranslation('codes');
  const { language } = useLanguage();
  const { now } = useDesk();
  const { body, narrative } = message;
  const items = body.items.map(({ text, eventDate }) => [dateSaid(eventDate, language, londonDay(now())), text].filter((part) => part !== null).join(': '));
  return [t(`response.${body.responseType}`), ...items, body.context, body.writtenReasons, narrative.necessity].filter((part) => part !== null && part !== undefined && part !== '').join('\n\n');
}

/** The answer of the own team that stands: corrected ones have been put in the place of those before. */
export function ownAnswerIn({ envelopes, id, check }: RequestView, own: string, inReplyTo: string): Wanted[] {
  return envelopes.filter(({ type, from, supersededBy }) => type === 'response' && from === own && supersededBy === null).slice(-1).filter(({ erasedAt }) => erasedAt === null)
    .map(({ id: envelope }) => ({ envelope, expected: { type: 'response', from: own, check, request: id, inReplyTo } }));
}
