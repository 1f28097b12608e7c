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
  form: {
    newTitle: 'Enter the holidays of a year', editTitle: 'Correct the holidays of {year}', newLead: 'Copy them from the notice of the State Council. Once saved they are used for working days and plans, and stand in the ledger.', editLead: 'A correction makes a new version; the old one is kept. Data frozen for a draw stays as it is.',
    sourceHint: 'Title or number of the notice, such as 国务院办公厅关于2026年部分节假日安排的通知', reasonHint: 'A correction needs a reason; it is kept in the ledger', rest: 'Holidays', restHint: 'One line a holiday, both days included, weekends between them too; holidays that meet share a line', worked: 'Worked weekend days', workedHint: 'The Saturdays and Sundays the notice says are worked', name: 'Holiday', makesUp: 'Makes up for', addRest: 'Add a holiday', addWorked: 'Add a worked day', removeLine: 'Delete line {line}', line: 'Line {line}', compared: 'Compared with the notice day by day; the year is special', balance: '{weekdays} weekdays off, {worked} worked weekend days, difference {balance}', save: 'Save', saved: 'The holidays of {year} are saved', faults: 'Each place is marked; correct them and save again',
  },
}

export default words
