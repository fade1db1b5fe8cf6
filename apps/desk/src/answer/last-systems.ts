/** What somebody searched last, in this session only: it goes with the page, and is kept nowhere. Codes of systems, of nobody. */
const last = new Map<string, readonly string[]>();

export function rememberSystems(member: string, systems: readonly string[]): void {
  last.set(member, [...systems]);
}

/** Empty where nothing was searched yet. */
export function systemsLastSearched(member: string): string[] {
  return [...last.get(member) ?? []];
}
