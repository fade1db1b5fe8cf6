import { describe, expect, it } from 'vitest';
import { EVENTS, EVENT_NAMES, type NoticeView } from '@lateral/contracts';
import { noticeText } from './notice-text.js';

const NOTICE: NoticeView = { id: 'n', kind: 'request.posted.v1', reference: 'LC-0123A-BCDEF', request: 'r', agency: 'police', urgency: 'red', dueAt: '2026-07-15T12:30:00.000Z', at: '2026-07-15T08:30:00.000Z' };

describe('the text of a notice', () => {
  it('says reference, urgency and due time as the clock on the wall shows it, in English', () => {
    expect(noticeText(NOTICE, 'en').text).toContain('Reference: LC-0123A-BCDEF\nUrgency: red\nDue: Wednesday 15 July 2026, 13:30');
  });

  it('says it in Welsh, and Welsh first where a mailbox wants both', () => {
    expect(noticeText(NOTICE, 'cy').text).toContain('Brys: coch');
    const { subject, text } = noticeText(NOTICE, 'both');
    expect(subject).toBe('Mae gennych gais / You have a request');
    expect(text.indexOf('Cyfeirnod')).toBeLessThan(text.indexOf('Reference'));
  });

  it('names no agency, neither the one that asks nor the one that is told', () => {
    expect(noticeText({ ...NOTICE, agency: 'heddlu-enghraifft' }, 'both').text).not.toContain('heddlu-enghraifft');
  });

  it('has words for every event that somebody is told of', () => {
    for (const kind of EVENT_NAMES.filter((name) => EVENTS[name].notifies !== null)) expect(noticeText({ ...NOTICE, kind }, 'en').text).toContain('Lateral');
    expect(() => noticeText({ ...NOTICE, kind: 'unknown.v1' }, 'en')).toThrow(TypeError);
  });
});
