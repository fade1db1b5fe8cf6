import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, screen } from '@testing-library/preact';
import { AnsweringDesk } from '../../../../test/world/answering-desk.js';
import type { OpenedMessage } from '../crypto/protocol.js';

const SAID = /^This was written on 22 November 2026\. It could not be proven just now .* phone Cardiff Council/u;
afterEach(cleanup);

async function shown(change: Partial<OpenedMessage>): Promise<void> {
  const desk = new AnsweringDesk();
  const { opened } = desk.unsealed as { opened: OpenedMessage };
  desk.unsealed = { envelope: 'e-1', opened: { ...opened, created: '2026-11-22T09:00:00.000Z', ...change } };
  await desk.show();
  await screen.findByText('Corey Ashdown');
}

describe('a question that has outlived its time', () => {
  it('says when it was written where only the hub says when it was collected', async () => {
    await shown({ onHubsWord: true });
    expect(screen.getByText(SAID)).toBeTruthy();
  });

  it('says nothing of its age where that is proven', async () => {
    await shown({ onHubsWord: false });
    expect(screen.queryByText(SAID)).toBeNull();
  });
});
