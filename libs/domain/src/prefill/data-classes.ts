/** Question packs whose answers are about health by their nature (UK GDPR Art 9), and those about offences (Art 10). Facts 3.9; the person who asks may say otherwise. */
const ABOUT_HEALTH = new Set(['health', 'gp', 'hvmid', 'mh', 'subst', 'fireamb', 'asc']);
const ABOUT_OFFENCES = new Set(['police', 'prob', 'yjs']);
/** In other packs, by the word of the category. */
const HEALTH_WORDS = /health|disab|diagnos|self_harm|substance|medic|injur|send|wellbeing|sexual|ethnic|communication/;
const OFFENCE_WORDS = /offen|convict|arrest|asb|probation|bail|police|violence|weapon/;

/** Whether what is asked for is special category data or data about offences, as far as its categories tell. */
export function dataClassesOf(categories: readonly string[]): { specialCategory: boolean; criminalOffence: boolean } {
  return { specialCategory: categories.some((category) => isOf(category, ABOUT_HEALTH, HEALTH_WORDS)), criminalOffence: categories.some((category) => isOf(category, ABOUT_OFFENCES, OFFENCE_WORDS)) };
}

function isOf(category: string, packs: ReadonlySet<string>, words: RegExp): boolean {
  const [pack = '', word = ''] = category.split('.', 2);
  return packs.has(pack) || words.test(word);
}
