import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import type { ContactView, OwnContactView } from '@lateral/contracts';
import { ChangeContact } from '@lateral/exchange';
import type { Actor, ContactStore } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller } from '../http/door.js';
import { agencyInPath } from '../http/path.js';
import { foundOr404, valueOf } from '../http/problem.js';
import { CONTACT_STORE } from '../ports.js';
import { ContactDto } from './contacts.dto.js';

/** How agencies can be spoken to. Whose mailboxes a path names, the guard has seen to: they are the caller's own. */
@Controller('v1/agencies')
export class ContactsController {
  constructor(private readonly change: ChangeContact, @Inject(CONTACT_STORE) private readonly contacts: ContactStore) {}

  @Get('contacts')
  list(): Promise<ContactView[]> {
    return this.contacts.all();
  }

  @Get(':agency/contact')
  async own(@Caller() { agency }: Actor, @Param('agency', agencyInPath) _agency: string): Promise<OwnContactView> {
    return foundOr404(await this.contacts.of(agency));
  }

  @Put(':agency/contact')
  async say(@Caller() actor: Actor, @Param('agency', agencyInPath) _agency: string, @Body(new BodyPipe(ContactDto)) body: ContactDto): Promise<OwnContactView> {
    return valueOf(await this.change.carryOut(actor, body));
  }
}
