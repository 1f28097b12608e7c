// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '@/base/i18n/shape'

import type zh from './words.zh'

const words: Shape<typeof zh> = {
  title: 'Examination plan for {month}', tabs: 'Pages of the plan', demo: 'Demo', version: 'version {version}', publishedAt: 'published {at}', feedbackUntil: 'A site that cannot provide its room says so by {day} (S-5.1b)', people: '{count} people', sessions: '{count} sessions', ownSchool: 'own school', approved: 'Approved', notApproved: 'To approve',
  tab: { plan: 'Draw record', calendar: 'Calendar', sessions: 'Sessions', batches: 'Batches' },
  list: { lead: 'Next month’s plan is published by the 25th. Each plan comes with all data of its draw; anybody can repeat and check it.', empty: 'No plan published yet', emptyHint: 'Plans are listed here once the city bureau publishes them' },
  stage: { collecting: 'Collecting bookings', frozen: 'Frozen', seeded: 'Seed fixed', drawing: 'Drawing', failed: 'Draw not finished', drawn: 'Drawn', submitted: 'To be published', published: 'Published', returned: 'Returned', superseded: 'Superseded' },
  line: { collecting: 'Bookings', frozen: 'Freeze', seeded: 'Seed', drawn: 'Draw', submitted: 'Submit', published: 'Publish' },
  count: { sessions: 'Sessions', sites: 'Sites', institutions: 'Institutions', batches: 'Batches', candidates: 'Candidates', placed: 'Placed', unplaced: 'Unplaced', bookings: 'Bookings' },
  kind: { regular: 'regular', retake: 'retake' },
  batchState: { placed: 'Placed', partly: 'Partly placed', unplaced: 'Not placed' },
  bookingState: { booked: 'Booked', planned: 'In the plan', withdrawn: 'Withdrawn' },
  waiver: { exempt: 'city list', own_school: 'own school', no_other_site: 'no other site' },
  deadline: { title: 'To be published by', kept: 'published before the deadline of {day}', missed: 'deadline {day}, not kept', until: 'to be published by {day} ({clause})' },
  calendar: { view: 'View', byDay: 'By day', bySite: 'By site', allSubjects: 'All subjects', allSites: 'All sites', institution: 'Institution {id}', none: 'No session fits', free: 'free seats', draft: 'hatched: a draft, not published', slotLine: '{sessions} sessions, {candidates} people, {seats} seats' },
  session: { keyword: 'Site, institution, room, class, batch', time: 'Time', slot: 'Slot', room: 'Room', filled: 'People / seats', batches: 'Batches' },
  batch: { id: 'Batch', title: 'Batch {id}', keyword: 'Batch, institution, class', class: 'Class', kind: 'Kind', state: 'Result', waiver: 'Cross-exam waiver', started: 'Training began', completed: 'Training completed', placed: 'Placed / people', placedOf: '{placed} of {candidates} people placed', places: 'Time and site', queue: 'Turn', queueOf: 'number {place} of {length} batches of the subject', carried: 'Carried over', carriedMonths: '{count} months', tie: 'Tie ticket' },
  why: { title: 'Why it was placed so', place: 'Place in drawn order', distance: 'Distance', ticketName: 'Ticket' },
  reason: {
    place: '{count} people sit at {site}, number {order} of the drawn order ({distance} away), {time}.', missing: '{count} people found no place this month and come first next month.', first: 'It is the first site of the drawn order.', queue: 'By completion of training this batch is number {place} of {length} batches of its subject.', passed: 'Not at number {order}, {site}: {reason}.',
  },
  ladder: { title: 'Drawn order from near to far', lead: 'Within a distance band the ticket decides; tickets follow from the frozen data and the public value, so any institution can compute its own.', offer: 'The {depth} above are the offer', all: 'Show all {count} sites', outside: 'Sites outside the drawn order' },
  institution: { summary: '{batches} batches, {candidates} people, {placed} placed at {sites} sites', lines: 'Where they go', legend: 'The square is the institution, line width shows people; a hollow dashed dot and ◌ have no place entered, the district centre stands in.' },
  record: { title: 'What the draw rests on', lead: 'Data are frozen and their digest published first, the public value comes after: nobody can choose the result.', source: 'Public source named in advance', instance: 'Digest of the data, SM3', engine: 'Engine', work: 'work limit {work}', value: 'Public value', rule: 'Seed rule', seed: 'Seed', plan: 'Digest of the plan, SM3', pending: 'not there yet', none: 'Digests stand here after the freeze' },
  check: { lawful: 'Independent check passed: every rule kept', unlawful: 'Independent check found breaches: {count}' },
  level: {
    u: { name: 'Unplaced', text: 'people without a place; urgent ones and rare subjects weigh more' }, e: { name: 'Exceptions', text: 'visits above three a year, to be approved' }, x: { name: 'Beyond offer', text: 'people seated outside of the offer' },
    j: { name: 'Out of turn', text: 'pairs in which a later batch got an earlier seat the first could have used' }, v: { name: 'Vacant', text: 'free seats above the share allowed' }, q: { name: 'Quality', text: 'weighted sum of balance, waiting, distance and splitting' },
  },
  levels: { title: 'Compared with the greedy plan', level: 'Level', plan: 'This plan', greedy: 'Greedy', compared: 'Compared', meaning: 'Meaning (smaller is better)', decides: 'decides', better: 'Better than the greedy plan: “{level}” is {plan} against {greedy}', worse: 'Worse than the greedy plan: “{level}” is {plan} against {greedy}', same: 'Equal to the greedy plan on every level', word: { better: 'better', same: 'equal', worse: 'worse' } },
  verify: { title: 'Verify it yourself', yourself: 'Verify it yourself', lead: 'Download the files and check them with the open program; you need not trust this platform.', download: 'Download the data:', check: 'Check that the plan keeps every rule and that its levels are true:', redo: 'Repeat the draw with the same seed; the result is the same byte for byte:', batch: 'The same explanation on your own machine, from the downloaded data:', command: 'Command', size: 'Size', file: { instance: 'Frozen data: institutions, sites, rooms, batches, history', plan: 'Plan: sessions, seats, levels', check: 'Report of the independent check', record: 'Record: digests, public value, seed, times' } },
  waivers: { title: 'Waivers of cross-examination', lead: 'Each waiver names its basis.', basis: 'Basis', automatic: 'Waivers by rule: {count}' },
  exceptions: { title: 'Above the yearly number', lead: 'In principle at most three a year (S-3.1); more needs a recorded approval before publication.', visits: 'Visits / limit', approval: 'Approval', count: 'visit {visits} of the year, limit {limit}' },
  unplaced: { title: 'Batches without a place ({count})', because: 'Rules concerned' },
  versions: { title: 'Versions', number: 'Version' },
  step: { plan_create: 'Opened', plan_freeze: 'Data frozen', plan_seed: 'Seed fixed', plan_draw: 'Draw started', plan_drawn: 'Draw finished', plan_draw_failed: 'Draw not finished', plan_supersede: 'Superseded', plan_submit: 'Submitted', plan_publish: 'Published', plan_return: 'Returned', waiver_approve: 'Waiver approved', exception_approve: 'Exception approved' },
  desk: { lead: 'From bookings to publication, step by step.', title: 'Planning {month}', next: 'Next step', none: 'No bookings yet', noneHint: 'Months are listed once institutions book; you can also open a month', other: 'Open a month', go: 'Open', unopened: 'not opened', draft: 'Show draft', published: 'Show published', blocked: 'To be solved first: {count}', notYours: 'This step is in other hands', failed: 'The draw did not finish: {reason}' },
  next: {
    unopened: 'Name the source of the public value, then open the month. After the freeze the source cannot be changed.', collecting: 'Bookings are being collected. Freeze when all is there; later changes do not touch this month.', frozen: 'The data are frozen and their digest is public. Enter the public value when it exists; it makes the seed.', seeded: 'The seed is fixed. The draw runs once; data and seed alone decide its result.', drawing: 'The draw is running. You may leave this page; the result is kept.', failed: 'The draw was interrupted; data and seed stay, it can be run again.', drawn: 'The plan is drawn and checked. Settle the exceptions, then submit it to the city bureau.', submitted: 'The plan is submitted; the city bureau publishes or returns it.', published: 'The plan is published. Changes in the feedback period make a new version.', returned: 'The plan was returned. Settle the reason in the time line, then open a new version.', superseded: 'A newer version took its place.',
  },
  verb: { create: 'Open month', announce: 'Change source', reopen: 'New version', freeze: 'Freeze data', seed: 'Fix seed', draw: 'Draw', submit: 'Submit', publish: 'Publish plan', return: 'Return', approve: 'Approve' },
  ask: { freeze: 'Freeze the data of {month}', seed: 'Fix the seed', draw: 'Draw {month}', submit: 'Submit the plan for {month}', publish: 'Publish the plan for {month}', return: 'Return the plan for {month}', waiver: 'Approve waiver: {institution} {subject}', exception: 'Approve exception: {institution} at {site}' },
  effect: {
    freeze1: '{batches} batches with {candidates} people and all rooms are fixed for this month', freeze2: 'The digest of the data, the engine and its work limit become public at once', freeze3: 'Later bookings go to the next month',
    seed1: 'Public value: {value}', seed2: 'The seed follows from the digest and the public value and cannot be changed',
    draw1: 'Sites and times for {batches} batches with {candidates} people', draw2: 'Usually done within a minute; progress is shown',
    submit1: '{sessions} sessions at {sites} sites, {placed} people placed, {unplaced} not', submit2: 'The city bureau then publishes or returns it',
    publish1: '{sessions} sessions at {sites} sites become public', publish2: '{placed} people of {institutions} institutions get their places; {unplaced} are carried over', publish3: 'The sites’ two working days for feedback begin (S-5.1b)', publish4: 'A published plan cannot be withdrawn, only replaced by a new version',
    return1: 'The plan goes back to the exam organisation; the places of {placed} people are not published', return2: 'The reason stands in the time line',
    waiver1: '{count} people sit at a site of their own institution', waiver2: 'Approval and reason stand in the draw record and are reported to the province (G-12)',
    exception1: '{subject}: visit {visits} of the year at this site, limit {limit}', exception2: 'Approval and reason are published with the plan',
  },
  done: { create: 'Month opened', freeze: 'Data frozen', seed: 'Seed fixed', draw: 'Draw started', submit: 'Plan submitted', publish: 'Plan published', return: 'Plan returned', approve: 'Approved' },
  announce: { example: 'Such as: numbers of a named national lottery draw on a stated date', hint: 'A public value that arises after the freeze and that nobody here controls', perSlot: 'Most sessions per slot', perInstitution: 'Most sites per institution and slot', anew: 'A new version of a published or returned month needs a reason' },
  seed: { hint: 'Exactly as announced; blanks and punctuation count' },
  progress: { title: 'The draw at work', work: '{percent}% done ({done} / {limit})' },
  findings: { title: 'To settle and to know', blocks: 'First solve', note: 'Note', ids: '{count} concerned' },
  demand: { short: 'Subjects that lack seats ({count}): {subjects}', enough: 'Every subject has seats enough', note: 'Seats as if rooms served this subject alone: an upper bound.', seats: 'Seats of the month', quota: 'Session quota', unit: 'people' },
  late: { title: 'Late bookings and changes ({count})', what: 'What', at: 'When', booked_late: 'booked {days} working days late', changed: 'changed', withdrawn: 'withdrawn' },
  booking: {
    lead: 'Booked within 3 working days after the class opens (S-4.2); late ones are kept and marked.', new: 'Book', newLead: 'One class and one subject make a batch.', import: 'Import', importLead: 'Fill in the template; it is checked before it is stored.', keyword: 'Number, institution, class', none: 'No bookings yet', noneHint: 'Book, or import from Excel', sum: '{bookings} batches, {candidates} people', late: 'Late', trained: 'Training completed', opened: 'Class opened', openedHint: 'To be booked within 3 working days from the next day', planned: 'planned {day}', plannedDay: 'Planned completion', inTime: 'In time', lateBy: '{days} working days late', kept: 'in time', by: 'Book by', at: 'Booked at', lateReason: 'Reason for being late', lateHint: 'Needed when late', lateRows: '{count} rows are late', completedHint: 'Enter when completed; others take no part in the draw', month: 'Month', monthHint: 'Empty: follows from the completion', regularExam: 'Regular examination', regularHint: 'Retakes in general within 2 months (S-3.5)', ownSchool: 'Students of the own school (S-1.2d; full-time school under the education or human-resources authority)', book: 'Book', made: 'Booked, number {id}', madeLate: 'Booked, number {id}; {days} working days late, marked', title: 'Booking {id}', change: 'Completion date, number of people', changed: 'Booking changed', withdraw: 'Withdraw', withdrawn: 'Booking withdrawn', withdrawTitle: 'Withdraw booking {id}', withdrawEffect: '{count} people of {institution} ({subject}) leave this month’s draw', imported: 'Bookings imported',
  },
}

export default words
