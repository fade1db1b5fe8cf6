import { OpenCheck } from '@lateral/exchange';
import type { Actor, AttachmentStore, CheckStore, DirectoryView, LawView, OpenCheckWrite } from '@lateral/exchange';
import { OPEN_CHECK, openCheckValues } from '@lateral/persistence/hub';
import { SystemRandom, systemNow } from '@lateral/platform';
import type { Correspondent } from '@lateral/play';
import { lawOf } from './law-in-use.js';
import type { PreparedPost } from './post-maker.js';

/**
 * What the hub would send to Postgres for these posts, worked out before the clock starts: the act itself runs, over a store
 * that only keeps what it is given. So the bare statement writes the same rows and bytes as the hub does.
 */
export async function bareValuesOf(posts: readonly PreparedPost[], asking: Correspondent): Promise<unknown[][]> {
  const kept: OpenCheckWrite[] = [];
  const { agency, member, roles } = asking.session.client;
  const actor: Actor = { agency, member, roles };
  const [view, law] = [await viewOf(asking, [agency, ...(posts[0]?.requests.keys() ?? [])]), await lawOf(asking.session)];
  const act = openInto(kept, view, law);
  for (const { body } of posts) {
    const done = await act.carryOut(actor, { key: asking.session.newId(), digest: 'A'.repeat(43) }, body);
    if (!done.ok) throw new Error(`a prepared check would be refused: ${done.code}`);
  }
  return kept.map((write) => {
    const values = openCheckValues(write);
    return OPEN_CHECK.parameters.map((name) => values[name]);
  });
}

function openInto(kept: OpenCheckWrite[], view: DirectoryView, law: LawView): OpenCheck {
  const store: Pick<CheckStore, 'open'> = {
    open: async (write) => {
      kept.push(write);
      return { outcome: 'done', reply: { id: write.check.id, reference: write.check.reference, state: 'open', version: 1 } };
    },
  };
  return new OpenCheck({
    clock: { now: async () => systemNow() }, randomness: new SystemRandom(), directory: { view: async () => view, readAnew: async () => undefined }, checks: store as CheckStore,
    law: { view: async () => law, refresh: async () => undefined },
    // The signatures are good (the hub is shown the like of them), and no message names an attachment.
    inspector: { inspect: async () => ({ ok: true }) }, attachments: {} as AttachmentStore,
  });
}

/** The directory as the client verified it, in the form in which the act asks for it. */
async function viewOf({ directory, session: { client } }: Correspondent, agencies: readonly string[]): Promise<DirectoryView> {
  const at = systemNow();
  const known = new Map(await Promise.all(agencies.map(async (id) => {
    const { type, nation, publicAuthority, competentAuthority, commissionedProvider } = directory.agency(id);
    const [{ reader: { team, epoch } }, officers] = [await directory.reader(id, at), await directory.officers(id, at)];
    return [id, { agency: { id, type, nation, publicAuthority, competentAuthority, commissionedProvider, team, epochs: [epoch] }, officers: officers.map(({ reader }) => ({ officer: reader.officer, epoch: reader.epoch })) }] as const;
  })));
  return {
    partnership: directory.partnership.document.partnership,
    agency: (id) => known.get(id)?.agency ?? null,
    signer: (_agency, fingerprint) => ({ member: client.member, fingerprint, key: new Uint8Array() }),
    member: () => null,
    delegates: () => [],
    officers: async (id) => known.get(id)?.officers ?? [],
  };
}
