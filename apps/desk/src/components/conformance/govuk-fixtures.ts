import type { ReactElement, ReactNode } from 'react';
import { createElement } from 'react';

/** What GOV.UK's own components take, as far as ours are compared by it. */
export interface Options {
  [name: string]: unknown;
  text?: string | number; html?: string; id?: string; idPrefix?: string; name?: string; classes?: string; href?: string; type?: string; role?: string; for?: string;
  label?: Options; hint?: Options; errorMessage?: Options; fieldset?: Options; legend?: Options; formGroup?: Options; prefix?: Options; suffix?: Options; card?: Options; tag?: Options;
  key?: Options; previous?: Options; next?: Options; meta?: Options; conditional?: Options; day?: Options | false; month?: Options | false; year?: Options | false; title?: Options;
  items?: readonly (Options | null)[]; attributes?: Record<string, string | number>; value?: string | number | boolean; values?: unknown; disabled?: boolean; checked?: boolean; selected?: boolean;
  isPageHeading?: boolean; describedBy?: string; visuallyHiddenText?: string; titleText?: string; titleHtml?: string; disableAutoFocus?: boolean; headingLevel?: HeadingNumber;
}
type HeadingNumber = 1 | 2 | 3;

export interface Fixture {
  name: string;
  options: Options;
  html: string;
}

/** How one component is compared: its name at GOV.UK, its fixtures' options as our props, and what is left out because of what. */
export interface Comparison {
  component: string;
  render: (options: Options) => ReactElement | null;
  /** Takes out of GOV.UK's mark-up what only a service on GOV.UK may show. */
  adapt?: (expected: Element) => void;
  leftOut?: Record<string, readonly string[]>;
}

export const given = <Item>(list: readonly (Item | null | undefined | false | '')[] | undefined): Item[] => (list ?? []).filter((item): item is Item => Boolean(item));

/** Text, or mark-up made into React elements; nothing if there is neither. */
export function content({ text, html }: Options = {}): ReactNode {
  return html ? asReact(html) : text;
}

/** The size that a class such as `govuk-label--l` stands for. */
export function sizeOf(classes: string | undefined): 's' | 'm' | 'l' | 'xl' | undefined {
  return /--(s|m|l|xl)$/u.exec(classes ?? '')?.[1] as 's' | 'm' | 'l' | 'xl' | undefined;
}

const reactName: Readonly<Record<string, string>> = { class: 'className', for: 'htmlFor', value: 'defaultValue', hreflang: 'hrefLang', tabindex: 'tabIndex' };

/** Options that are plain attributes. A value is the first one, as React has it. */
export function native(options: Options): Record<string, unknown> {
  const { id, name, classes, attributes, disabled, value, describedBy, autocomplete, spellcheck, inputmode, autocapitalize, pattern, rows, type } = options;
  const all = {
    id, name, className: classes, disabled, defaultValue: value, autoComplete: autocomplete, spellCheck: typeof spellcheck === 'boolean' ? `${spellcheck}` : undefined, inputMode: inputmode, autoCapitalize: autocapitalize, pattern, rows, type,
    'aria-describedby': describedBy, ...Object.fromEntries(Object.entries(attributes ?? {}).map(([each, set]) => [each === 'tabindex' ? 'tabIndex' : each, set])),
  };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined));
}

const elementsOf = (html: string): Element => Object.assign(document.createElement('div'), { innerHTML: html });

function asReact(html: string): ReactNode[] {
  return [...elementsOf(html.trim()).childNodes].map(reactNode);
}

function reactNode(node: Node, index: number): ReactNode {
  if (!(node instanceof Element)) return node.textContent;
  const properties = [...node.attributes].map(({ name, value }) => [reactName[name] ?? name, value === '' ? true : value]);
  const name = node.namespaceURI?.endsWith('svg') === true ? node.tagName : node.tagName.toLowerCase();
  if (name === 'textarea') properties.push(['defaultValue', node.textContent]);
  const children = name === 'textarea' || node.childNodes.length === 0 ? [] : [...node.childNodes].map(reactNode);
  return createElement(name, { key: index, ...Object.fromEntries(properties) as object }, ...children);
}

/** Mark-up so written that two of the same meaning are equal: a line for each element and text, attributes and classes in order. */
export function normalised(html: string, adapt?: (root: Element) => void): { tree: string[]; words: string } {
  const root = elementsOf(html);
  adapt?.(root);
  // The parser here makes several texts of one that holds a bare `>`.
  root.normalize();
  return { tree: [...root.childNodes].flatMap((node) => lines(node, '')), words: wordsOf(root).replace(/\s+/gu, ' ').replace(/ ?\|[ |]*/gu, '|') };
}

function lines(node: Node, indent: string): string[] {
  if (!(node instanceof Element)) {
    const text = (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
    return text === '' ? [] : [indent + text];
  }
  // React says of a controlled text box that is empty that it is: that is what it is without a word, too.
  const empty = ({ name, value }: Attr): boolean => name === 'value' && value === '' && node.getAttribute('type') === 'text';
  const attributes = [...node.attributes].filter((each) => !empty(each)).map(({ name, value }) => ` ${name.toLowerCase()}="${name === 'class' ? value.trim().split(/\s+/u).sort().join(' ') : value}"`).sort();
  const children = [...node.childNodes].flatMap((child) => lines(child, `${indent}  `));
  return [`${indent}<${node.tagName.toLowerCase()}${attributes.join('')}>`, ...children];
}

const inline = new Set(['a', 'b', 'strong', 'em', 'span', 'code', 'label']);

/** What is read aloud, so that words which a missing space runs together are found; `|` where a block begins or ends. */
function wordsOf(node: Node): string {
  if (!(node instanceof Element)) return node.nodeType === 3 ? node.textContent ?? '' : '';
  const inside = [...node.childNodes].map(wordsOf).join('');
  return inline.has(node.tagName.toLowerCase()) ? inside : `|${inside}|`;
}
