import { shippedLaw } from './shipped-law.js';

/** The law that the desk's state page plays by, as its build takes it up: text, because it goes into a script. */
const { catalogue, packs, agreements, deadlines } = await shippedLaw('W', ['council', 'heddlu', 'bwrdd', 'addysg', 'tai', 'prawf'], ['s47_enquiry', 'decide_threshold', 'immediate_protection']);
export const stateLaw: string = JSON.stringify({ catalogue: catalogue.document, packs, agreements, deadlines });
