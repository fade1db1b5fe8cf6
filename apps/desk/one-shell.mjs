// @ts-check

/** What every page has is one file: cut finer, by which pages share which part of it, it would be a request for each part. */
export const SHELL = 'shell';

/** A library is imported whole and used in parts, other parts by other pages: it is left to be cut. */
const LIBRARY = /\/libs\/[^/]+\/src\/|\/(?:useQueries|queriesObserver)\.js$/u;

/**
 * Tells which modules the first script needs whatever page is shown: those it imports, and what these import.
 * @returns {{ plugin: import('vite').Plugin, isShell: (id: string) => boolean }}
 */
export function oneShell() {
  /** @type {Set<string>} */
  const shell = new Set();
  return {
    isShell: (id) => shell.has(id) && !LIBRARY.test(id),
    plugin: {
      name: 'lateral-one-shell',
      apply: 'build',
      buildEnd() {
        shell.clear();
        const waiting = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry === true);
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
          if (shell.has(id)) continue;
          shell.add(id);
          waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      },
    },
  };
}
