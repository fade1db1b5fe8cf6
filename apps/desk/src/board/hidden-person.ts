import type { RequestBody } from '@lateral/envelope/words';

type Person = Pick<RequestBody['people'][number], 'name' | 'dob' | 'ageEstimate'>;

/** "J.H., 2019": what stands for a person while names are hidden. */
export function hiddenPerson({ name, dob, ageEstimate }: Person): string {
  const letters = name.split(/\s+/u).filter((word) => word !== '').map((word) => `${Array.from(word)[0]!.toLocaleUpperCase()}.`).join('');
  const year = /^\d{4}/u.exec(dob ?? ageEstimate ?? '')?.[0];
  return year === undefined ? letters : `${letters}, ${year}`;
}
