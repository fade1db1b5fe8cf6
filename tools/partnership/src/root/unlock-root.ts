import type { PrivateKey } from '@lateral/envelope/keys';
import { LOCKED_ROOT, type LockedRoot } from '../documents.js';
import { readDocument } from '../files.js';
import { Refusal } from '../refusal.js';
import type { World } from '../world.js';
import { askShares } from './ask-shares.js';
import { openRoot } from './locked-root.js';

export async function readLockedRoot(path: string): Promise<LockedRoot> {
  return readDocument<LockedRoot>(path, LOCKED_ROOT);
}

/** Asks for two shares and opens the root with them. Throws a Refusal where they do not. */
export async function unlockRoot(path: string, shareFiles: readonly string[], world: World): Promise<PrivateKey> {
  const locked = await readLockedRoot(path);
  const opened = await openRoot(locked, await askShares('root', shareFiles, world));
  if (!opened.ok) throw new Refusal(opened.code, { file: path });
  return opened.key;
}
