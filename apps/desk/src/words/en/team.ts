export const team = {
  title: 'Team',
  what: 'the team’s work',
  sides: 'Which way',
  side: { answering: 'Asked of us ({{number}})', asking: 'Asked by us ({{number}})' },
  numbers: { answering: 'Asked of us', asking: 'Asked by us', waiting: 'Waiting', overdue: 'Overdue now', soon: 'Due within 2 hours', inTime: 'Answered in time today', of: '{{inTime}} of {{all}}' },
  load: { title: 'Who has how much', byAgency: 'By agency', byWorker: 'By worker', agency: 'Agency', worker: 'Worker', load: 'Waiting', oldest: 'Oldest', typical: 'Typical time today', none: 'None today', nothing: 'None waiting' },
  list: { title: 'What is waiting', caption: 'Requests that wait for an answer', select: 'Select', due: 'Due', urgency: 'Urgency', reference: 'Reference', partner: 'Agency', holder: 'Who has it', state: 'State', acts: 'Do' },
  empty: { all: 'Your team has no checks yet. New checks appear here without reloading.', side: 'Nothing is waiting. New checks appear here without reloading.' },
  nobody: 'Nobody',
  you: '{{name}} (you)',
  opened: '{{name}} (opened it)',
  give: {
    title: 'Give to somebody else', select: 'Select {{reference}}, {{agency}}', to: 'Who should have them', choose: 'Choose somebody', nobody: 'Nobody: put them back', give: 'Give those selected', selectOne: 'Select at least one check', chooseOne: 'Choose who should have them',
    taken: '{{reference}}: {{holder}} has it now. Nothing was changed.', gone: '{{reference}}: it is no longer there', wholeCheck: 'A check that you asked is given whole, with all of its requests.',
    done_one: '{{count}} check was given to {{holder}}.', done_other: '{{count}} checks were given to {{holder}}.',
  },
  chase: {
    remind: 'Remind', escalate: 'Escalate', reminded: 'Reminded at {{time}}', escalated: 'Escalated at {{time}}', doneReminder: '{{agency}} was reminded of {{reference}}.', doneEscalation: '{{reference}} was put to the managers of {{agency}}.',
    tooSoon: '{{reference}}: this can be sent once an hour, and it was sent less than an hour ago', notOverdue: '{{reference}} is not overdue, so it cannot be escalated yet',
  },
  handover: {
    link: 'Handover sheet', title: 'Handover sheet', how: 'What is open, who has it and whom to phone out of hours. Names of families are on it only where you opened them since you unlocked.', print: 'Print this sheet', back: 'Back to the team',
    marking: 'OFFICIAL-SENSITIVE', printed: 'Printed by {{name}} for {{agency}} at {{time}}', about: 'About', sealed: 'Not opened here', phones: 'Phones', office: 'Office hours', night: 'Out of hours', noPhone: 'Not given', nothing: 'Nothing is open.', over: 'Overdue',
  },
};
