import type { ContactBody, OwnContactView } from '@lateral/contracts';
import type { DateValues } from '../components/date-input.js';
import { hoursFrom, weekOf, type Day, type Week } from './hours.js';

/** What stands in the fields. */
export interface ContactFields {
  phone: string;
  night: string;
  week: Week;
  mailbox: string;
  escalation: string;
  language: ContactBody['language'];
  approved: ContactBody['approved'];
  policyId: string;
  policyVersion: string;
  review: DateValues;
}

export type ContactFault = { field: string; fault: 'phone' | 'mailbox' | 'policyId' | 'policyVersion' | 'review' | 'policyWhole' } | { field: string; fault: 'hours'; day: Day };

/** As the hub takes them: digits as people write them, one plain address, a document's number. */
const PHONE = /^\+?[0-9(][0-9 ()-]{2,30}$/u;
const MAILBOX = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/u;
const POLICY = /^APD-[A-Z0-9]{1,6}(?:-[A-Z0-9]{1,6}){0,2}$/u;
const VERSION = /^[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}$/u;

export function fieldsOf({ phone, outOfHoursPhone, hours, mailbox, escalationMailbox, language, policyDocument, approved }: OwnContactView): ContactFields {
  const [year = '', month = '', day = ''] = policyDocument?.reviewDate.split('-') ?? [];
  return {
    phone: phone ?? '', night: outOfHoursPhone ?? '', week: weekOf(hours), mailbox: mailbox ?? '', escalation: escalationMailbox ?? '', language, approved, policyId: policyDocument?.id ?? '', policyVersion: policyDocument?.version ?? '',
    review: { day: day.replace(/^0/u, ''), month: month.replace(/^0/u, ''), year },
  };
}

/** What the fields say, over the version that was read, or what is wrong with them. */
export function contactFrom(fields: ContactFields, version: number): { ok: true; body: ContactBody } | { ok: false; faults: ContactFault[] } {
  const { hours, wrong } = hoursFrom(fields.week);
  const policy = policyIn(fields);
  const faults: ContactFault[] = [
    ...unlike('contact-phone', fields.phone, PHONE, 'phone'), ...unlike('contact-night', fields.night, PHONE, 'phone'), ...wrong.map((day): ContactFault => ({ field: `contact-hours-${day}`, fault: 'hours', day })),
    ...unlike('contact-mailbox', fields.mailbox, MAILBOX, 'mailbox'), ...unlike('contact-escalation', fields.escalation, MAILBOX, 'mailbox'), ...policy.faults,
  ];
  if (faults.length > 0) return { ok: false, faults };
  const { phone, night, mailbox, escalation, language, approved } = fields;
  return { ok: true, body: { version, phone: orNull(phone), outOfHoursPhone: orNull(night), hours, mailbox: orNull(mailbox), escalationMailbox: orNull(escalation), language, policyDocument: policy.document, approved } };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function unlike(field: string, text: string, pattern: RegExp, fault: 'phone' | 'mailbox'): ContactFault[] {
  return text.trim() === '' || pattern.test(text.trim()) ? [] : [{ field, fault }];
}

/** The document whole or not at all: half a reference names nothing. */
function policyIn({ policyId, policyVersion, review }: ContactFields): { document: ContactBody['policyDocument']; faults: ContactFault[] } {
  const [id, version] = [policyId.trim().toUpperCase(), policyVersion.trim()];
  const parts = [id, version, ...[review.day, review.month, review.year].map((part = '') => part.trim())];
  if (parts.every((part) => part === '')) return { document: null, faults: [] };
  if (id === '' || version === '' || parts.slice(2).every((part) => part === '')) return { document: null, faults: [{ field: 'policy-id', fault: 'policyWhole' }] };
  const reviewDate = dayFrom(review);
  const faults: ContactFault[] = [
    ...(POLICY.test(id) && id.length <= 24 ? [] : [{ field: 'policy-id', fault: 'policyId' } as const]), ...(VERSION.test(version) ? [] : [{ field: 'policy-version', fault: 'policyVersion' } as const]), ...(reviewDate === null ? [{ field: 'policy-review-day', fault: 'review' } as const] : []),
  ];
  return { document: reviewDate === null ? null : { id, version, reviewDate }, faults };
}

function dayFrom({ day = '', month = '', year = '' }: DateValues): string | null {
  if (![day, month].every((part) => /^\d{1,2}$/u.test(part.trim())) || !/^\d{4}$/u.test(year.trim())) return null;
  const text = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
