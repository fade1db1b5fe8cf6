/** Letters of a unique pupil number: I, O and S are left out because they look like digits. A letter's place is its value. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const GAPS = /[\s\u00a0.-]/gu;

/** Whether this is an NHS number, in any groups: ten digits, of which the last follows from the nine before it by modulus 11. */
export function isNhsNumber(written: string): boolean {
  const digits = written.replace(GAPS, '');
  if (!/^[1-9]\d{9}$/u.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/**
 * Whether this is a unique pupil number: a letter that follows by modulus 23 from the twelve characters after it, the last of which is
 * a letter while the number is temporary (Department for Education, Unique pupil numbers).
 */
export function isUpn(written: string): boolean {
  const upn = written.replace(GAPS, '').toUpperCase();
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/u.test(upn)) return false;
  const sum = Array.from(upn.slice(1)).reduce((total, each, at) => total + (at + 2) * (/\d/u.test(each) ? Number(each) : UPN_LETTERS.indexOf(each)), 0);
  return UPN_LETTERS[sum % 23] === upn[0];
}
