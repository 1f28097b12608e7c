// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '@/base/i18n/shape'

import type zh from './words.zh'

const words: Shape<typeof zh> = {
  title: 'Holidays', lead: 'Working days are counted by the arrangement the State Council announces each year (G-63). A year without one is never guessed.', yearTitle: 'Holidays of {year}', enter: 'Enter a year', enterYear: 'Enter {year}', correct: 'Correct', none: 'No year is known yet',
  missing: 'The holidays of {year} are not entered yet: terms and plans of {year} cannot be computed. Enter them once the State Council has announced them.',
  year: 'Year', source: 'Source', origin: 'Origin', version: 'Version', working: 'Working days', rest: 'Rest days', worked: 'Worked weekend days', enteredAt: 'Entered', days: '{count} days',
  from: { shipped: 'came with the platform', entered: 'entered' }, versionOf: 'version {version}', months: 'Months', reasonLast: 'Reason of the correction',
  kind: { work: 'working day', rest: 'holiday', worked_weekend: 'worked weekend day', weekend: 'weekend' }, mark: { rest: 'off', worked_weekend: 'on' }, legend: 'Legend', ranges: 'Holidays and worked days', workingOf: '{count} working days',
  history: 'Versions', historyNone: 'This year came with the platform and was never corrected',
  rule: { list: 'Register of deadlines', lead: 'Every deadline of the notice: what starts it, how long, whose, what counts as done, what follows when it is missed.', title: 'Deadline', clause: 'Clause', related: 'Related clauses', starts: 'Starts', length: 'Length', whose: 'Whose', done: 'Done when', valid: 'Valid', open: 'open', calendar: 'Calendar', holidays: 'Working days (State Council)', civil: 'Calendar days', missed: 'When missed', remind: 'Reminders', reminders: '{before} before; {after} after (days)', escalate: 'Escalation', escalated: 'to the {role} {days} days after', copies: 'Copied to', source: 'Stands in', byHand: ' (confirmed by hand)', before: '{length} before' },
  unit: { working_day: '{count} working days', day: '{count} days', month: '{count} months', year: '{count} years', minute: '{count} minutes', day_of_month: 'by day {count} of the month', day_of_year: 'by {last} of the year', date: 'by {last}', decided: '{from} to {to} months, as decided', any_time: 'at any time' },
  term: { list: 'Terms', due: 'Due', left: '{days} left', today: 'Due today', overdue: '{days} overdue', doneLate: 'Done late', doneInTime: 'Done in time', waived: 'Waived', noEnd: 'No last day', workingDays: '{count} working days', plainDays: '{count} days', claimedBy: 'taken by {name}', claim: 'Take', claimed: 'Taken', release: 'Give back', released: 'Given back', confirm: 'Confirm done', confirmed: 'Confirmed', waive: 'Waive', waivedNow: 'Waived', open: 'Start by hand', opened: 'Started', goBook: 'Book the examination', subject: 'Subject', subjectHint: 'For example class:GZ-A01/2024-C1; booking that class closes it', name: 'Name', moment: 'Begins at', until: 'Last day decided', reason: 'Reason', deeds: 'Reminders and escalation', deedDone: 'done', deedPassed: 'left out', deedAhead: 'ahead', withdrawn: 'withdrawn: the calendar was corrected', sort: 'Sort', byDay: 'By due day', scope: { district: 'District (code)', institution: 'Institution (id)', site: 'Exam site (id)' } },
  box: { to_do: 'To do', done: 'Done', copied: 'Copied' }, sort: { due: 'Due day', opened: 'Started', title: 'Name' },
  nothing: { to_do: 'No term waits for you', done: 'Nothing done yet', copied: 'Nothing copied to you', hint: 'The platform starts and closes terms by itself; they are listed here' },
  deed: { before: 'Reminder {days} days before', missed: 'Finding', after: 'Reminder {days} days after', escalate: 'To the {role} {days} days after' },
  step: { open: 'Started', done: 'Done', miss: 'Missed', claim: 'Taken', release: 'Given back', confirm: 'Confirmed', waive: 'Waived', recompute: 'Recomputed with the calendar', escalate: 'Escalated' },
  form: {
    newTitle: 'Enter the holidays of a year', editTitle: 'Correct the holidays of {year}', newLead: 'Copy them from the notice of the State Council. Once saved they are used for working days and plans, and stand in the ledger.', editLead: 'A correction makes a new version; the old one is kept. Data frozen for a draw stays as it is.',
    sourceHint: 'Title or number of the notice, such as 国务院办公厅关于2026年部分节假日安排的通知', reasonHint: 'A correction needs a reason; it is kept in the ledger', rest: 'Holidays', restHint: 'One line a holiday, both days included, weekends between them too; holidays that meet share a line', worked: 'Worked weekend days', workedHint: 'The Saturdays and Sundays the notice says are worked', name: 'Holiday', makesUp: 'Makes up for', addRest: 'Add a holiday', addWorked: 'Add a worked day', removeLine: 'Delete line {line}', line: 'Line {line}', compared: 'Compared with the notice day by day; the year is special', balance: '{weekdays} weekdays off, {worked} worked weekend days, difference {balance}', save: 'Save', saved: 'The holidays of {year} are saved', faults: 'Each place is marked; correct them and save again',
  },
}

export default words
