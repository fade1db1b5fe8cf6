import type { BothLanguages } from '../justification/judgement.js';
import type { AgreementDocument } from './agreement.js';
import type { AgreementTemplate } from './from-template.js';

/**
 * Words of an agreement that are not its template's own. The hub takes in no free text, and an agreement is read by everybody who is
 * party to it: whatever is written afresh goes into a template, which people look at before it is in use.
 */
export function foreignWords(document: AgreementDocument, templates: readonly AgreementTemplate[]): { field: string; reason: 'no-such-template' | 'not-of-the-template' }[] {
  const template = templates.find(({ code }) => code === document.template);
  if (template === undefined) return [{ field: '/template', reason: 'no-such-template' }];
  const own = (field: string, written: BothLanguages, said: BothLanguages | undefined): { field: string; reason: 'not-of-the-template' }[] =>
    (said !== undefined && written.en === said.en && written.cy === said.cy ? [] : [{ field, reason: 'not-of-the-template' }]);
  return [
    ...own('/title', document.title, template.title),
    ...document.terms.flatMap(({ code, text }, at) => own(`/terms/${at}/text`, text, template.terms.find((term) => term.code === code)?.text)),
    ...document.clauses.flatMap(({ number, title }, at) => own(`/clauses/${at}/title`, title, template.clauses.find((clause) => clause.number === number)?.title)),
  ];
}
