import { describe, expect, it } from 'vitest';
import type { AgreementDocument } from './agreement.js';
import { approvalState, type Approval } from './approval.js';

const parties = [{ agency: 'council-a' }, { agency: 'police-b' }, { agency: 'school-c' }];
const proposed = { document: { parties } as AgreementDocument, digest: 'this-text' };
const by = (signatory: string, agency: string, digest = 'this-text'): Approval => ({ signatory, agency, digest });

describe('approval of a version', () => {
  it('takes two people of two parties', () => {
    expect(approvalState(proposed, [by('ama', 'council-a'), by('bryn', 'police-b')])).toBe('published');
  });

  it.each<[string, Approval[]]>([
    ['nobody', []],
    ['one', [by('ama', 'council-a')]],
    ['one twice', [by('ama', 'council-a'), by('ama', 'council-a')]],
    ['two of one agency', [by('ama', 'council-a'), by('cai', 'council-a')]],
    ['one person with a seat in two agencies', [by('ama', 'council-a'), by('ama', 'police-b')]],
    ['one of a party and a stranger', [by('ama', 'council-a'), by('dai', 'gp-z')]],
    ['two, one of whom read another text', [by('ama', 'council-a'), by('bryn', 'police-b', 'the-text-before')]],
  ])('is not given by %s', (_who, approvals) => {
    expect(approvalState(proposed, approvals)).toBe('proposed');
  });

  it('finds the two among the many', () => {
    expect(approvalState(proposed, [by('ama', 'council-a'), by('ama', 'police-b'), by('cai', 'council-a')])).toBe('published');
  });

  it('is never lost by what comes after', () => {
    const two = [by('ama', 'council-a'), by('bryn', 'police-b')];
    for (const more of [by('ama', 'council-a'), by('dai', 'gp-z'), by('eve', 'school-c', 'another')]) expect(approvalState(proposed, [...two, more])).toBe('published');
  });
});
