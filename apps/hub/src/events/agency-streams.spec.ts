import { expect, it } from '@jest/globals';
import type { NoticeView } from '@lateral/contracts';
import type { AnnouncedNotice } from '@lateral/exchange';
import { createLogger } from '@lateral/platform';
import type { NoticeSource } from '../ports.js';
import { AgencyStreams } from './agency-streams.js';

const notice = (id: string, more: Partial<NoticeView> = {}): NoticeView => ({ id, kind: 'request.posted.v1', reference: 'LC-00000-00000', request: 'r', agency: 'school-b', urgency: 'red', dueAt: '', at: '', ...more });

it('passes nothing on to a member who has left the check, nor what is not red to a session that reaches red', async () => {
  const all: AnnouncedNotice[] = [{ notice: notice('1'), without: ['m1'] }, { notice: notice('2', { urgency: 'amber' }), without: [] }, { notice: notice('3'), without: [] }];
  const source: NoticeSource = { byIds: async (ids) => all.filter((each) => ids.includes(each.notice.id)), since: async () => all, newest: async () => null, listen: async () => async () => undefined };
  const streams = new AgencyStreams(source, createLogger({ app: 'hub', write: () => undefined }));
  const got = { m1: [] as NoticeView[], m2: [] as NoticeView[], code: [] as NoticeView[], back: [] as NoticeView[] };
  const stream = (to: NoticeView[], member: string) => ({ agency: 'school-b', member, send: (each: NoticeView) => to.push(each) > 0, close: () => undefined });
  await streams.add(stream(got.m1, 'm1'), null);
  await streams.add(stream(got.m2, 'm2'), null);
  await streams.add({ ...stream(got.code, 'm2'), reach: 'red' }, null);
  await streams.woken(['1', '2', '3']);
  await streams.add(stream(got.back, 'm1'), '0');
  const ids = (seen: readonly NoticeView[]): string[] => seen.map(({ id }) => id);
  expect([ids(got.m1), ids(got.m2), ids(got.code), ids(got.back)]).toEqual([['2', '3'], ['1', '2', '3'], ['1', '3'], ['2', '3']]);
  // Who else is out of it is told to nobody.
  expect(JSON.stringify(got)).not.toContain('without');
});
