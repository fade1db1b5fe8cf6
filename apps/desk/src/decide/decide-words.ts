/** Sentences that become part of what is sealed, in the language of the decision. */
export const decideWords = {
  thanks: { en: 'Thank you. This is what was decided after your answer.', cy: 'Diolch. Dyma beth a benderfynwyd ar ôl eich ateb.' },
  withoutAnswers: { en: 'Decided before every agency had answered:', cy: 'Penderfynwyd cyn i bob asiantaeth ateb:' },
  whyNotStrategy: { en: 'Why not a strategy discussion:', cy: 'Pam nad trafodaeth strategaeth:' },
  referrer: { en: 'The person who made the report', cy: 'Y person a wnaeth yr adroddiad' },
};
