// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '@/base/i18n/shape'

import type zh from './words.zh'

const words: Shape<typeof zh> = {
  title: 'Board of the special inspection', lead: 'Figures of {day}; each leads to its list.', open: 'Board', wall: 'Wall board', back: 'The special inspection', district: 'District', city: 'City', all: 'All',
  tile: { coverage: 'Coverage', inspected: 'Inspected', self: 'Self-inspected', failed: 'Failed', problems: 'Problems found', left: 'Still open', overdue: 'Overdue', closed: 'Closed', closedShare: 'Share closed' },
  of: '{done} of {all}',
  coverage: { all: 'All {all} units are inspected', some: '{done} units inspected, {left} still to be', none: 'Nobody is inspected yet', waiting: 'waiting', done: 'inspected', unit: 'units' },
  items: { finding: 'Most frequent: {number} {title}, {count} times', none: 'No problems were found', item: 'Item', clause: 'Clause', found: 'found', left: 'open', repeats: 'Repeated', unit: 'problems' },
  days: { finding: '{found} found, {closed} closed', none: 'No problems yet', found: 'found so far', closed: 'closed so far', day: 'Day', unit: 'problems' },
  ages: { finding: '{count} problems are open, {old} of them for more than 30 days', none: 'No problem is open', week: 'up to 7 days', month: '8 to 30 days', quarter: '31 to 90 days', older: 'over 90 days', age: 'Found', unit: 'problems' },
  honesty: { finding: 'Units told {share}% of the problems that inspectors found', none: 'No unit has both inspected itself and been inspected', checklist: 'Checklist', units: 'Units', selfMean: 'Own score, mean', officialMean: 'Official score, mean', selfProblems: 'Own problems, mean', officialProblems: 'Problems found, mean', note: 'Units that did both, by the last of each. A wide gap says that the self-inspection was not in earnest.', self: 'by the unit', official: 'by inspectors', unit: 'problems per unit', unscored: 'no points' },
  map: { title: 'Open problems by district', value: '{district}: {count} open' },
  wallUpdated: 'as of {at}', wallNext: 'next in {seconds} s',
  list: { institution: 'Institution', exam_organisation: 'Exam organisation', practical_site: 'Practical site', theory_site: 'Theory site', production_unit: 'Production unit' },
}
export default words
