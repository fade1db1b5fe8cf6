import { describe, expect, it } from 'vitest';
import { Announcer, BATCH_MS } from './announcer.js';
import { TestClock } from './test-clock.js';

function heard() {
  const clock = new TestClock('2026-11-22T09:00:00.000Z');
  const announcer = new Announcer({ now: clock.now, timers: clock });
  const said: string[] = [];
  announcer.hear(() => { said.push(announcer.now()); });
  return { clock, announcer, said };
}
const news = (count: number): string => `${count} news`;

describe('the polite region', () => {
  it('says the first at once, and what follows within half a minute together', async () => {
    const { clock, announcer, said } = heard();
    for (let time = 0; time < 5; time += 1) announcer.sayTogether(news);
    expect(said).toEqual(['1 news']);
    await clock.by(BATCH_MS);
    expect(said).toEqual(['1 news', '4 news']);
    await clock.by(BATCH_MS);
    announcer.sayTogether(news);
    expect(said).toHaveLength(3);
  });

  it('says at once what cannot wait, and the same again so that it is heard', () => {
    const { announcer, said } = heard();
    announcer.sayTogether(news);
    announcer.say('red');
    announcer.say('red');
    expect(said).toEqual(['1 news', 'red', 'red\u00a0']);
  });

  it('over a thousand notices says a handful, and keeps nothing', async () => {
    const { clock, announcer, said } = heard();
    for (let time = 0; time < 1_000; time += 1) {
      announcer.sayTogether(news);
      await clock.by(100);
    }
    expect([said.length, clock.waiting]).toEqual([4, 1]);
  });
});
