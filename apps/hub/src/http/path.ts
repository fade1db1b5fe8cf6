import type { PipeTransform } from '@nestjs/common';
import { REFERENCE_PATTERN } from '@lateral/domain';
import { CODE_PATTERN, ID_PATTERN, NAME_PATTERN } from './rules.js';
import { ProblemError } from './problem.js';

/** The number of a version. */
class VersionPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!VERSION_PATTERN.test(value)) throw new ProblemError('not-found');
    return Number(value);
  }
}
const VERSION_PATTERN = /^[1-9][0-9]{0,5}$/;

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
/** A catalogue version or the reference of an agreement. */
export const codeInPath = new PathPipe(CODE_PATTERN);
export const versionInPath = new VersionPipe();
export const agencyInPath = new PathPipe(NAME_PATTERN);
export const memberInPath = new PathPipe(NAME_PATTERN);
