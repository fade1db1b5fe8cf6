/** Words that are the same in English and in Welsh, as `room:key`: names, and what is a word in both. A line each, in order. */
export const ALIKE: readonly string[] = [
  'frame:idle.both',
  'frame:service',
  'frame:titled',
  'newCheck:count.people_one',
  'newCheck:person.legend',
];
