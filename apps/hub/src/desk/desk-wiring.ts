import type { Provider } from '@nestjs/common';
import { ChangeContact, Drafts, Holders, KeepDraft, RecordExport, Remind } from '@lateral/exchange';
import { ContactsController } from '../contacts/contacts.controller.js';
import { DraftsController } from '../drafts/drafts.controller.js';
import { ExportsController } from '../exports/exports.controller.js';
import type { HubParts } from '../hub-parts.js';
import { MemberNamesController } from '../member-names/member-names.controller.js';
import { CLOCK, CONTACT_STORE, MEMBER_NAME_STORE } from '../ports.js';
import { WorkController } from '../work/work.controller.js';

export const DESK_CONTROLLERS = [ContactsController, DraftsController, ExportsController, MemberNamesController, WorkController];

export function deskProviders({ clock, randomness, directory, checks, desk: { drafts, work, contacts, names } }: HubParts): Provider[] {
  const working = { clock, randomness, directory, checks, work };
  const acts = [new KeepDraft({ clock, randomness, checks, drafts }), new Drafts({ drafts }), new Holders(working), new Remind(working), new ChangeContact({ clock, randomness, contacts }), new RecordExport({ clock, randomness, checks })];
  return [
    ...acts.map((act) => ({ provide: act.constructor, useValue: act })),
    { provide: CLOCK, useValue: clock }, { provide: CONTACT_STORE, useValue: contacts }, { provide: MEMBER_NAME_STORE, useValue: names },
  ];
}
