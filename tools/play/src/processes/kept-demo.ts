import { createServer } from 'node:net';
import { dirname } from 'node:path';
import type { PartnershipRegistration } from '@lateral/contracts';
import { isPartnershipFile } from '@lateral/envelope/keys';
import { readRegistration } from '@lateral/provision';
import { placesOf, type PlaySettings } from '../play.settings.js';

/** The demonstration that is here cannot be gone on with, and why. */
export class DemoUnusable extends Error {}

/** `providerPort`: null where its people have no provider. */
export interface Kept { registration: PartnershipRegistration; providerPort: number | null }

/**
 * What an earlier start left in the folder, or null. Its people are known by their provider's address, port and all: the provider comes up where
 * it was, whatever port was found free this time. Throws DemoUnusable where something listens there, or an earlier version made it.
 */
export async function keptDemo({ folder, settings }: { folder: string; settings: PlaySettings }): Promise<Kept | null> {
  const registration = await readRegistration(folder);
  if (registration === null) return null;
  if (!isPartnershipFile(registration.partnership.document)) throw new DemoUnusable(`The demonstration that is here was made by an earlier version; remove it and start again: ${removal(settings)}`);
  const [person] = registration.people;
  if (person === undefined) return { registration, providerPort: null };
  const port = Number(new URL(person.issuer).port);
  if (!(await isFree(port))) throw new DemoUnusable(`Something listens on port ${port}, where the people of the demonstration that is here sign in. If that is the demonstration, it is running already; else stop what it is, or remove the demonstration and start again: ${removal(settings)}`);
  return { registration, providerPort: port };
}

function removal(settings: PlaySettings): string {
  const { postgres } = placesOf(settings);
  return `rm -rf ${[...new Set([settings.LATERAL_SERVICES_FOLDER, ...(postgres === null ? [] : [dirname(postgres)])])].join(' ')}`;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => { done(false); });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => { server.close(() => { done(true); }); });
  });
}
