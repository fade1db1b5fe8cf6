import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Act } from '@lateral/domain/access';
import { Link, type SummaryError } from '../components/index.js';
import { useMember } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { may } from '../frame/roles.js';
import { HubProblem } from '../hub/hub.js';

/** The pages of an agency, and the act that somebody must be allowed for each. */
const PAGES = [['people', 'see-joiners'], ['keys', 'propose-roster'], ['contacts', 'change-contact']] as const;

interface AgencyPageProps { act: Act; title: string; /** What stands in the heading, where that is not the title alone. */ heading?: ReactNode; errors?: readonly SummaryError[] | undefined; narrow?: boolean; children: ReactNode }

/** A page about the own agency, with links to the others. Whoever may not is told what they are told of a page that is not there. */
export function AgencyPage({ act, title, heading, errors, narrow, children }: AgencyPageProps): ReactElement {
  const { roles } = useMember();
  if (!may(act, roles)) throw new HubProblem(403, 'role-not-allowed');
  return <Page title={title} {...(heading === undefined ? {} : { heading })} {...(errors === undefined ? {} : { errors })} {...(narrow === undefined ? {} : { narrow })}><AgencyPages />{children}</Page>;
}

function AgencyPages(): ReactElement {
  const { t } = useTranslation('agency');
  const { roles } = useMember();
  const { pathname } = useLocation();
  return (
    <nav aria-label={t('nav.label')} className="desk-filters desk-not-printed">
      <ul className="govuk-list">
        {PAGES.filter(([, act]) => may(act, roles)).map(([page]) => <li key={page}><Link className="govuk-link govuk-link--no-visited-state" href={`/agency/${page}`} aria-current={pathname === `/agency/${page}` ? 'page' : undefined}>{t(`nav.${page}`)}</Link></li>)}
      </ul>
    </nav>
  );
}
