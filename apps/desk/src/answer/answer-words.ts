import type { BothLanguages } from '@lateral/domain/justification';
import type { Harm, LeftOut, NothingKind } from './answer-draft.js';

const both = (en: string, cy: string): BothLanguages => ({ en, cy });

/** Sentences that become part of what is sealed, in the language of the answer: the choices that were made, written out for whoever reads it years later. */
export const answerWords = {
  nothing: {
    not_known: both('The people asked about are not known to us.', 'Nid yw’r bobl y gofynnir amdanynt yn hysbys i ni.'),
    no_concern: both('They are known to us, and nothing we hold is a concern.', 'Maent yn hysbys i ni, ac nid oes dim a ddaliwn yn achos pryder.'),
    nothing_relevant: both('They are known to us, and nothing we hold bears on this question.', 'Maent yn hysbys i ni, ac nid oes dim a ddaliwn yn berthnasol i’r cwestiwn hwn.'),
  } satisfies Record<NothingKind, BothLanguages>,
  answers: both('It answers what was asked about: {category}.', 'Mae’n ateb yr hyn a ofynnwyd am: {category}.'),
  searched: both('We searched {systems} for {count} names, so that the decision does not wait for us.', 'Chwiliwyd {systems} am {count} enw, fel na fydd y penderfyniad yn aros amdanom ni.'),
  interim: both('We tell you now what we can, so that you do not wait without knowing why.', 'Rydym yn dweud wrthych nawr yr hyn a allwn, fel na fyddwch yn aros heb wybod pam.'),
  /** Why not more, of an answer that gives nothing of what is held. */
  nothingGiven: both('Nothing is given but what this answer says.', 'Ni roddir dim ond yr hyn y mae’r ateb hwn yn ei ddweud.'),
  leftOut: {
    nothing: both('Nothing relevant was left out.', 'Ni adawyd dim perthnasol allan.'),
    other_people: both('Details about other people were left out.', 'Gadawyd manylion am bobl eraill allan.'),
    older_history: both('Older or unrelated history was left out.', 'Gadawyd hanes hŷn neu amherthnasol allan.'),
    source: both('What could identify a source was left out.', 'Gadawyd allan yr hyn a allai ddatgelu ffynhonnell.'),
    cannot_share: both('Something that we cannot share was left out; the ground is given.', 'Gadawyd allan rywbeth na allwn ei rannu; rhoddir y sail.'),
  } satisfies Record<LeftOut, BothLanguages>,
  harm: {
    none_known: both('We know of no extra risk to anybody from sharing this.', 'Ni wyddom am unrhyw risg ychwanegol i neb o rannu hyn.'),
    limits_set: both('Sharing could affect somebody, and limits on its use are set.', 'Gallai rhannu effeithio ar rywun, a gosodwyd terfynau ar ei ddefnydd.'),
    outweighed: both('Sharing could affect somebody, and the risk to the child or adult outweighs it.', 'Gallai rhannu effeithio ar rywun, ac mae’r risg i’r plentyn neu’r oedolyn yn drech.'),
  } satisfies Record<Harm, BothLanguages>,
};
