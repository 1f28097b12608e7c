// SPDX-License-Identifier: Apache-2.0
// Visits of a month's record, found without the platform's help: who was where and when, by the words of draw.md.

const key = (visit) => [visit.institution, visit.site, visit.subject, visit.date, visit.slot].join(' ')

function siteOffers(instance, subject) {
  return instance.sites.filter((site) => site.rooms.some((room) => (room.seats[subject] ?? 0) > 0))
}

/** Batches that count: regular, of a practical subject that crosses, not at their own school, with more than one site to go to. */
function counting(instance) {
  const practical = new Map(instance.subjects.map((subject) => [subject.id, subject]))
  return new Map(
    instance.batches
      .filter((batch) => {
        const subject = practical.get(batch.subject)
        if (batch.kind !== 'regular' || batch.own_school || subject.kind !== 'practical' || subject.cross !== 'required') return false
        return siteOffers(instance, batch.subject).filter((site) => site.owner !== batch.institution).length > 1
      })
      .map((batch) => [batch.id, batch]),
  )
}

export function visitsOf({ instance, plan }) {
  const batches = counting(instance)
  const found = new Map()
  for (const session of plan.sessions)
    for (const seat of session.seats) {
      const batch = batches.get(seat.batch)
      if (!batch) continue
      const visit = { institution: batch.institution, site: session.site, subject: session.subject, date: session.date, slot: session.slot }
      found.set(key(visit), visit)
    }
  return [...found.values()]
}

export function missingFrom(history, visits) {
  const known = new Set(history.map(key))
  return visits.filter((visit) => !known.has(key(visit)))
}

const slots = ['am', 'pm', 'eve']
const when = (visit) => `${visit.date} ${slots.indexOf(visit.slot)}`

/** Institutions whose first attendance of a month is at a site of their last one of the month before. */
export function lastAndFirst(former, bundle) {
  const at = (visits, institution, pick) => {
    const own = visits.filter((visit) => visit.institution === institution)
    const moment = own.map(when).sort().at(pick)
    return own.filter((visit) => when(visit) === moment).map((visit) => visit.site)
  }
  const [last, first] = [visitsOf(former), visitsOf(bundle)]
  return [...new Set(first.map((visit) => visit.institution))].flatMap((institution) => {
    const known = new Set(at(last, institution, -1))
    return at(first, institution, 0).filter((site) => known.has(site)).map((site) => ({ institution, site }))
  })
}
