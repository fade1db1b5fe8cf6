import type { PipeTransform } from '@nestjs/common';
import { REFERENCE_PATTERN } from '@lateral/domain';
import { ID_PATTERN, NAME_PATTERN } from './rules.js';
import { ProblemError } from './problem.js';

/** A path parameter that cannot be of anything: the same 404 as for something that is not there. */
class PathPipe implements PipeTransform<string, string> {
  constructor(private readonly pattern: RegExp) {}

  transform(value: string): string {
    if (!this.pattern.test(value)) throw new ProblemError('not-found');
    return value;
  }
}

export const idInPath = new PathPipe(ID_PATTERN);
export const referenceInPath = new PathPipe(REFERENCE_PATTERN);
export const agencyInPath = new PathPipe(NAME_PATTERN);
