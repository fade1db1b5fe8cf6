import { describe, expect, it } from 'vitest';
import type { OwnContactView } from '@lateral/contracts';
import { contactFrom, fieldsOf, type ContactFields } from './contact-fields.js';

const view: OwnContactView = {
  agency: 'council', phone: '029 2018 0000', outOfHoursPhone: null, hours: [{ day: 1, from: '08:30', to: '17:00' }], verifiedAt: null, version: 3, mailbox: 'mash@council.example', escalationMailbox: null, language: 'both', policyDocument: { id: 'APD-SG-01', version: '1.0', reviewDate: '2027-06-03' }, approved: 'all',
};
const given = (change: Partial<ContactFields>): ReturnType<typeof contactFrom> => contactFrom({ ...fieldsOf(view), ...change }, 3);

describe('how an agency can be spoken to', () => {
  it('comes back from its fields as it was', () => {
    const { agency: _, verifiedAt: __, ...body } = view;
    expect(given({})).toEqual({ ok: true, body });
    expect(fieldsOf(view).review).toEqual({ day: '3', month: '6', year: '2027' });
  });

  it('may be without any of it', () => {
    expect(given({ phone: ' ', week: [], mailbox: '', policyId: '', policyVersion: '', review: {} })).toMatchObject({ ok: true, body: { phone: null, hours: [], mailbox: null, policyDocument: null } });
  });

  it.each<[Partial<ContactFields>, string, string]>([
    [{ phone: 'ask for Ann' }, 'contact-phone', 'phone'], [{ night: '0' }, 'contact-night', 'phone'], [{ mailbox: 'a@b, c@d.example' }, 'contact-mailbox', 'mailbox'], [{ escalation: 'managers' }, 'contact-escalation', 'mailbox'], [{ week: ['', '', 'all day'] }, 'contact-hours-3', 'hours'],
    [{ policyId: 'policy 1' }, 'policy-id', 'policyId'], [{ policyVersion: 'one' }, 'policy-version', 'policyVersion'], [{ review: { day: '31', month: '2', year: '2027' } }, 'policy-review-day', 'review'], [{ review: { day: '1', month: '2', year: '27' } }, 'policy-review-day', 'review'], [{ policyVersion: '' }, 'policy-id', 'policyWhole'],
  ])('is asked for again: %j', (change, field, fault) => {
    expect(given(change)).toMatchObject({ ok: false, faults: [{ field, fault }] });
  });

  it('takes a number of a document in small letters', () => {
    expect(given({ policyId: ' apd-sg-01 ' })).toMatchObject({ ok: true, body: { policyDocument: { id: 'APD-SG-01' } } });
  });
});
