import { describe, expect, it } from 'vitest';
import type { NoticeView } from '@lateral/contracts';
import type { AnnouncedNotice, Connected } from '@lateral/exchange';
import { createLogger } from '@lateral/platform';
import type { NoticeSource } from '../ports.js';
import { AgencyStreams } from './agency-streams.js';

const notice = (id: string, more: Partial<NoticeView> = {}): NoticeView => ({ id, kind: 'request.posted.v1', reference: 'LC-00000-00000', request: 'r', agency: 'school-b', urgency: 'red', dueAt: '', at: '', ...more });

it('passes nothing on to a member who has left the check, nor what is not red to a session that reaches red', async () => {
  const all: AnnouncedNotice[] = [{ notice: notice('1'), without: ['m1'] }, { notice: notice('2', { urgency: 'amber' }), without: [] }, { notice: notice('3'), without: [] }];
  const source: NoticeSource = { byIds: async (ids) => all.filter((each) => ids.includes(each.notice.id)), since: async () => all, newest: async () => null, listen: async () => async () => undefined, listenForEnds: async () => async () => undefined };
  const streams = new AgencyStreams(source, { carryOut: async () => new Set() }, createLogger({ app: 'hub', write: () => undefined }));
  const got = { m1: [] as NoticeView[], m2: [] as NoticeView[], code: [] as NoticeView[], back: [] as NoticeView[] };
  const stream = (to: NoticeView[], member: string) => ({ session: member, agency: 'school-b', member, send: (each: NoticeView) => to.push(each) > 0, close: () => undefined });
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

it('keeps no listener whose catching up failed, and the others of its agency', async () => {
  const failing: string[] = [];
  const away = async (what: string): Promise<void> => { if (failing.includes(what)) throw new Error('away'); };
  const source: NoticeSource = { byIds: async (ids) => ids.map((id) => ({ notice: notice(id), without: [] })), since: async () => { await away('since'); return []; }, newest: async () => { await away('newest'); return '0'; }, listen: async () => async () => undefined, listenForEnds: async () => async () => undefined };
  const asked: string[][] = [];
  const streams = new AgencyStreams(source, { carryOut: async (connected) => { asked.push(connected.map(({ session }) => session)); return new Set(connected.map(({ session }) => session)); } }, createLogger({ app: 'hub', write: () => undefined }));
  const got: string[] = [];
  const stream = (session: string) => ({ session, agency: 'school-b', member: 'm1', send: ({ id }: NoticeView) => got.push(`${session} ${id}`) > 0, close: () => undefined });
  failing.push('newest');
  await expect(streams.add(stream('s1'), null)).rejects.toThrow('away');
  failing.pop();
  await streams.checkSessions();
  await streams.add(stream('s2'), null);
  failing.push('since');
  await expect(streams.add(stream('s3'), '0')).rejects.toThrow('away');
  await streams.checkSessions();
  await streams.woken(['1']);
  expect([asked, got]).toEqual([[['s2']], ['s2 1']]);
});

it('sends what was missed before what comes meanwhile: whoever drops in between comes back with the last of what they have seen', async () => {
  let missed: (notices: AnnouncedNotice[]) => void = () => undefined;
  const source: NoticeSource = { byIds: async (ids) => ids.map((id) => ({ notice: notice(id), without: [] })), since: () => new Promise((resolve) => { missed = resolve; }), newest: async () => '0', listen: async () => async () => undefined, listenForEnds: async () => async () => undefined };
  const streams = new AgencyStreams(source, { carryOut: async () => new Set() }, createLogger({ app: 'hub', write: () => undefined }));
  const got: string[] = [];
  const added = streams.add({ session: 's1', agency: 'school-b', member: 'm1', send: ({ id }) => got.push(id) > 0, close: () => undefined }, '0');
  await streams.woken(['2']);
  await streams.woken(['3']);
  expect(got).toEqual([]);
  missed([{ notice: notice('1'), without: [] }, { notice: notice('2'), without: [] }]);
  await added;
  await streams.woken(['4']);
  expect(got).toEqual(['1', '2', '3', '4']);
});

it('sends a client that was long away all it missed, page after page and before what comes meanwhile, and stops where it reads too slowly', async () => {
  const missed = Array.from({ length: 2_500 }, (_, i) => ({ notice: notice(`n${i}`), without: [] }));
  const asked: (string | null)[] = [];
  const source: NoticeSource = {
    byIds: async (ids) => ids.map((id) => ({ notice: notice(id), without: [] })), newest: async () => 'n2499', listen: async () => async () => undefined, listenForEnds: async () => async () => undefined,
    since: async (_agency, _seen, { past, limit }) => {
      asked.push(past);
      if (past === 'n999') await streams.woken(['new']);
      const from = missed.findIndex(({ notice: { id } }) => id === past) + 1;
      return missed.slice(from, from + limit);
    },
  };
  const streams: AgencyStreams = new AgencyStreams(source, { carryOut: async () => new Set() }, createLogger({ app: 'hub', write: () => undefined }));
  const all = missed.map(({ notice: { id } }) => id);
  const got: string[] = [];
  const end = await streams.add({ session: 's1', agency: 'school-b', member: 'm1', send: ({ id }) => got.push(id) > 0, close: () => undefined }, 'n');
  expect([got, asked]).toEqual([[...all, 'new'], [null, 'n999', 'n1999']]);
  end();

  const slow: string[] = [];
  let closed = 0;
  await streams.add({ session: 's2', agency: 'school-b', member: 'm2', send: ({ id }) => slow.push(id) < 1_200, close: () => { closed += 1; } }, 'n');
  await streams.woken(['newer']);
  // Once it is dropped it is given nothing more: the last that it had is what it comes back with.
  expect([slow, closed, asked.slice(3)]).toEqual([all.slice(0, 1_200), 1, [null, 'n999']]);
});

describe('the check of sessions', () => {
  const quiet: NoticeSource = { byIds: async () => [], since: async () => [], newest: async () => null, listen: async () => async () => undefined, listenForEnds: async () => async () => undefined };
  const log = createLogger({ app: 'hub', write: () => undefined });
  /** A door that says who may stay, when it is let; what it was asked is kept. */
  const made = (stay: ReadonlySet<string>) => {
    const [asked, waiting]: [string[][], (() => void)[]] = [[], []];
    const carryOut = async (connected: readonly Connected[]): Promise<ReadonlySet<string>> => {
      asked.push(connected.map(({ session }) => session));
      await new Promise<void>((resolve) => waiting.push(resolve));
      return stay;
    };
    return { streams: new AgencyStreams(quiet, { carryOut }, log), asked, letOne: () => waiting.shift()?.() };
  };
  const adding = async (streams: AgencyStreams, closed: string[], session: string, agency = 'school-b'): Promise<void> => {
    const end = await streams.add({ session, agency, member: 'm1', send: () => true, close: () => { closed.push(session); end(); } }, null);
  };

  it('ends the streams of sessions that are over, of every agency, with one reading', async () => {
    const { streams, asked, letOne } = made(new Set(['s1', 's4']));
    const closed: string[] = [];
    for (const [session, agency] of [['s1', 'school-b'], ['s2', 'school-b'], ['s3', 'gp-c'], ['s4', 'gp-c'], ['s2', 'school-b']] as const) await adding(streams, closed, session, agency);
    const checked = streams.checkSessions();
    letOne();
    await checked;
    expect([asked.map((sessions) => sessions.sort()), closed.sort()]).toEqual([[['s1', 's2', 's2', 's3', 's4']], ['s2', 's2', 's3']]);
  });

  it('looks once more where a session ended while it was looking, and not at all where nobody listens', async () => {
    const stay = new Set(['s1']);
    const { streams, asked, letOne } = made(stay);
    await streams.checkSessions();
    expect(asked).toEqual([]);
    const closed: string[] = [];
    await adding(streams, closed, 's1');
    const first = streams.checkSessions();
    // Five more ask while the first is being answered: one more reading is for them all.
    const later = Array.from({ length: 5 }, () => streams.checkSessions());
    letOne();
    while (asked.length < 2) await Promise.resolve();
    stay.delete('s1');
    letOne();
    await Promise.all([first, ...later]);
    expect([asked, closed]).toEqual([[['s1'], ['s1']], ['s1']]);
  });

  it('keeps them where the database does not answer, and looks again', async () => {
    let away = true;
    const closed: string[] = [];
    const streams = new AgencyStreams(quiet, { carryOut: async () => { if (away) throw new Error('away'); return new Set(); } }, log);
    await adding(streams, closed, 's1');
    await streams.checkSessions();
    expect(closed).toEqual([]);
    away = false;
    await streams.checkSessions();
    expect(closed).toEqual(['s1']);
  });
});
