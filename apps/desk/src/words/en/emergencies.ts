export const emergencies = {
  title: 'Emergencies to review', one: 'Review an emergency', home: 'Back to your work', what: 'your agency’s emergencies', law: 'the law and agreements',
  means: 'These were sent as emergencies, before their records were complete. Somebody who did not send it reviews each by the end of the next working day, and completes its record where that can be done.',
  none: 'No emergency is waiting for a review.', waiting: 'Waiting for a review', reviewed: 'Reviewed', done: 'The review is recorded',
  column: { reference: 'Check', what: 'What was sent', reason: 'Why it could not wait', by: 'Sent by', sent: 'Sent', due: 'Review by', act: 'Review', finding: 'What was found', reviewed: 'Reviewed on' },
  overdue: 'Overdue: was due {{at}}', own: 'You sent it. Somebody else reviews it.', others: 'A senior practitioner, approver or team manager reviews it.', review: 'Review',
  reviewedSo: 'This was reviewed at {{at}}: {{finding}}.', ownOne: 'You sent this, so somebody else reviews it: a senior practitioner, an approver or a team manager.',
  question: 'A question to {{agency}}', answer: 'An answer to {{agency}}', open: 'Open what was sent', answered: 'The answer', takenBack: 'The question was taken back later.', lacked: 'What its record lacked', lackedBy: 'A rule that finds nothing in it today ({{code}})',
  find: { legend: 'What did you find?', words: 'What do you base that on?', hint: 'Only your team and its data protection officers can read this.' },
  finding: { right_and_completed: 'It was right to send it, and its record can be completed', right_and_incomplete: 'It was right to send it, but its record cannot be completed any more', not_justified: 'It should not have been sent as an emergency' },
  carried: 'Filled in as you reviewed another message of this check. Change what differs here.',
  complete: {
    title: 'Complete its record', means: 'Write it as it was when this was sent. The agency that has it is not told of the change.', why: 'Why was it needed?', whyHint: 'One or two sentences: what might have gone wrong without it. Do not name anyone.', later: 'Later, on a day that was agreed',
    relevant: 'Which of these bear on the question?', relevantHint: 'Say in your reason how they do.', basis: 'What does it rest on?', asItLeft: 'On what it was sent with', asOffered: 'On what the agreement or the law offers today',
    verdict: 'Is the record complete now?', passes: 'Yes', lacks: 'Not yet', byHub: 'The other agency has left the partnership, so this page cannot say whether the record is complete. The hub says so when you send it.',
  },
  recorded: 'How the record reads now', go: 'Encrypt and record the review',
  fault: { finding: 'Choose what you found', found: 'Say what you base it on' },
};
