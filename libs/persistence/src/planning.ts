/**
 * How our connections have statements planned. A named statement keeps one plan, made perhaps while its tables (or a month's part of
 * them) were still empty: no scan from end to end may get into it, and planning again for each call (which partitions invite) costs
 * more than the statement.
 */
export const PLANNING = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off';
