import { toBase64Url, utf8, type AgreementView, type Page } from '@lateral/contracts';
import { textOfCursor } from './views.js';

/** The last version of the page before. */
export interface LastRead {
  reference: string;
  version: number;
}

const CURSOR = /^([1-9][0-9]{0,6}) ([\x21-\x7e]{1,40})$/;

/** What a cursor of agreements names; null where it is not one of ours. */
export function lastReadOf(cursor: string): LastRead | null {
  const [, version, reference] = CURSOR.exec(textOfCursor(cursor)) ?? [];
  return version === undefined || reference === undefined ? null : { reference, version: Number(version) };
}

export function agreementPageOf(views: readonly AgreementView[], rows: number): Page<AgreementView> {
  const items = views.slice(0, rows - 1);
  const last = items.at(-1);
  if (views.length < rows || last === undefined) return { items, next: null };
  const { reference, version } = last.document;
  return { items, next: toBase64Url(utf8(`${version} ${reference}`)) };
}
