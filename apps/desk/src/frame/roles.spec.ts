import { describe, expect, it } from 'vitest';
import { ROLES } from '@lateral/domain/access';
import { homeOf, placesOf } from './roles.js';

describe('where somebody has work', () => {
  it('is what the access table lets their roles do', () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, placesOf([role])]))).toEqual({
      practitioner: ['checks'], senior_practitioner: ['checks'], responder: ['inbox'], approver: ['inbox'], team_manager: ['checks', 'inbox', 'team'], agency_administrator: ['agency'], custodian: ['agency'],
      data_protection_officer: [], signatory: [], caldicott_guardian: [], independent_scrutineer: [], service_operator: [],
    });
    expect([homeOf(['responder', 'custodian']), homeOf(['signatory'])]).toEqual(['/inbox', '/account']);
  });
});
