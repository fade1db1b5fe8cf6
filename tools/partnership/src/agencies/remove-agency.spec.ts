import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certified, laptopWithRoot, shares, type Laptop } from '../../../../test/world/laptop.js';
import type { Draft } from '../documents.js';

describe('remove-agency', () => {
  let desk: Laptop;
  beforeAll(async () => {
    desk = await laptopWithRoot();
    await certified(desk, 'council');
  });
  afterAll(() => desk.end());

  it('takes the agency out of the draft; with the same key it may come back', async () => {
    const { agencies: [entry] } = await desk.json<Draft>('root', 'draft.json');
    expect(await desk.run(['remove-agency', 'council', '--dir', desk.path('root'), '--lang', 'cy'])).toMatchObject({ exit: 0, out: expect.stringContaining('allan o\'r drafft') });
    expect(await desk.json('root', 'draft.json')).toMatchObject({ agencies: [], revoked: [] });
    const again = await desk.run(['certify-agency', '--dir', desk.path('root'), '--request', desk.path('council', 'certification-request.json'), '--fingerprint', entry!.primary, ...shares(desk, 'paper')]);
    expect(again.exit).toBe(0);
  });

  it.each([['remove-agency'], ['revoke-agency', '--reason', 'retired']])('%s of one that is not there is refused', async (command, ...more) => {
    expect(await desk.run([command, 'nobody', '--dir', desk.path('root'), ...more])).toMatchObject({ exit: 3, err: expect.stringContaining('[unknown-agency]') });
  });
});
