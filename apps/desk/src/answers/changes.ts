import type { ResponseBody } from '@lateral/envelope/words';

type Item = ResponseBody['items'][number];
/** What a corrected answer says otherwise than the one before it: items by their ids, which a correction keeps. */
export interface Changes { added: Item[]; removed: Item[]; changed: { before: Item; after: Item }[]; kind: { before: ResponseBody['responseType']; after: ResponseBody['responseType'] } | null }

export function changesIn(before: ResponseBody, after: ResponseBody): Changes {
  const [was, is] = [before, after].map(({ items }) => new Map(items.map((item) => [item.id, item]))) as [Map<string, Item>, Map<string, Item>];
  return {
    added: after.items.filter(({ id }) => !was.has(id)), removed: before.items.filter(({ id }) => !is.has(id)),
    changed: after.items.flatMap((item) => {
      const earlier = was.get(item.id);
      return earlier === undefined || said(earlier) === said(item) ? [] : [{ before: earlier, after: item }];
    }),
    kind: before.responseType === after.responseType ? null : { before: before.responseType, after: after.responseType },
  };
}

/** The members of an item in one order, whatever order they came in. */
function said(item: Item): string {
  return JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
