import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import {
  ApproveAgreement, AskFurther, CloseCheck, CollectHeadings, CorrectRequest, GatherEvidence, HandOver, HandOverAttachment, KeepRecordOnly, ListDelegated, ListOverrides, MoveDueTime, OpenCheck, ProposeAgreement, RateCheck,
  ReadAgreements, ReadKeyLog, ReadLaw, ReadReceipts, RecordDecision, RecordOpening, Recuse, ReviewOverride, StoreAttachment, SubmitResponse, TellOutcome, WithdrawCheck, WithdrawRequest,
} from '@lateral/exchange';
import { RecusalController } from './access/recusal.controller.js';
import { AgreementsController } from './agreements/agreements.controller.js';
import { ApiDocumentController } from './api-document/api-document.controller.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { AskingController } from './checks/asking.controller.js';
import { ChecksController } from './checks/checks.controller.js';
import { ProofController } from './checks/proof.controller.js';
import { CUSTODY_CONTROLLERS, custodyProviders } from './custody/custody-wiring.js';
import { DESK_CONTROLLERS, deskProviders } from './desk/desk-wiring.js';
import { DirectoryController } from './directory/directory.controller.js';
import { NodeEnvelopeInspector } from './envelopes/envelope-inspector.js';
import { EnvelopesController } from './envelopes/envelopes.controller.js';
import { HeadingsController } from './envelopes/headings.controller.js';
import { EventsController } from './events/events.controller.js';
import { HealthController } from './health/health.controller.js';
import type { HubParts } from './hub-parts.js';
import { KeyLogController } from './key-log/key-log.controller.js';
import { LawController } from './law/law.controller.js';
import { LogController } from './log/log.controller.js';
import { AUDIENCE, CHECK_STORE, DIRECTORY_STORE, HEALTH, KEY_LOG_PROOFS, LEDGER_PROOFS, LOG, NOTICE_SOURCE } from './ports.js';
import { OverridesController } from './overrides/overrides.controller.js';
import { DelegatedRequestsController } from './requests/delegated-requests.controller.js';
import { RequestsController } from './requests/requests.controller.js';
import { SIGN_IN_CONTROLLERS, signInProviders, startAtProvider } from './sign-in/sign-in-wiring.js';
import { STEP_UP_CONTROLLERS, stepUpActs } from './step-up/step-up-wiring.js';

export const CONTROLLERS = [
  AgreementsController, ApiDocumentController, AskingController, AttachmentsController, ChecksController, ProofController, DirectoryController, EnvelopesController, HeadingsController, EventsController,
  HealthController, KeyLogController, LawController, LogController, OverridesController, RecusalController, RequestsController, DelegatedRequestsController, ...CUSTODY_CONTROLLERS, ...DESK_CONTROLLERS, ...SIGN_IN_CONTROLLERS, ...STEP_UP_CONTROLLERS,
];

/** The wiring: every controller, and every act with the parts it needs. */
@Module({})
export class HubModule {
  static of(parts: HubParts): DynamicModule {
    const start = startAtProvider(parts);
    const stepUp = stepUpActs(parts, start);
    return { module: HubModule, controllers: CONTROLLERS, providers: [...acts(parts), ...custodyProviders(parts), ...deskProviders(parts), ...stepUp.providers, ...signInProviders(parts, start, stepUp.grants), ...named(parts)] };
  }
}

function acts(parts: HubParts): Provider[] {
  const { clock, randomness, checks, attachments, records, proofs, directory, evidence, incidents, law, catalogues, agreements, overrides } = parts;
  const share = { clock, randomness, directory, inspector: new NodeEnvelopeInspector(), attachments, checks, law };
  const agreeing = { clock, randomness, directory, rosters: parts.directoryStore, law, agreements };
  const written = [
    new OpenCheck(share), new CorrectRequest(share), new SubmitResponse({ ...share, contacts: parts.desk.contacts }), new TellOutcome(share), new RecordDecision(share),
    new WithdrawCheck(share), new WithdrawRequest(share), new CloseCheck(share), new RecordOpening(share),
    new AskFurther(share), new RateCheck(share), new MoveDueTime(share), new KeepRecordOnly({ ...share, evidence }), new ReviewOverride({ ...share, overrides, directoryStore: parts.directoryStore }), new ListOverrides({ overrides }), new ListDelegated({ clock, checks }),
    new ReadLaw({ clock, law, catalogues }), new ReadAgreements(agreeing), new ProposeAgreement(agreeing), new ApproveAgreement(agreeing),
    new HandOver({ clock, randomness, checks, records, incidents, proofs }), new CollectHeadings({ clock, randomness, checks, incidents }), new HandOverAttachment({ ...share, incidents }), new StoreAttachment(share),
    new ReadKeyLog({ facts: parts.keyFacts, keyLog: parts.keyLog }),
    new ReadReceipts({ checks, records, proofs }), new Recuse({ clock, randomness, checks, recusals: parts.recusals }),
    new GatherEvidence({ clock, randomness, checks, records, evidence, directory: parts.directoryStore, catalogues, agreements, proofs }),
  ];
  return written.map((act) => ({ provide: act.constructor, useValue: act }));
}

function named(parts: HubParts): Provider[] {
  return [
    { provide: AUDIENCE, useValue: parts.audience },
    { provide: CHECK_STORE, useValue: parts.checks },
    { provide: DIRECTORY_STORE, useValue: parts.directoryStore },
    { provide: HEALTH, useValue: parts.health },
    { provide: KEY_LOG_PROOFS, useValue: parts.keyLog },
    { provide: LEDGER_PROOFS, useValue: parts.proofs },
    { provide: LOG, useValue: parts.log },
    { provide: NOTICE_SOURCE, useValue: parts.notices },
  ];
}
