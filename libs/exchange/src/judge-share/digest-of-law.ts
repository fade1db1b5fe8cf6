import { digestOf, type CoveringClause } from '@lateral/contracts';
import type { CatalogueDocument } from '@lateral/domain/catalogue';
import type { LawView } from '../ports/index.js';

// A catalogue is some hundred rows and never changes while a hub stands by it: its digest is taken once.
const digests = new WeakMap<CatalogueDocument, string>();

/** Digest of a catalogue, as the record of its adoption and those of the shares it judged name it. */
export function digestOfCatalogue(document: CatalogueDocument): string {
  const digest = digests.get(document) ?? digestOf('catalogue', document);
  digests.set(document, digest);
  return digest;
}

/** Digest of the agreement version that covers a share. */
export function digestOfCover({ agreement, version }: CoveringClause, { agreements }: Pick<LawView, 'agreements'>): string {
  const found = agreements.find(({ document }) => document.reference === agreement && document.version === version);
  if (found === undefined) throw new TypeError('a share was covered by an agreement that is not here');
  return found.digest;
}
