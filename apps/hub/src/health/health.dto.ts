import { Code, Exactly, Flag, List } from '../http/rules.js';

export class HealthDto {
  @Exactly('up') status!: 'up';
}

export class ReadyDto {
  @Flag() ready!: boolean;
  @List(0, 16) @Code({ each: true }) down!: string[];
}
