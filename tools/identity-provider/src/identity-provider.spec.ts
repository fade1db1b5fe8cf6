import { describe, expect, it } from 'vitest';
import { makeIdentityProvider } from './identity-provider.js';
import { choicePage, faultPage } from './pages.js';

const INPUT = { port: 0, agencies: [], clients: [], elapsedMs: () => 0 };
const AGENCY = { id: 'north', name: { en: 'North <Council>', cy: 'Cyngor y Gogledd' }, people: [{ subject: 'demo-1' }, { subject: '"><script>' }] };

describe('the demonstration\'s provider', () => {
  it.each(['production', 'staging', ''])('refuses to be part of %s', async (mode) => {
    await expect(makeIdentityProvider({ ...INPUT, mode })).rejects.toMatchObject({ code: 'not-in-production' });
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'provider.example.org'])('refuses to listen on %s', async (host) => {
    await expect(makeIdentityProvider({ ...INPUT, mode: 'demo', host })).rejects.toMatchObject({ code: 'loopback-only' });
  });

  it('has every issuer under /demo/, by which production knows it', async () => {
    const provider = await makeIdentityProvider({ ...INPUT, mode: 'test' });
    expect(provider.issuerOf('north')).toBe(`http://localhost:${provider.port}/demo/north`);
    await provider.close();
  });

  it('says in both languages that nobody is asked for a password, and runs no script', () => {
    const page = choicePage(AGENCY, '/demo/north/interaction/x');
    for (const words of ['Nobody is asked for a password', 'Ni ofynnir am gyfrinair', 'lang="cy"', 'Cyngor y Gogledd', 'North &#60;Council&#62;', 'value="demo-1"']) expect(page).toContain(words);
    expect(page).not.toContain('<script');
    expect(faultPage('<script>')).not.toContain('<script');
  });
});
