import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { headingOf, type Heading } from '@lateral/envelope/heading';
import type { RequestBody } from '@lateral/envelope/words';
import { Button, ErrorMessage, Link } from '../components/index.js';
import { pathTo } from '../check/path-to.js';
import { ownQuestionOf, useHeadings } from '../data/headings.js';
import { useOpened } from '../data/opened.js';
import { useChecks } from '../data/work.js';
import { useMember } from '../frame/desk.js';
import { useProblemText } from '../frame/problem-text.js';
import type { Wanted } from '../keeper/keeper.js';
import { useLanguage } from '../words/use-language.js';
import { dayOf } from '../words/dates.js';
import type { PersonDraft } from './check-draft.js';
import { peopleOfRequest } from './people.js';
import { useOpenedRequests } from './use-check.js';

const MOST_OFFERED = 5;
/** `people` where a question of the check is open already; else `question` is opened when they are wanted. */
interface Earlier { check: string; reference: string; created: string; about: Heading; people: RequestBody['people'] | null; question: Wanted | null }

/** People of earlier checks whose names are open in this session: theirs alone is taken over, nothing of what was asked. */
export function ReusePeople({ onPeople }: { onPeople: (people: PersonDraft[]) => void }): ReactElement | null {
  const { t } = useTranslation('newCheck');
  const earlier = useEarlier();
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="reuse">
      <h2 className="govuk-heading-s" id="reuse">{t('reuse.title')}</h2>
      <ul className="govuk-list">{earlier.slice(0, MOST_OFFERED).map((each) => <Offered key={each.check} earlier={each} take={(people) => { onPeople(peopleOfRequest({ people })); }} />)}</ul>
    </section>
  );
}

function Offered({ earlier: { reference, created, about, people, question }, take }: { earlier: Earlier; take: (people: RequestBody['people']) => void }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const { press, fault, isOpening } = useTaking({ people, question }, take);
  return (
    <li className="desk-reuse">
      <span translate="no">{about.name}</span> {about.more > 0 && t('reuse.more', { count: about.more })} <span className="govuk-hint">{reference} {dayOf(created, language)}</span>{' '}
      {fault !== null && <ErrorMessage role="alert">{fault} <Link href={pathTo(reference)}>{t('reuse.look', { reference })}</Link></ErrorMessage>}
      <Button type="button" variant="secondary" disabled={isOpening} onClick={press}>{t('reuse.go')}<span className="govuk-visually-hidden">: {about.name}</span></Button>
    </li>
  );
}

/** A name alone is a heading: the question that says all of its people is opened when somebody asks for them, and then they are taken. */
function useTaking({ people, question }: Pick<Earlier, 'people' | 'question'>, take: (people: RequestBody['people']) => void): { press: () => void; fault: string | null; isOpening: boolean } {
  const { t } = useTranslation('newCheck');
  const textOf = useProblemText();
  const isWanted = useRef(false);
  const { all, error, isOpening, openAll } = useOpened(question === null ? [] : [question], { auto: false });
  useEffect(() => {
    if (!isWanted.current || people === null) return;
    isWanted.current = false;
    take(people);
  }, [people, take]);
  const isRefused = all[0]?.opened === null;
  return {
    press: () => {
      if (people !== null) return take(people);
      isWanted.current = true;
      void openAll();
    },
    fault: error !== null ? textOf(error) : isRefused ? t('reuse.refused') : null, isOpening,
  };
}

/** Of each check the newest question that is open, else its heading; the newest check first. */
function useEarlier(): Earlier[] {
  const { agency } = useMember();
  const checks = useChecks().data ?? [];
  const questions = checks.flatMap((check) => { const question = ownQuestionOf(check, agency); return question === null ? [] : [{ check, question }]; });
  const headings = useHeadings(questions.map(({ question }) => question), { auto: false }).by;
  const references = new Map(checks.map(({ id, reference }) => [id, reference]));
  const opened = useOpenedRequests().toSorted((a, b) => a.unsealed.opened.created.localeCompare(b.unsealed.opened.created)).flatMap(({ check, unsealed: { opened: { body, created } } }): Earlier[] => {
    const about = headingOf(body);
    return about === null || body.type !== 'request' ? [] : [{ check, reference: references.get(check) ?? '', created, about, people: body.people, question: null }];
  });
  const headed = questions.flatMap(({ check: { id, reference, openedAt }, question }): Earlier[] => {
    const about = headings.get(question.envelope)?.heading ?? null;
    return about === null ? [] : [{ check: id, reference, created: openedAt, about, people: null, question }];
  });
  const newest = new Map([...headed, ...opened].map((each) => [each.check, each]));
  return [...newest.values()].toSorted((a, b) => b.created.localeCompare(a.created));
}
