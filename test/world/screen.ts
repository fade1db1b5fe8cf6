import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// What a test has rendered is taken away after it: files of one worker share a document.
afterEach(cleanup);
