// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '@/base/i18n/shape'

import type zh from './words.zh'

const words: Shape<typeof zh> = {
  title: 'Who trains, where examinations are held and how they are placed: look it up and check it',
  lead: 'The register of training institutions and exam sites, the monthly examination plans and the record of every draw are open to all. No sign-in needed.',
  placeholder: 'Name, address or project, such as 低压电工',
  common: 'Often asked',
  districts: 'districts',
  registry: 'Verified institutions and exam sites: addresses, telephones, projects, seats and suspensions, as of any date.',
  gap: '{count} rows of the printed table are missing; the register shows the gap.',
  toRegistry: 'Open the register',
  plan: 'A computer places examinations at random in the order from near to far. Every batch can see its drawn order and the reasons, and anybody can repeat the draw.',
  record: 'Draw record',
  how: 'How a plan comes about',
  step1: { title: 'Booking', text: 'Institutions book within 3 working days after a class opens.' },
  step2: { title: 'Freeze', text: 'The exam organisation freezes all data and publishes the digest; nobody can change them afterwards.' },
  step3: { title: 'Draw', text: 'A public value from a source named in advance makes the seed; the rules place the examinations.' },
  step4: { title: 'Publication', text: 'By the 25th the city bureau publishes the plan with all data for checking.' },
  work: {
    lead: '{role} · {name}', empty: 'Nothing waits for you', emptyHint: 'New bookings, reports and deadlines will be listed here', left: '{days} days left', overdue: '{days} days overdue',
    urgency: { wrong: 'To correct', due: 'To do', open: 'Under way' },
    month: 'Plan for {month}: {stage}', monthText: 'To be published by {day} ({clause}); {bookings} bookings, {candidates} candidates',
    verify: '{count} written reports to verify', verifyText: 'Only verified reports are registered and published (P-1.2b)',
    publish: '{count} written reports to publish', publishText: 'Verified; the register changes when they are published',
    returned: '{count} written reports were returned', returnedText: 'Correct them for the reason given and report again',
    bookings: '{count} bookings without a completion date', bookingsText: 'Batches whose training is not completed take no part in the draw (S-3.7)',
    flags: '{count} institutions with anomalies to confirm', flagsText: 'Doubts in the printed Annex 6, to be settled against the original',
    failed: '{count} deliveries failed', failedText: 'See why, then send them again', dead: '{count} background jobs have stopped', deadText: 'See why, then try them again',
    rooms: '{count} exam sites without rooms', roomsText: 'A site without rooms and seats takes no part in the draw',
  },
}

export default words
