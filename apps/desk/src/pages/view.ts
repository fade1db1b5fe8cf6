/** Anything that can stand in an element; strings become text and nothing else. */
export type Child = Node | string | null;

/** An element with attributes and children. Text from messages comes in through here, as text. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function button(label: string, onPress: () => void, kind = 'button'): HTMLButtonElement {
  const element = el('button', { type: 'button', class: kind }, label);
  element.addEventListener('click', onPress);
  return element;
}

/** A form that the browser itself can send nowhere: what is typed goes to `onSubmit` alone. */
export function form(onSubmit: () => void, ...children: Child[]): HTMLFormElement {
  const element = el('form', { method: 'dialog', novalidate: '' }, ...children);
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    onSubmit();
  });
  return element;
}

/** A labelled field for something secret: no memory of the browser's, no spelling service, no translation. */
export function secretField(id: string, label: string, hint: string | null = null): { field: HTMLElement; input: HTMLInputElement } {
  const hintId = `${id}-hint`;
  const input = el('input', { id, type: 'text', class: 'input', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', translate: 'no', ...(hint === null ? {} : { 'aria-describedby': hintId }) });
  const field = el('div', { class: 'group' }, el('label', { class: 'label', for: id }, label), hint === null ? null : el('p', { class: 'hint', id: hintId }, hint), input);
  return { field, input };
}

/** Names and values, those without a value left out. */
export function summary(rows: readonly (readonly [string, Child | undefined])[]): HTMLElement {
  const list = el('dl', { class: 'summary' });
  for (const [name, value] of rows) if (value !== null && value !== undefined && value !== '') list.append(el('dt', {}, name), el('dd', {}, value));
  return list;
}

/** The page's one main area. What is new is announced: the heading takes the focus, and so does an error. */
export class Screen {
  constructor(private readonly main: HTMLElement, private readonly live: HTMLElement) {}

  show(title: string, ...children: Child[]): void {
    document.title = `${title} - Lateral`;
    const heading = el('h1', { tabindex: '-1' }, title);
    this.live.textContent = '';
    this.main.replaceChildren(heading, ...children.filter((child) => child !== null));
    heading.focus();
  }

  say(status: string): void {
    this.live.textContent = status;
  }

  error(title: string, text: string): void {
    this.main.querySelector('.error-summary')?.remove();
    const box = el('div', { class: 'error-summary', role: 'alert', tabindex: '-1' }, el('h2', {}, title), el('p', {}, text));
    this.main.prepend(box);
    this.live.textContent = '';
    box.focus();
  }
}
