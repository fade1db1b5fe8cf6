import { describe, expect, it } from 'vitest';
import { QUEUE_NAMES } from '@lateral/contracts';
import { notifyJobId, queueNameFor, readPayload, requireJobId, requirePayload } from './job-payload.js';

const EVENT = '0197a1b2-0000-7000-8000-000000000001';

describe('job payloads', () => {
  it('reads the closed shape of every queue', () => {
    expect(readPayload('notify-agency', { event: EVENT, agency: 'police' })).toEqual({ ok: true, payload: { event: EVENT, agency: 'police' } });
    expect(readPayload('sweep', { sweep: 'partitions' })).toEqual({ ok: true, payload: { sweep: 'partitions' } });
  });

  it.each([
    [null, '(not an object)'],
    [['e'], '(not an object)'],
    [{ event: EVENT, agency: 'police', name: 'x' }, '(unknown field)'],
    [{ event: EVENT }, 'agency'],
    [{ event: EVENT, agency: '' }, 'agency'],
    [{ event: 'two words', agency: 'police' }, 'event'],
    [{ event: 7, agency: 'police' }, 'event'],
    [{ event: 'e'.repeat(65), agency: 'police' }, 'event'],
  ])('refuses %j and names the field', (data, field) => {
    expect(readPayload('notify-agency', data)).toEqual({ ok: false, field });
  });

  it('repeats neither values nor the names of fields it does not know', () => {
    expect(() => requirePayload('notify-agency', { event: EVENT, agency: 'Quill Feather' })).toThrow(/^queue notify-agency: payload refused at agency$/);
    expect(() => requirePayload('sweep', { sweep: 'partitions', Quillfeather: 1 })).toThrow(/^queue sweep: payload refused at \(unknown field\)$/);
  });

  it('refuses a field that only the prototype has', () => {
    expect(readPayload('notify-agency', JSON.parse(`{"event":"${EVENT}","agency":"police","constructor":"x"}`))).toEqual({ ok: false, field: '(unknown field)' });
  });
});

describe('job ids and queue names', () => {
  it('makes the id of a notice from its event and agency', () => {
    expect(notifyJobId(EVENT, 'police')).toBe(`${EVENT}-police`);
  });

  it.each(['', '12', 'a:b', 'a b', '-a', 'x'.repeat(161)])('refuses the job id %j', (jobId) => {
    expect(() => requireJobId(jobId)).toThrow(TypeError);
  });

  it('gives each agency its own queue, where the list says so, and no other queue an agency', () => {
    expect(queueNameFor('notify-agency', 'police')).toBe('notify-agency-police');
    expect(queueNameFor('sweep', undefined)).toBe('sweep');
    expect(() => queueNameFor('notify-agency', undefined)).toThrow('agency');
    expect(() => queueNameFor('notify-agency', 'a:b')).toThrow('agency');
    expect(() => queueNameFor('sweep', 'police')).toThrow('not kept per agency');
    expect(QUEUE_NAMES.length).toBe(2);
  });
});
