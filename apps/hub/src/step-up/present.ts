import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Present } from '@lateral/exchange';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';

/** Who is acting and in which session. Whether that must be a person's is for the act to say. */
export const Person = createParamDecorator((_: unknown, context: ExecutionContext): Present => {
  const { actor, session } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === null || session === null) throw new ProblemError('unauthenticated');
  return { actor, session };
});
