import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KnownConfig } from './known-config.js';
import { loadAgreementTemplates } from './load-agreement-templates.js';
import { loadCatalogue } from './load-catalogue.js';
import { loadDeadlines } from './load-deadlines.js';
import { loadPacks } from './load-packs.js';
import { loadRetention } from './load-retention.js';

/**
 * For a build: reads the folder `config` as a start does, with every deadline policy in it, and gives what to put beside a bundle.
 * Throws a ConfigFault where a start would throw one.
 */
export async function recordKnownConfig(config: string): Promise<string> {
  const known = KnownConfig.recording();
  await Promise.all([loadCatalogue(join(config, 'catalogue'), known), loadPacks(join(config, 'packs'), known), loadAgreementTemplates(join(config, 'agreements'), null, known), loadRetention(join(config, 'retention'), known)]);
  const policies = (await readdir(join(config, 'deadlines'))).filter((name) => name.endsWith('.yaml'));
  for (const policy of policies) await loadDeadlines(config, join(config, 'deadlines', policy), known);
  return known.written();
}
