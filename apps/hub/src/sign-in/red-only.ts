import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { AttachmentStore, CheckStore } from '@lateral/exchange';
import type { FastifyRequest } from 'fastify';
import { from, map, switchMap, type Observable } from 'rxjs';
import { ProblemError } from '../http/problem.js';

interface Rated { urgency?: unknown }
interface Named { request?: string; reference?: string; envelope?: string; attachment?: string }

/**
 * The one place that keeps sessions of a one-time code to red checks: whatever a route names must belong to one, and of what it lists the
 * rest is left out. What is not red is to them as if it were not there. Which routes they reach at all, the access table says.
 */
export class RedOnly implements NestInterceptor {
  constructor(private readonly checks: CheckStore, private readonly attachments: AttachmentStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.session?.kind !== 'one-time-code') return next.handle();
    return from(this.assertRed(request)).pipe(switchMap(() => next.handle()), map(withoutOthers));
  }

  private async assertRed({ method, params }: FastifyRequest): Promise<void> {
    const { request, reference, envelope, attachment } = params as Named;
    if (request !== undefined && !(await this.isRedRequest(request))) throw new ProblemError('not-found');
    if (reference !== undefined && (await this.checks.checkFacts(reference, null))?.urgency !== 'red') throw new ProblemError('not-found');
    if (envelope !== undefined && !(await this.isRedEnvelope(envelope))) throw new ProblemError('not-found');
    // An upload belongs to nothing yet: the message that names it is held to the rule.
    if (attachment !== undefined && method !== 'PUT' && !(await this.isRedAttachment(attachment))) throw new ProblemError('not-found');
  }

  private async isRedRequest(id: string): Promise<boolean> {
    return (await this.checks.requestFacts(id, null))?.urgency === 'red';
  }

  private async isRedEnvelope(id: string): Promise<boolean> {
    const facts = await this.checks.envelopeFacts(id, null);
    return facts !== null && facts.request !== null && this.isRedRequest(facts.request);
  }

  private async isRedAttachment(id: string): Promise<boolean> {
    const facts = await this.attachments.facts(id);
    return facts !== null && facts.envelope !== null && this.isRedEnvelope(facts.envelope);
  }
}

/** Of a page, the entries that are red or are not rated at all. */
function withoutOthers(reply: unknown): unknown {
  const page = reply as { items?: unknown } | null | undefined;
  return Array.isArray(page?.items) ? { ...page, items: page.items.filter((item: Rated) => item.urgency === undefined || item.urgency === 'red') } : reply;
}
