import type { MessageBody } from './content.js';

/** Whom a question is about, as a list says it: the person who is named first, the year they were born where it is known, and how many more there are. Sealed like a draft, for the sender's own team. */
export interface Heading { name: string; born: string | null; more: number }

/** What a heading is sealed as; its draft is the message that it stands for. */
export const HEADING = 'heading';
/** In letters. Longer names are cut: a heading has one length, whatever is in it. */
const MOST_NAME = 80;

/** Null where it is no question, and where that is about nobody who is named. */
export function headingOf(body: MessageBody): Heading | null {
  const [first, ...others] = body.type === 'request' ? body.people : [];
  if (first === undefined) return null;
  const year = /^\d{4}/u.exec(first.dob ?? first.ageEstimate ?? '')?.[0];
  return { name: Array.from(first.name).slice(0, MOST_NAME).join(''), born: year ?? null, more: others.length };
}

/** Whether what was sealed as a heading is one: whoever sealed it may have had other software. */
export function isHeading(value: unknown): value is Heading {
  if (typeof value !== 'object' || value === null) return false;
  const { name, born, more } = value as Partial<Heading>;
  return typeof name === 'string' && (born === null || typeof born === 'string') && Number.isSafeInteger(more) && more! >= 0;
}
