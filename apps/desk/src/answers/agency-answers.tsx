import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '@lateral/contracts';
import { Checkboxes, InsetText, Tag, WarningText } from '../components/index.js';
import { Phone } from '../check/agency-card.js';
import type { ReadRequest } from '../check/wanted.js';
import { withIncluded } from '../chronology/chronology-draft.js';
import { entriesOf } from '../chronology/entries.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { useAgencyNames, useContacts } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import { KeyNews } from '../frame/key-news.js';
import { CannotOpen, Erased, Malformed, NotRelied, OnHubsWord, TooOld } from '../frame/message-states.js';
import type { Unsealed } from '../keeper/keeper.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { isAnswer } from './answer.js';
import { AnswerBody } from './answer-body.js';
import { Attachments } from './attachments.js';
import { useMarks } from './marks.js';

/** Everything one agency said, oldest first; what did not pass its verification has an interruption in its place, and nothing of it is shown. */
export function AgencyAnswers({ read, check }: { read: ReadRequest; check: CheckView }): ReactElement {
  const agencyName = useAgencyNames();
  const { view, answers } = read;
  const agency = agencyName(view.asked);
  const id = `agency-${view.id}`;
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-l" id={id}>{agency}</h2>
      <IntoChronology read={read} agency={agency} />
      {answers.map((each) => (each.opened === null ? <NotShown key={each.envelope} refused={each} agency={view.asked} /> : <Shown key={each.envelope} opened={each.opened} read={read} check={check} agency={agency} />))}
      <Phone view={view} agency={agency} />
    </section>
  );
}

/** What stands in place of a message that was not opened. A content that is no message is a fault of its sender's client, and no forgery. */
function NotShown({ refused: { code }, agency }: { refused: Extract<Unsealed, { opened: null }>; agency: string }): ReactElement {
  const { t } = useTranslation('answers');
  const agencyName = useAgencyNames();
  const phone = useContacts().data?.find((each) => each.agency === agency)?.phone ?? null;
  if (code === 'erased') return <Erased what="answer" />;
  if (code === 'no-key' || code === 'not-addressed') return <CannotOpen who={t('custodian')} />;
  if (code === 'expired') return <TooOld what="answer" agency={agencyName(agency)} phone={phone} />;
  return code === 'content-mismatch' ? <Malformed what="answer" phone={phone} /> : <NotRelied what="answer" agency={agencyName(agency)} phone={phone} code={code} />;
}

function IntoChronology({ read, agency }: { read: ReadRequest; agency: string }): ReactElement | null {
  const { t } = useTranslation('answers');
  const { chronology } = useMarks();
  const keys = entriesOf([read]).map(({ key }) => key);
  if (keys.length === 0 || !chronology.ready) return null;
  const isIn = !keys.some((key) => chronology.value.leftOut.includes(key));
  return (
    <Checkboxes
      name={`add-${read.view.id}`} small values={isIn ? ['add'] : []} onChange={(ticked) => { chronology.set((before) => withIncluded(before, keys, ticked.length > 0)); }}
      items={[{ value: 'add', label: <>{t('add')}<span className="govuk-visually-hidden"> ({agency})</span></>, hint: t('addHint', { agency }) }]}
    />
  );
}

function Shown({ opened, read, check, agency }: { opened: OpenedMessage; read: ReadRequest; check: CheckView; agency: string }): ReactElement | null {
  const { t } = useTranslation(['answers', 'codes', 'frame']);
  const { language } = useLanguage();
  const { now } = useDesk();
  if (!isAnswer(opened)) return null;
  const { body, created, witness, mismatched } = opened;
  return (
    <article className="desk-answer" aria-labelledby={`answer-${opened.message}`}>
      <h3 className="govuk-heading-m" id={`answer-${opened.message}`}>{t(`codes:response.${body.responseType}`)}</h3>
      <p className="govuk-body">{t('given', { at: momentOf(created, language, now()) })} <Tag colour={witness === 'proven' ? 'green' : 'grey'}><span className="govuk-visually-hidden">{t('record')}: </span>{t(`codes:witness.${witness}`)}</Tag></p>
      <OnHubsWord of={opened} agency={agency} />
      <KeyNews of={[opened]} />
      {mismatched.length > 0 && <WarningText prefix={t('frame:warning')}>{t('mismatched', { agency, fields: mismatched.map((field) => t(`codes:sealed.${field}`)).join('; ') })}</WarningText>}
      <AnswerBody opened={opened} read={read} check={check} />
      <Attachments opened={opened} />
      {body.responseType === 'VERBAL_GIVEN' && <InsetText>{t('verbal')}</InsetText>}
    </article>
  );
}
