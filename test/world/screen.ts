import { cleanup } from '@testing-library/preact';
import { options } from 'preact';
import { afterEach } from 'vitest';

// What a component does after it was painted it does at once: nothing is painted here, and nobody presses within a frame.
(options as { requestAnimationFrame?: (act: () => void) => void }).requestAnimationFrame = queueMicrotask;

// What a test has rendered is taken away after it: files of one worker share a document.
afterEach(cleanup);
