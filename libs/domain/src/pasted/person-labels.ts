import { fold } from '../wording/fold.js';

export type PersonField = 'name' | 'forename' | 'surname' | 'dob' | 'edd' | 'address' | 'postcode' | 'nhs_number' | 'upn' | 'case_ref' | 'relation';

/** What case systems call a field, folded, in English and Welsh. */
const CALLED: Record<PersonField, string> = {
  name: 'name|full name|childs name|child name|client name|patient name|patient|pupil name|students name|student name|person name|service user name|known name|enw|enw llawn|enwr plentyn|enwr person|enwr disgybl|enwr cleient|enwr claf',
  forename: 'forename|forenames|forename s|first name|first names|given name|given names|given name s|legal forename|enw cyntaf|enwau cyntaf|enw bedydd',
  surname: 'surname|family name|last name|legal surname|cyfenw|enw teuluol',
  dob: 'dob|d o b|date of birth|birth date|birthdate|born|dyddiad geni|dyddiad geni r plentyn|d g|dg|ganwyd|ganed',
  edd: 'edd|due date|expected date|expected date of delivery|expected delivery date|expected date of birth|dyddiad disgwyliedig|dyddiad geni disgwyliedig|dyddiad y disgwylir y geni',
  address: 'address|home address|current address|full address|address line 1|addr|cyfeiriad|cyfeiriad cartref|cyfeiriad presennol|cyfeiriad llawn',
  postcode: 'postcode|post code|cod post',
  nhs_number: 'nhs number|nhs no|nhs num|nhs|nhs id|rhif gig|rhif y gig|rhif nhs|gig',
  upn: 'upn|unique pupil number|pupil number|rhif unigryw disgybl|rhif disgybl unigryw|rhif unigryw y disgybl|rud',
  case_ref: 'case ref|case reference|case number|case no|case id|client id|person id|system id|wccis id|wccis number|wccis no|lcs id|niche id|nominal|nominal number|cpoms id|cyfeirnod|cyfeirnod achos|cyfeirnod yr achos|rhif achos|rhif cleient',
  relation: 'relationship|relation|relationship to child|role|perthynas|perthynas ar plentyn|rol|rol yn yr achos',
};
const BY_LABEL = new Map(Object.entries(CALLED).flatMap(([field, labels]) => labels.split('|').map((label) => [label, field as PersonField] as const)));

/** Which field somebody labels so; null for a label of none. */
export function fieldCalled(label: string): PersonField | null {
  return BY_LABEL.get(fold(label).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()) ?? null;
}
