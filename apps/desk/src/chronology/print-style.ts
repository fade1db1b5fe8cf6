import { useEffect } from 'react';

/** What stands in the margins of every page. `page` has the two numbers in its middle and end: "Page", " of ". */
export interface Margins { marking: string; reference: string; printedBy: string; page: readonly [before: string, between: string] }

/** A text as CSS takes it between quotes, whatever signs it has: everything but letters, digits and spaces by its number. */
export function cssString(text: string): string {
  return `"${text.replace(/[^A-Za-z0-9 ]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
}

export function pageRule({ marking, reference, printedBy, page: [before, between] }: Margins): string {
  const box = (place: string, content: string): string => `@${place} { content: ${content}; font-family: Arial, sans-serif; font-size: 9pt; }`;
  return `@page { size: A4 landscape; margin: 18mm 12mm; ${box('top-left', cssString(marking))} ${box('top-right', cssString(reference))} ${box('bottom-left', cssString(printedBy))} `
    + `${box('bottom-right', `${cssString(before)} counter(page) ${cssString(between)} counter(pages)`)} }`;
}

/** While the sheet is shown the page prints as it says. A style sheet that script constructs is allowed by the policy, which lets no text become one otherwise. */
export function usePageRule(margins: Margins): void {
  const rule = pageRule(margins);
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet); };
  }, [rule]);
}
