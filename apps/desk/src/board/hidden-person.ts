import type { Heading } from '@lateral/envelope/heading';

/** "J.H., 2019": what stands for a person while names are hidden. */
export function hiddenPerson({ name, born }: Pick<Heading, 'name' | 'born'>): string {
  const letters = name.split(/\s+/u).filter((word) => word !== '').map((word) => `${Array.from(word)[0]!.toLocaleUpperCase()}.`).join('');
  return born === null ? letters : `${letters}, ${born}`;
}
