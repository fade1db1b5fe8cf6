import { BackLink } from '../back-link.js';
import { Footer } from '../footer.js';
import { GenericHeader } from '../generic-header.js';
import { LanguageNavigation } from '../language-navigation.js';
import { ServiceNavigation } from '../service-navigation.js';
import { SkipLink } from '../skip-link.js';
import type { Comparison, Options } from './govuk-fixtures.js';
import { content, given, native } from './govuk-fixtures.js';

function serviceNavigation(options: Options): React.ReactElement {
  const { serviceName, serviceUrl, menuButtonText, navigationLabel, navigationId, ariaLabel, slots } = options as Record<string, string | undefined>;
  const items = given(options['navigation'] as (Options | null)[] | undefined).map((item) => ({ href: item.href, current: item['current'] === true, active: item['current'] === true || item['active'] === true, children: content(item) }));
  const end = (slots as unknown as { end?: string | Options } | undefined)?.end;
  return (
    <ServiceNavigation
      {...native(options)} serviceName={serviceName} serviceHref={serviceUrl} items={items} menuText={menuButtonText ?? 'Menu'} navigationLabel={navigationLabel} navigationId={navigationId}
      aria-label={ariaLabel ?? 'Service information'} end={end && content(typeof end === 'string' ? { html: end } : end)} endInline={typeof end === 'object' && end['align'] === 'inline'}
    />
  );
}

function languageNavigation(options: Options): React.ReactElement {
  const { ariaLabel } = options;
  const items = given(options.items).map((item) => ({
    ...native(item), lang: String(item['lang']), dir: item['dir'] as string | undefined, href: item.href, current: item['current'] === true, description: item['languageDescriptionText'] as string | undefined, children: content(item),
  }));
  return <LanguageNavigation {...native(options)} aria-label={(ariaLabel as string | undefined) ?? 'Language'} items={items} />;
}

function footer(options: Options): React.ReactElement {
  const { meta, containerClasses } = options;
  const items = given(meta?.items).map((item) => ({ ...native(item), href: item.href, children: item.text }));
  const title = meta && ((meta['visuallyHiddenTitle'] as string | undefined) ?? 'Support links');
  return <Footer {...native(options)} hiddenTitle={title} items={items} containerClassName={containerClasses as string | undefined}>{meta && content(meta)}</Footer>;
}

/** The crown, Crown copyright and the open licence belong to GOV.UK. */
function withoutCrown(expected: Element): void {
  const crown = expected.querySelectorAll('.govuk-footer__crown, .govuk-footer__licence-logo, .govuk-footer__licence-description, .govuk-footer__meta-item:last-child');
  for (const each of crown) each.remove();
}

/** Components that lead somewhere. */
export const navigation: readonly Comparison[] = [
  { component: 'back-link', render: (o) => <BackLink {...native(o)} href={o.href ?? '#'}>{content(o) ?? 'Back'}</BackLink> },
  { component: 'skip-link', render: (o) => <SkipLink {...native(o)} target={(o.href ?? '#content').slice(1)}>{content(o)}</SkipLink> },
  {
    component: 'service-navigation',
    render: serviceNavigation,
    leftOut: {
      'the menu folds if there is more than one link': ['with collapseNavigationOnMobile set to false', 'with a single navigation item and collapseNavigationOnMobile set to true'],
      'the button is called what it shows': ['with custom navigation toggle label'],
      'classes of the list are not offered': ['with custom navigation classes'],
      'only an end slot is offered': ['with slotted content'],
    },
  },
  { component: 'language-navigation', render: languageNavigation },
  {
    component: 'generic-header',
    render: (o) => {
      const { logoText, logoHtml, containerClasses, url } = o as Record<string, string | undefined>;
      return <GenericHeader {...native(o)} href={url ?? '/'} containerClassName={containerClasses ?? 'govuk-width-container'}>{content({ text: logoText, html: logoHtml } as Options)}</GenericHeader>;
    },
  },
  {
    component: 'footer',
    render: footer,
    adapt: withoutCrown,
    leftOut: {
      'columns of links are not offered: the desk has five links': [
        'with default width navigation (one column)', 'with default width navigation (two columns)', 'with navigation', 'Full GDS example', 'Three equal columns', 'with navigation item attributes',
      ],
    },
  },
];
