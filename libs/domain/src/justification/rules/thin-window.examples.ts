import { asking, type Example } from './ordinary.examples.js';

const lasting = (from: string): ReturnType<typeof asking> => asking({ window: { from, to: '2026-11-16' } });

export const THIN_WINDOW: Example[] = [
  { is: 'accepting', name: 'some months', toJudge: asking(), finds: [] },
  { is: 'firing', name: 'a day', toJudge: lasting('2026-11-15'), finds: ['/window'] },
  { is: 'boundary', name: 'six days', toJudge: lasting('2026-11-10'), finds: ['/window'] },
  { is: 'boundary', name: 'a week', toJudge: lasting('2026-11-09'), finds: [] },
  { is: 'boundary', name: 'none at all is an error, not a note', toJudge: asking({ window: null }), finds: [] },
];
