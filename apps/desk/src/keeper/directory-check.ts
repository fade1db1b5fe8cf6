import type { PartnershipFile, SignedDocument } from '@lateral/contracts';
import type { ShownDirectory, Told } from '../crypto/protocol.js';
import type { KeeperDeps } from './keeper-deps.js';
import { keepMarks, storedMarks } from './marks.js';
import { Refusal } from './refusal.js';

/** Agencies and people as the worker verified them. */
export type Directory = Extract<Told<'verify-directory'>, { ok: true }>;

/** Fetches what the hub shows of the directory and has the worker judge it. It believes nothing itself. */
export class DirectoryCheck {
  /** Partnership files of before, once they were needed: they do not change. */
  private files: SignedDocument<PartnershipFile>[] = [];

  constructor(private readonly deps: Pick<KeeperDeps, 'hub' | 'secrets' | 'storage' | 'pin'>) {}

  /** Throws a Refusal where it does not hold. */
  async verify(own: string, agencies: readonly string[]): Promise<Directory> {
    const { hub, storage, pin } = this.deps;
    const [partnership, root, ...rosters] = await Promise.all([hub.partnership(), pin(), ...agencies.map((agency) => hub.rosters(agency))] as const);
    for (;;) {
      const { marks, text } = storedMarks(storage);
      const verified = await this.judge({ own, partnership, rosters, pin: root, marks });
      // What another window has seen meanwhile counts here as well.
      if (keepMarks(verified.marks, text, storage)) return verified;
    }
  }

  private async judge(shown: Omit<ShownDirectory, 'versions'>): Promise<Directory> {
    const { secrets } = this.deps;
    let verified = await secrets.ask('verify-directory', { ...shown, versions: this.files.length === 0 ? null : await this.filesUntil(shown.partnership) });
    if (!verified.ok && verified.code === 'versions-needed') verified = await secrets.ask('verify-directory', { ...shown, versions: await this.filesUntil(shown.partnership) });
    if (!verified.ok) throw new Refusal(verified.code);
    return verified;
  }

  private async filesUntil({ document: { version } }: SignedDocument<PartnershipFile>): Promise<SignedDocument<PartnershipFile>[]> {
    const known = this.files.at(-1)?.document.version ?? 0;
    if (known < version) this.files = [...this.files, ...await this.deps.hub.partnershipVersions(known + 1)];
    return this.files;
  }
}
