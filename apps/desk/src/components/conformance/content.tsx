import { Button } from '../button.js';
import { Details } from '../details.js';
import { ErrorSummary } from '../error-summary.js';
import { InsetText } from '../inset-text.js';
import { LinkButton } from '../link-button.js';
import { NotificationBanner } from '../notification-banner.js';
import { Panel } from '../panel.js';
import type { SummaryAction } from '../summary-list.js';
import { SummaryList } from '../summary-list.js';
import type { TableCell } from '../table.js';
import { Table } from '../table.js';
import type { TagColour } from '../tag.js';
import { Tag } from '../tag.js';
import { WarningText } from '../warning-text.js';
import type { Comparison, Options } from './govuk-fixtures.js';
import { content as words, given, native, sizeOf } from './govuk-fixtures.js';

const title = ({ titleText, titleHtml }: Options): React.ReactNode => words({ ...(titleText !== undefined && { text: titleText }), ...(titleHtml !== undefined && { html: titleHtml }) });
const within = (options: Options, name: string): Options | undefined => options[name] as Options | undefined;

function errorSummary(options: Options): React.ReactElement {
  // Some of the fixtures' messages are marked up, which ours never are.
  const errors = given(options['errorList'] as (Options | null)[] | undefined).map((each) => ({ message: words(each) as string, field: each.href?.slice(1) }));
  const description = words({ text: options['descriptionText'], html: options['descriptionHtml'] } as Options);
  const { disableAutoFocus } = options;
  return <ErrorSummary {...native(options)} title={title(options)} errors={errors} autoFocus={disableAutoFocus === undefined ? undefined : !disableAutoFocus}>{description}</ErrorSummary>;
}

function actions(list: Options | undefined): SummaryAction[] {
  return given(list?.items).map((item) => ({ ...native(item), href: item.href, children: words(item), hiddenText: item.visuallyHiddenText === '' ? undefined : item.visuallyHiddenText }));
}

function summaryList(options: Options): React.ReactElement {
  const rows = given(options['rows'] as (Options | null)[]).map((row) => ({ key: words(row.key), value: words(within(row, 'value')), actions: actions(within(row, 'actions')), className: row.classes }));
  const { card } = options;
  const ours = card && { title: words(card.title), headingLevel: card.title?.headingLevel, actions: actions(within(card, 'actions')), className: card.classes };
  return <SummaryList {...native(options)} rows={rows} card={ours} />;
}

function cell(options: Options): TableCell {
  const { colspan, rowspan, format } = options;
  return { ...native(options), colSpan: colspan as number, rowSpan: rowspan as number, numeric: format === 'numeric', children: words(options) };
}

function table(options: Options): React.ReactElement {
  const rows = given(options['rows'] as (Options[] | null)[]).map((cells, index) => ({ key: String(index), cells: cells.map(cell) }));
  const { caption, captionClasses, firstCellIsHeader } = options;
  return <Table {...native(options)} caption={caption as string} captionSize={sizeOf(captionClasses as string)} head={(options['head'] as Options[] | undefined)?.map(cell)} rows={rows} firstCellIsHeader={firstCellIsHeader as boolean} />;
}

function panelAction(action: Options, index: number): React.ReactElement {
  const { defaultValue: _, ...rest } = native(action);
  if (action.href === undefined) return <Button key={index} variant="inverse" type="button" {...rest}>{words(action)}</Button>;
  if (action.type === 'button') return <LinkButton key={index} variant="inverse" href={action.href}>{words(action)}</LinkButton>;
  return <a key={index} className="govuk-link govuk-link--inverse" href={action.href}>{words(action)}</a>;
}

function panel(options: Options): React.ReactElement {
  const interruption = options.classes?.includes('govuk-panel--interruption') === true;
  const buttons = within(options, 'actions')?.items;
  const classes = options.classes?.replace('govuk-panel--interruption', '').trim();
  return (
    <Panel {...native(options)} className={classes} title={title(options)} headingLevel={options.headingLevel ?? 1} interruption={interruption} actions={buttons && given(buttons).map(panelAction)}>
      {words(options)}
    </Panel>
  );
}

function notificationBanner(options: Options): React.ReactElement {
  const { type, role, titleId, disableAutoFocus, titleHeadingLevel } = options;
  const success = type === 'success';
  return (
    <NotificationBanner
      {...native({ ...options, type: undefined } as unknown as Options)} success={success} title={title(options) ?? (success ? 'Success' : 'Important')} titleId={(titleId as string | undefined) ?? 'govuk-notification-banner-title'}
      titleLevel={titleHeadingLevel === 3 ? 3 : 2} role={role} autoFocus={disableAutoFocus === undefined ? undefined : !disableAutoFocus} heading={options.html ? undefined : options.text}
    >
      {options.html && words({ html: options.html })}
    </NotificationBanner>
  );
}

const tag = (options: Options): React.ReactElement => <Tag {...native({ ...options, classes: undefined } as unknown as Options)} colour={options.classes?.replace('govuk-tag--', '') as TagColour | undefined}>{words(options)}</Tag>;

/** Components that say something. */
export const content: readonly Comparison[] = [
  { component: 'error-summary', render: errorSummary, leftOut: { 'attributes of a link are not offered': ['error list with attributes'] } },
  { component: 'details', render: ({ text, html, ...o }) => <Details {...native(o)} open={o['open'] === true} summary={words({ text: o['summaryText'], html: o['summaryHtml'] } as Options)}>{words({ text, html } as Options)}</Details> },
  { component: 'inset-text', render: (o) => <InsetText {...native(o)}>{words(o)}</InsetText> },
  { component: 'warning-text', render: (o) => <WarningText {...native(o)} prefix={(o['iconFallbackText'] as string | undefined) ?? 'Warning'}>{words(o)}</WarningText> },
  { component: 'tag', render: tag },
  {
    component: 'panel',
    render: panel,
    leftOut: { 'classes and attributes of the actions are not offered': ['interruption, with actions classes and attributes', 'interruption, button link', 'interruption, no actions items'] },
  },
  { component: 'notification-banner', render: notificationBanner },
  { component: 'table', render: table },
  {
    component: 'summary-list',
    render: summaryList,
    leftOut: {
      'styles of an element are forbidden by the content security policy': ['extreme'],
      'classes of a key, value or its actions are not offered': ['key with classes', 'actions with classes', 'overridden-widths'],
      'a card has a title': ['summary card with custom classes', 'summary card with custom attributes'],
    },
  },
];
