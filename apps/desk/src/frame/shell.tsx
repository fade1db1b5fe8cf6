import { useEffect, useRef, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigation } from 'react-router';
import type { MeReply } from '@lateral/contracts';
import { Button } from '../components/button.js';
import { ErrorPrefixContext } from '../components/error-message.js';
import { Footer } from '../components/footer.js';
import { GenericHeader } from '../components/generic-header.js';
import { LanguageNavigation } from '../components/language-navigation.js';
import { Link, LinkContext } from '../components/link.js';
import { ServiceNavigation } from '../components/service-navigation.js';
import { SkipLink } from '../components/skip-link.js';
import { useAgencyNames, useNames } from '../data/people.js';
import { LANGUAGES, searchIn, type Language } from '../words/languages.js';
import { useLanguage } from '../words/use-language.js';
import { useDesk, useStanding } from './desk.js';
import { StillIn } from './notices.js';
import { placesOf, type Place } from './roles.js';
import { RouterLink } from './router-link.js';
import type { Waiting } from './use-waiting.js';

const OWN_NAME: Record<Language, string> = { en: 'English', cy: 'Cymraeg' };
const FOOTER = ['help', 'accessibility', 'privacy', 'status'] as const;

/** What stands around every page. `waiting` is null while keys are locked or nobody is in. */
export function Shell({ waiting, notices, children }: { waiting: Waiting | null; notices?: ReactNode; children: ReactNode }): ReactElement {
  const { t } = useTranslation('frame');
  const { state } = useNavigation();
  return (
    <LinkContext.Provider value={RouterLink}>
      <ErrorPrefixContext.Provider value={t('errorPrefix')}>
        <SkipLink target="main">{t('skipToMain')}</SkipLink>
        <header className="desk-head">
          <Head />
          <Navigation waiting={waiting} />
          <div className="govuk-width-container"><p className="govuk-body-s desk-marking">{t('marking')}</p></div>
        </header>
        <div className="govuk-width-container">
          {notices}
          <StillIn />
          <main className="govuk-main-wrapper desk-main" id="main" aria-busy={state === 'loading' ? true : undefined}>{children}</main>
        </div>
        <footer>
          <Footer hiddenTitle={t('footer.title')} items={FOOTER.map((name) => ({ href: `/${name}`, children: t(`footer.${name}`) }))} />
        </footer>
      </ErrorPrefixContext.Provider>
    </LinkContext.Provider>
  );
}

/** Name of the service, agency, person; and the lock, which is the last thing on the right and never elsewhere. */
function Head(): ReactElement {
  const { t } = useTranslation('frame');
  const { session } = useDesk();
  const standing = useStanding();
  return (
    <div className="desk-head__row">
      <GenericHeader href="/">{t('service')}</GenericHeader>
      <div className="govuk-width-container desk-head__who">
        {'me' in standing && <Who me={standing.me} />}
        {standing.phase === 'unlocked' && <Button type="button" variant="secondary" className="desk-lock" title={t('lockKeys')} aria-keyshortcuts="Control+Shift+L" onClick={() => void session.lockEverywhere()}>{t('lockNow')}</Button>}
      </div>
    </div>
  );
}

function Who({ me: { agency, member } }: { me: MeReply }): ReactElement {
  const agencyName = useAgencyNames();
  return (
    <p className="govuk-body-s desk-who">
      <span>{agencyName(agency)}</span>
      {member !== null && <Link href="/account" className="govuk-link govuk-link--no-visited-state"><OwnName member={member} /></Link>}
    </p>
  );
}

/** A pseudonym tells nobody that it is they: until the own name can be opened, the account is only called theirs. */
function OwnName({ member }: { member: string }): ReactElement {
  const { t } = useTranslation('frame');
  const name = useNames()(member);
  return name === member ? <>{t('account')}</> : <><span className="govuk-visually-hidden">{t('account')}: {t('signedInAs')} </span>{name}</>;
}

function Navigation({ waiting }: { waiting: Waiting | null }): ReactElement {
  const { t } = useTranslation('frame');
  const { pathname } = useLocation();
  const standing = useStanding();
  const places = standing.phase === 'unlocked' ? placesOf(standing.me.roles) : [];
  const labelOf = useLabels(waiting);
  return (
    <ServiceNavigation
      aria-label={t('aboutService')} menuText={t('menu')} navigationLabel={t('nav.label')} end={<Languages />} endInline
      items={places.map((place) => ({ href: `/${place}`, current: pathname === `/${place}`, active: pathname === `/${place}` || pathname.startsWith(`/${place}/`), children: labelOf(place) }))}
    />
  );
}

/** What a link says, with how much waits there inside it. */
function useLabels(waiting: Waiting | null): (place: Place) => string {
  const { t } = useTranslation('frame');
  return (place) => {
    if (place === 'checks' && waiting !== null && waiting.answers > 0) return t('nav.checksNew', { count: waiting.answers });
    if (place === 'inbox' && waiting !== null && waiting.requests > 0) return t('nav.inboxWaiting', { count: waiting.requests });
    return t(`nav.${place}`);
  };
}

/** English | Cymraeg. The page stays as it is; opened in a new window the link asks for the same page in that language. */
function Languages(): ReactElement {
  const { t } = useTranslation('frame');
  const { pathname, search } = useLocation();
  const { language, change } = useLanguage();
  const pressed = useRef<HTMLElement | null>(null);
  // The link that was pressed is text from now on: the focus goes to the other.
  useEffect(() => {
    pressed.current?.querySelector('a')?.focus();
    pressed.current = null;
  }, [language]);
  const press = (next: Language) => (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    pressed.current = event.currentTarget.closest('nav');
    void change(next);
  };
  return (
    <LanguageNavigation
      aria-label={t('language')}
      items={LANGUAGES.map((each) => ({ lang: each, current: each === language, href: `${pathname}${searchIn(each, search)}`, onClick: press(each), children: OWN_NAME[each] }))}
    />
  );
}
