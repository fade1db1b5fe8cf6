/** "Siôn ap Rhys-Llewelyn" as "S a R-L": enough for whoever knows, and nothing for whoever looks on. */
export function initialsOf(name: string): string {
  return name.trim().split(/\s+/u).map((word) => word.split('-').map(firstOf).join('-')).join(' ');
}

/** A letter with its marks; Welsh digraphs (Ll, Rh, Ch, Th, Dd, Ff, Ng, Ph) are one letter. */
function firstOf(word: string): string {
  return /^(?:Ll|Rh|Ch|Th|Dd|Ff|Ng|Ph)/u.exec(word)?.[0] ?? Array.from(word.normalize('NFC'))[0] ?? '';
}
