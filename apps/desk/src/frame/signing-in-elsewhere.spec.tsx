import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { sayBack, signInAgain } from '../session/sign-in-again.js';
import { frame as cy } from '../words/cy/frame.js';
import { frame as en } from '../words/en/frame.js';
import { startWords } from '../words/start-words.js';
import { SigningInElsewhere } from './notices.js';

afterEach(() => { cleanup(); vi.restoreAllMocks(); });

describe('while somebody signs in again in another tab', () => {
  it.each([['en', en], ['cy', cy]] as const)('the page says that it waits for that, and no longer (%s)', async (language, words) => {
    await (await startWords(language)).changeLanguage(language);
    vi.spyOn(window, 'open').mockReturnValue(window);
    render(<SigningInElsewhere />);
    expect(screen.getByRole('status').textContent).toBe('');
    const back = signInAgain('http://localhost/provider');
    await waitFor(() => { expect(screen.getByRole('status').textContent).toBe(words.elsewhere); });
    sayBack();
    await back;
    await waitFor(() => { expect(screen.getByRole('status').textContent).toBe(''); });
  });

  it('says nothing of a tab that the browser did not open', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null);
    render(<SigningInElsewhere />);
    await expect(signInAgain('http://localhost/provider')).rejects.toThrow('no tab was opened');
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
