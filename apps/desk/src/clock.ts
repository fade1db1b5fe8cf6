/** The time of this computer: the one place of the desk that reads it. */
export const systemNow = (): Date => new Date();
