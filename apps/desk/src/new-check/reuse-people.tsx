import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestBody } from '@lateral/envelope/words';
import { Button } from '../components/index.js';
import { useChecks } from '../data/work.js';
import { useLanguage } from '../words/use-language.js';
import { dayOf } from '../words/dates.js';
import type { PersonDraft } from './check-draft.js';
import { peopleOfRequest } from './people.js';
import { useOpenedRequests } from './use-check.js';

const MOST_OFFERED = 5;
interface Earlier { check: string; people: RequestBody['people']; created: string }

/** People of earlier checks that are open in this session: theirs alone is taken over, nothing of what was asked. */
export function ReusePeople({ onPeople }: { onPeople: (people: PersonDraft[]) => void }): ReactElement | null {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const earlier = useEarlier();
  const references = new Map((useChecks().data ?? []).map(({ id, reference }) => [id, reference]));
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="reuse">
      <h2 className="govuk-heading-s" id="reuse">{t('reuse.title')}</h2>
      <ul className="govuk-list">
        {earlier.slice(0, MOST_OFFERED).map(({ check, people, created }) => (
          <li key={check} className="desk-reuse">
            <span translate="no">{people[0]?.name}</span> {people.length > 1 && t('reuse.more', { count: people.length - 1 })} <span className="govuk-hint">{references.get(check)} {dayOf(created, language)}</span>{' '}
            <Button type="button" variant="secondary" onClick={() => { onPeople(peopleOfRequest({ people })); }}>{t('reuse.go')}<span className="govuk-visually-hidden">: {people[0]?.name}</span></Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The newest of each check. */
function useEarlier(): Earlier[] {
  const all = useOpenedRequests().flatMap(({ check, unsealed: { opened: { body, created } } }) => (body.type === 'request' ? [{ check, people: body.people, created }] : []));
  const newest = new Map(all.toSorted((a, b) => a.created.localeCompare(b.created)).map((each) => [each.check, each]));
  return [...newest.values()].toSorted((a, b) => b.created.localeCompare(a.created));
}
