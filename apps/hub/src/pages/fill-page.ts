/** What a static page waits for: names of what is so, and agencies to choose from. */
export interface PageFilling { so: ReadonlySet<string>; agencies: readonly { agency: string; name: string }[] }

const PART = /<!--when ([a-z-]+)-->((?:(?!<!--when )[\s\S])*?)<!--end-->/u;
const EACH = /<!--each agency-->([\s\S]*?)<!--end-->/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

/**
 * A static page as it leaves. `<!--when X-->…<!--end-->` stays where X is so and goes where not, innermost first;
 * `<!--each agency-->…<!--end-->` is repeated with the agency's id and name, which stay words whatever they hold.
 */
export function fillPage(template: string, { so, agencies }: PageFilling): string {
  let page = template.replace(EACH, (_, item: string) => agencies.map(({ agency, name }) => fillItem(item.trim(), agency, name)).join('\n'));
  for (let part = PART.exec(page); part !== null; part = PART.exec(page)) {
    const [whole, condition = '', inner = ''] = part;
    page = page.slice(0, part.index) + (so.has(condition) ? inner.trim() : '') + page.slice(part.index + whole.length);
  }
  return page.replaceAll(/\n{2,}/gu, '\n');
}

function fillItem(item: string, agency: string, name: string): string {
  const filled: Readonly<Record<string, string>> = { agency: encodeURIComponent(agency), name };
  return item.replaceAll(/\{(agency|name)\}/gu, (_, field: string) => escaped(filled[field] ?? ''));
}

function escaped(text: string): string {
  // An agency's name is a partnership's to choose, and must not say to `PART` what the page's author says to it.
  return text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? '');
}
