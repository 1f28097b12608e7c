// SPDX-License-Identifier: Apache-2.0
// The left menu: a person sees the entries of which they hold at least one permission.

export interface MenuEntry {
  name: string
  label: string
  icon: string
  /** None: everybody who is signed in. */
  permissions: string[]
}
export interface MenuGroup {
  label: string
  entries: MenuEntry[]
}

export const menu: MenuGroup[] = [
  { label: 'nav.work', entries: [{ name: 'work', label: 'nav.todo', icon: 'list', permissions: [] }, { name: 'notices', label: 'notices.title', icon: 'letter', permissions: [] }, { name: 'term-calendar', label: 'deadlines.month.title', icon: 'days', permissions: ['work.list'] }, { name: 'office-deadlines', label: 'deadlines.rule.list', icon: 'rows', permissions: [] }] },
  {
    label: 'nav.plans',
    entries: [
      { name: 'bookings', label: 'nav.bookings', icon: 'pen', permissions: ['booking.list'] },
      { name: 'arrangements', label: 'planning.before.arrangement.title', icon: 'house', permissions: ['booking.list'] },
      { name: 'timetable', label: 'planning.before.timetable.title', icon: 'days', permissions: ['timetable.view'] },
      { name: 'examiners', label: 'planning.before.examiner.title', icon: 'person', permissions: ['assignment.list'] },
      { name: 'desk', label: 'nav.desk', icon: 'grid', permissions: ['plan.view_draft'] },
      { name: 'own-sessions', label: 'after.own.title', icon: 'days', permissions: ['session.answer'] },
      { name: 'own-admission', label: 'after.admission.title', icon: 'letter', permissions: ['admission.own'] },
      { name: 'failures', label: 'after.failure.title', icon: 'pause', permissions: ['failure.list'] },
      { name: 'endings', label: 'after.ending.title', icon: 'rows', permissions: ['ending.list'] },
      { name: 'objections', label: 'after.objection.title', icon: 'pen', permissions: ['objection.list'] },
      { name: 'forecast', label: 'planning.before.forecast.title', icon: 'rows', permissions: ['plan.view_draft'] },
      { name: 'office-parameters', label: 'planning.before.parameter.title', icon: 'list', permissions: ['plan.view_draft'] },
      { name: 'studies', label: 'study.title', icon: 'list', permissions: ['study.view', 'study.site'] },
      { name: 'ceremonies', label: 'planning.ceremony.own', icon: 'seat', permissions: ['seed.commit'] },
      { name: 'holidays', label: 'deadlines.title', icon: 'days', permissions: [] },
    ],
  },
  {
    label: 'inspection.title',
    entries: [
      { name: 'campaigns', label: 'inspection.campaigns', icon: 'grid', permissions: ['campaign.list'] },
      { name: 'visits', label: 'inspection.visits', icon: 'pen', permissions: ['visit.list'] },
      { name: 'problems', label: 'inspection.problems', icon: 'list', permissions: ['defect.list'] },
      { name: 'decisions', label: 'enforcement.title', icon: 'pause', permissions: ['decision.list'] },
      { name: 'returns', label: 'reporting.title', icon: 'rows', permissions: ['return.list'] },
      { name: 'summaries', label: 'reporting.summary.title', icon: 'letter', permissions: ['summary.list'] },
      { name: 'checklists', label: 'inspection.checklists', icon: 'rows', permissions: ['checklist.enter', 'checklist.review', 'visit.list'] },
    ],
  },
  {
    label: 'nav.office',
    entries: [
      { name: 'own-institution', label: 'nav.own', icon: 'house', permissions: ['institution.report'] },
      { name: 'reports', label: 'nav.reports', icon: 'letter', permissions: ['institution.view_all', 'institution.report'] },
      { name: 'office-institutions', label: 'nav.institutions', icon: 'rows', permissions: ['institution.change', 'institution.view_all'] },
      { name: 'office-sites', label: 'nav.sites', icon: 'seat', permissions: ['site.edit', 'room.edit'] },
      { name: 'organisations', label: 'registry.organisation.title', icon: 'house', permissions: ['organisation.list'] },
      { name: 'conditions', label: 'registry.condition.title', icon: 'list', permissions: ['condition.list'] },
      { name: 'import', label: 'nav.importing', icon: 'up', permissions: ['registry.import', 'room.edit'] },
      { name: 'documents', label: 'documents.title', icon: 'letter', permissions: ['document.list'] },
      { name: 'suspensions', label: 'nav.suspensions', icon: 'pause', permissions: ['suspension.record', 'institution.view_all'] },
    ],
  },
  {
    label: 'nav.system',
    entries: [
      { name: 'people', label: 'identity.person.find', icon: 'person', permissions: ['account.find'] },
      { name: 'accounts', label: 'nav.accounts', icon: 'people', permissions: ['account.list'] },
      { name: 'ledger', label: 'ledger.title', icon: 'list', permissions: ['ledger.read'] },
      { name: 'deliveries', label: 'notices.deliveries.title', icon: 'letter', permissions: ['delivery.list'] },
      { name: 'storage', label: 'attachments.storage.title', icon: 'up', permissions: ['storage.show'] },
      { name: 'jobs', label: 'jobs.title', icon: 'rows', permissions: ['job.list'] },
      { name: 'roles', label: 'identity.rolesTitle', icon: 'rows', permissions: ['account.list'] },
      { name: 'sign-ins', label: 'identity.attempts', icon: 'list', permissions: ['session.list_all'] },
      { name: 'online', label: 'identity.online', icon: 'person', permissions: ['session.list_all'] },
    ],
  },
  {
    label: 'nav.me',
    entries: [
      { name: 'delegations', label: 'identity.delegations', icon: 'people', permissions: ['session.list'] },
      { name: 'me', label: 'nav.me', icon: 'person', permissions: [] },
    ],
  },
]

export function menuFor(can: (permission: string) => boolean): MenuGroup[] {
  return menu
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => entry.permissions.length === 0 || entry.permissions.some(can)) }))
    .filter((group) => group.entries.length > 0)
}

const below: Record<string, string> = { '/work/terms': 'work', '/work/bookings': 'bookings', '/work/desk': 'desk', '/work/forecast': 'forecast', '/work/own': 'own-institution', '/work/holidays': 'holidays', '/work/documents': 'documents', '/work/ledger': 'ledger', '/work/registry/institutions': 'office-institutions', '/work/registry/sites': 'office-sites', '/work/organisations': 'organisations', '/work/conditions': 'conditions', '/work/inspections': 'campaigns', '/work/visits': 'visits', '/work/problems': 'problems', '/work/checklists': 'checklists', '/work/decisions': 'decisions', '/work/returns': 'returns', '/work/summaries': 'summaries', '/work/studies': 'studies' }

/** The entry a page belongs to: its own, or that of the list it stands below. */
export function presentEntry(name: string, path: string): string {
  const entry = menu.flatMap((group) => group.entries).find((one) => one.name === name)
  return entry?.name ?? below[Object.keys(below).find((start) => path.startsWith(start)) ?? ''] ?? ''
}
