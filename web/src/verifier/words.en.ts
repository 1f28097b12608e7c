// SPDX-License-Identifier: Apache-2.0
import type zh from './words.zh'

const words: typeof zh = {
  title: "Verifier of Ankao's draw", short: 'Verifier', lead: "Checks the public record of a month's draw: digests, commitments, seed, rules; then draws again on this machine and compares every byte. No network, no upload, and no trust in the platform that published the record.",
  language: '中文', engine: 'Engine {engine}', offline: 'This page uses no network',
  pick: { title: 'Choose the public record', hint: 'bundle.json, as downloaded from the public page; it can be dropped here too', button: 'Choose a file', another: 'Another file', tooLarge: 'The file has {size}, more than 64 MB; it is no public record of a draw' },
  file: { name: 'File', bytes: 'Size', sm3: 'SM3', same: 'If it is the digest on the public page, this is the record that was published' },
  stages: {
    form: { title: 'Form of the file', what: 'every byte as the format has it; ids, dates and references sound' },
    digests: { title: 'Digests of its parts', what: 'the SM3 of data, rule, commitments, nonces, public value, plan and records are those stated' },
    ceremony: { title: 'Commitments, reveals and seed', what: 'nonces fit their commitments, times are in order, the seed follows from the rule' },
    records: { title: 'Waivers and exceptions', what: 'a basis for every waiver, an approval of every exception' },
    rules: { title: 'Rules and levels', what: 'an independent checker goes through R0 to R10 and recomputes every level' },
    redraw: { title: 'The draw, repeated', what: 'drawn again from the same data, seed and engine, compared byte for byte' },
  },
  state: { waiting: 'not yet', running: 'at work', good: 'agrees', bad: '{count} findings', skipped: 'not done' },
  verdict: {
    good: 'Verified', goodText: 'The public record of {month} is whole and true: digests, commitments, seed, rules and levels agree, and the repeated draw is the same byte for byte.',
    bad: 'Not verified', soFar: '{count} findings so far; the other steps go on ({seconds} s).', badText: '{count} findings, each listed with its step below.', unread: 'This is no whole public record', unreadText: 'The file cannot be read, so the other steps were not done. Reason and place stand below.',
    running: 'Verifying', runningText: '{seconds} s so far; the page can be used meanwhile.',
  },
  failed: 'The verifier stopped: {message}. Reload the page and try again; if it happens again, use the command line: ankao verify.',
  work: '{percent}% done in {seconds} s', took: '{seconds} s', more: '{count} more', place: 'Place: ', whole: 'the whole file', nth: 'no. {n}', remedy: 'What to do: ',
  digests: { member: 'Part', stated: 'Stated', actual: 'Recomputed', none: 'not stated' },
  ceremony: { who: 'Participant', commitment: 'Commitment', nonce: 'Revealed nonce', fits: 'fits the commitment', differs: 'does not fit', absent: 'not revealed', nobody: 'Nobody committed; the seed follows from the digest of the data and the public value.', source: 'Public source', value: 'Public value', seed: 'Seed', recomputed: 'Seed, recomputed', frozen_at: 'Frozen', commitments_until: 'Commitments close', reveals_until: 'Reveals close', available_at: 'Public value exists' },
  records: {
    waivers: '{count} waivers', exceptions: '{count} exceptions', none: 'none', who: 'Institution', subject: 'Subject', basis: 'Basis', batches: 'Batches', candidates: 'People', approval: 'Approval', notNeeded: 'none needed', site: 'Site', visits: 'Visits of the year',
    basisOf: { exempt: 'the subject is exempt', own_school: 'students at their own school', no_other_site: "no other institution's site" },
  },
  rules: { rule: 'Rule', clause: 'Clause', breaches: 'Breaches', level: 'Level', stated: 'In the plan', found: 'Checker', redrawn: 'Repeated draw', other: { form: 'form of the plan', digest: 'data it cites', order: 'order of its lists', unplaced: 'list of the unplaced', exceptions: 'list of exceptions', levels: 'figures of the levels' } },
  levels: { U: 'unplaced', E: 'exceptions', X: 'beyond the offer', J: 'justified envy', V: 'vacant seats', Q: 'quality', T: 'tickets' },
  redraw: { engine: 'Engine', stated: 'SM3 of the stated plan', mine: 'SM3 of the repeated plan', bytes: 'Bytes of the repeated plan' },
  own: {
    title: "An institution's tickets", lead: 'Choose an institution to see the tickets and the drawn order of each batch, where it was placed and why. Tickets follow from the seed; anybody can compute them.', search: 'Name or id of an institution', list: 'Institution', none: 'No institution matches', choose: 'Choose an institution', batches: '{batches} batches · {candidates} people · {placed} placed',
    batch: 'Batch {id}', queue: '{subject} · number {place} of {length} in the queue', retake: 'retake', ownSchool: 'own school', people: '{count} people', completed: 'trained by {day}', carried: 'carried over {count} months',
    got: '{when}, {site}, room {room}: {count} people (place {place} of its order)', unplaced: '{count} not placed', waived: 'R1 waived ({basis})', order: 'Drawn order: near to far, by rising ticket within a band', band: 'Band', bandOf: 'band {band}', base: 'first', distance: 'Distance', ticket: 'Ticket', site: 'Site', result: 'Result and reasons', offer: 'offer', beyond: 'beyond the offer', seated: '{count} placed',
    earlier: 'Seats are held by batches before it: {batches}', later: 'Batches behind it sit where it may not, or not earlier: {batches}', envied: 'Batches behind it hold seats that it could have had: {batches}', open: '{count} openings stood open to it; the plan as a whole did not use them', ineligible: 'Not in the order: {sites}', noOrder: 'No eligible site', behind: 'Places and tickets of the {count} sites behind', far: 'Behind the site it got; not needed', more: 'and {count} more', formula: 'ticket = first 8 bytes of SM3(seed ‖ batch id ‖ 00 ‖ site id)',
  },
  save: {
    title: 'Save it, use it offline', lead: 'This page is one whole file: program, look and words are in it, and once open it asks no network for anything.',
    step1: 'On the public page choose “Save the verifier”, or save this page in the browser as “webpage, HTML only”: ankao-verify.html.',
    step2: 'Check its digest. SM3 and SHA-256 stand on the public page and on the portal; best ask several institutions for theirs as well. Commands:',
    step3: 'Cut the network, open the saved file, choose bundle.json.',
    step4: 'A page cannot vouch for itself, so its own digest is not shown here; compute it with the command above or another tool. There is one script in it, which the browser runs by its hash: with one character changed it does not run.',
    step5: 'Without a browser: ankao verify bundle.json, the same source, the same findings.',
    worker: 'This browser lets the page do no work in the background; it will stand still for a while during the repeated draw. Please wait.',
  },
  places: {
    format: 'format', instance: 'frozen data', engine: 'engine', rule: 'rule of the seed', commitments: 'commitments', reveals: 'reveals', absent: 'not revealed', public_value: 'public value', seed: 'seed', plan: 'plan', records: 'waivers and exceptions', digests: 'digests', former: 'plan before and its losses', lost: 'losses', sessions: 'sessions', unplaced: 'unplaced', exceptions: 'exceptions', waivers: 'waivers', levels: 'levels', batches: 'batches', institutions: 'institutions', sites: 'sites', rooms: 'rooms', subjects: 'subjects', participants: 'participants', participant: 'participant', approval: 'approval', nonce: 'nonce', commitment: 'commitment', at: 'time', text: 'text', public_source: 'public source', commitments_until: 'commitments close', reveals_until: 'reveals close', frozen_at: 'frozen', available_at: 'available', calendar: 'calendar', policy: 'policy', history: 'history', visits: 'visits', distance_m: 'distances', seats: 'seats', candidates: 'candidates', instance_sm3: 'digest of the data', weights: 'weights', dates: 'dates', slots: 'slots', open: 'openings', suspended: 'suspensions', id: 'id', name: 'name', month: 'month', city: 'city', batch: 'batch', site: 'site', room: 'room', subject: 'subject', date: 'date', slot: 'slot', because: 'reasons', institution: 'institution',
  },
}
export default words
