import { describe, expect, it } from 'vitest';
import type { Column } from '../measure-column.js';
import { judge } from './bars.js';
import { asText, tablesOf } from './tables.js';

const cpuUs = { hub: 1, courier: 0, ledger: 0, postgres: 1, redis: 0, mail: 0, client: 1 };

function column(change: Partial<Column>): Column {
  return {
    fsyncDelayUs: 0, diskFsyncUs: 20, seconds: 1, failures: [],
    machine: { processor: 'p', cores: 2, memoryGb: 1, system: 's', node: 'v', postgres: '18', queues: 'redis', loadBefore: 0 },
    submitting: null, notifying: null, wholeRounds: null, sealing: null, sequencing: null, starting: null, relaying: null, judging: null, people: null, desk: null, memory: {}, ...change,
  };
}

describe('bars', () => {
  it('are met by as much or as little as they say, and missed by more', () => {
    const round = (medianMs: number): Column => column({ wholeRounds: { rounds: 1, medianMs, slowestMs: medianMs, steps: { postMs: 1, answeredMs: 1, decidedMs: 1, toldMs: 1 }, cpuUs } });
    expect(judge({ asIs: round(1_000), slow: null })).toMatchObject([{ part: 'd', barMet: true, goalMet: false }]);
    expect(judge({ asIs: round(1_001), slow: null })).toMatchObject([{ part: 'd', barMet: false }]);
    expect(judge({ asIs: round(250), slow: round(2_000) })).toMatchObject([{ barMet: true, goalMet: true }, { barMet: false, goalMet: false }]);
  });

  it('judge memory of each process by its own limit, and nothing that was not measured', () => {
    const memory = { hub: { nowMb: 170, peakMb: 200 }, courier: { nowMb: 131, peakMb: 140 } };
    expect(judge({ asIs: column({ memory }), slow: null }).map(({ bar, barMet }) => [bar, barMet])).toEqual([[170, true], [130, false]]);
  });

  it('hold what judging one share costs to a fifth of a millisecond, and show it under its letter', () => {
    const judged = (shareMs: number): Column => column({ judging: { rounds: 1, sharesARound: 10, agreements: 30, shareMs, slowMs: 1 } });
    expect(judge({ asIs: judged(0.2), slow: judged(0.21) })).toMatchObject([{ part: 'i', barMet: true }, { part: 'i', barMet: false }]);
    const shown = tablesOf({ takenAt: '', quick: false, seconds: 1, columns: { asIs: judged(0.1), slow: null }, bars: [] }).map(asText).join('\n');
    expect(shown).toContain('(i) one share judged');
  });

  it('hold the desk to its three links and to its headings, and show how slow it was made', () => {
    const cold = { office: { unlockMs: 500, rowsMs: 1_000 }, slow4g: { unlockMs: 500, rowsMs: 2_501 }, rural: { unlockMs: 500, rowsMs: 4_000 } };
    const asIs = column({ desk: { rounds: 1, rows: 50, cold, coldBytes: 230_000, openMs: { asIs: 40, slowed: 251, processor: 60 }, slower: { four: 4, six: 6.1 } } });
    expect(judge({ asIs, slow: null }).map(({ part, barMet }) => [part, barMet])).toEqual([['k', true], ['k', false], ['k', true], ['k', false]]);
    expect(tablesOf({ takenAt: '', quick: false, seconds: 1, columns: { asIs, slow: null }, bars: [] }).map(asText).join('\n')).toContain('40 ms at full speed, 60 ms of processor time; a loop took 6.1 times as long');
  });

  it('say plainly what was missed and by how much', () => {
    const asIs = column({ memory: { hub: { nowMb: 340, peakMb: 340 } } });
    const [bars] = tablesOf({ takenAt: '', quick: false, seconds: 1, columns: { asIs, slow: null }, bars: judge({ asIs, slow: null }) });
    expect(bars === undefined ? '' : asText(bars)).toContain('MISSED, 2 times that');
  });
});
