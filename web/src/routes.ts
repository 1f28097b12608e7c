// SPDX-License-Identifier: Apache-2.0
// Every page, with the permissions that lead to it (none: everybody; `signedIn`: every account). One page, one chunk.
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'

import { useSession } from './base/session/store'

const planPages: RouteRecordRaw[] = [
  { path: '', name: 'plan', component: () => import('./planning/pages/PlanRecordPage.vue') },
  { path: 'calendar', name: 'plan-calendar', component: () => import('./planning/pages/PlanCalendar.vue') },
  { path: 'sessions', name: 'plan-sessions', component: () => import('./planning/pages/SessionList.vue') },
  { path: 'batches', name: 'plan-batches', component: () => import('./planning/pages/BatchList.vue') },
  { path: 'batches/:id', name: 'plan-batch', component: () => import('./planning/pages/BatchShow.vue') },
  { path: 'institutions/:id', name: 'plan-institution', component: () => import('./planning/pages/InstitutionPlanPage.vue') },
]

/** The same pages below the desk show a version that is not published yet. */
const draftPages = planPages.map((page) => ({ ...page, name: String(page.name).replace('plan', 'draft'), path: page.path }) as RouteRecordRaw)

const portal: RouteRecordRaw[] = [
  { path: '', name: 'portal', component: () => import('./home/pages/PortalHome.vue') },
  { path: 'institutions', name: 'institutions', component: () => import('./registry/pages/InstitutionList.vue') },
  { path: 'institutions/:id', name: 'institution', component: () => import('./registry/pages/InstitutionShow.vue') },
  { path: 'sites', name: 'sites', component: () => import('./registry/pages/SiteList.vue') },
  { path: 'sites/:id', name: 'site', component: () => import('./registry/pages/SiteShow.vue') },
  { path: 'map', name: 'map', component: () => import('./registry/pages/DistrictMapPage.vue') },
  { path: 'plans', name: 'plans', component: () => import('./planning/pages/PlanList.vue') },
  { path: 'ceremonies/:month', name: 'ceremony', component: () => import('./planning/pages/CeremonyShow.vue') },
  { path: 'plans/:month', component: () => import('./planning/pages/PlanFrame.vue'), children: [...planPages, { path: 'changes', name: 'plan-changes', component: () => import('./planning/pages/PlanChanges.vue') }] },
  { path: 'admission', name: 'admission', component: () => import('./planning/pages/AdmissionFind.vue') },
  { path: 'objection', name: 'objection', component: () => import('./planning/pages/ObjectionFile.vue') },
  { path: 'parameters', name: 'parameters', component: () => import('./planning/pages/ParametersPage.vue') },
  { path: 'special-inspections', name: 'public-campaigns', component: () => import('./inspection/campaign/pages/PublicCampaigns.vue') },
  { path: 'special-inspections/:id/pairs', name: 'public-pairing', props: true, component: () => import('./inspection/campaign/pages/PublicPairing.vue') },
  { path: 'd/:code?', name: 'verify', component: () => import('./documents/pages/DocumentVerify.vue') },
  { path: 'deadlines', name: 'deadlines', component: () => import('./deadlines/pages/DeadlineList.vue') },
  { path: 'ledger', name: 'open-ledger', component: () => import('./ledger/pages/LedgerPublic.vue') },
  { path: 'ledger/checkpoints', name: 'checkpoints', component: () => import('./ledger/pages/CheckpointList.vue') },
  { path: 'sign-in', name: 'sign-in', component: () => import('./identity/pages/SignIn.vue') },
  { path: 'sign-in/provider', name: 'sign-in-provider', component: () => import('./identity/pages/ProviderReturn.vue') },
]

const work: RouteRecordRaw[] = [
  { path: '', name: 'work', component: () => import('./home/pages/WorkHome.vue') },
  { path: 'terms/:term', name: 'term', component: () => import('./home/pages/WorkHome.vue'), meta: { permissions: ['work.list'] } },
  { path: 'deadlines/calendar', name: 'term-calendar', component: () => import('./deadlines/pages/TermCalendar.vue'), meta: { permissions: ['work.list'] } },
  { path: 'deadlines', name: 'office-deadlines', component: () => import('./deadlines/pages/DeadlineList.vue') },
  { path: 'bookings', name: 'bookings', component: () => import('./planning/pages/BookingList.vue'), meta: { permissions: ['booking.list'] } },
  { path: 'arrangements', name: 'arrangements', component: () => import('./planning/pages/ArrangementList.vue'), meta: { permissions: ['booking.list'] } },
  { path: 'bookings/new', name: 'booking-new', component: () => import('./planning/pages/BookingNew.vue'), meta: { permissions: ['booking.create'] } },
  { path: 'bookings/import', name: 'booking-import', component: () => import('./planning/pages/BookingImport.vue'), meta: { permissions: ['booking.import'] } },
  { path: 'parameters', name: 'office-parameters', component: () => import('./planning/pages/ParametersPage.vue'), meta: { permissions: ['plan.view_draft'] } },
  { path: 'forecast', name: 'forecast', component: () => import('./planning/pages/ForecastPage.vue'), meta: { permissions: ['plan.view_draft'] } },
  { path: 'forecast/import', name: 'statistics-import', component: () => import('./planning/pages/StatisticsImport.vue'), meta: { permissions: ['statistics.import'] } },
  { path: 'timetable', name: 'timetable', component: () => import('./planning/pages/TimetablePage.vue'), meta: { permissions: ['timetable.view'] } },
  { path: 'examiners', name: 'examiners', component: () => import('./planning/pages/ExaminerMonth.vue'), meta: { permissions: ['assignment.list'] } },
  { path: 'ceremonies', name: 'ceremonies', component: () => import('./planning/pages/CeremonyOwn.vue'), meta: { permissions: ['seed.commit'] } },
  { path: 'desk', name: 'desk', component: () => import('./planning/pages/DeskMonths.vue'), meta: { permissions: ['plan.view_draft'] } },
  { path: 'desk/:month', name: 'desk-month', component: () => import('./planning/pages/DeskMonth.vue'), meta: { permissions: ['plan.view_draft'] } },
  { path: 'desk/:month/draft', component: () => import('./planning/pages/PlanFrame.vue'), children: draftPages, meta: { permissions: ['plan.view_draft'], draft: true } },
  { path: 'desk/:month/after', name: 'desk-after', component: () => import('./planning/pages/AfterMonth.vue'), meta: { permissions: ['plan.view_draft'] } },
  { path: 'own-sessions', name: 'own-sessions', component: () => import('./planning/pages/OwnSessions.vue'), meta: { permissions: ['session.answer'] } },
  { path: 'admission', name: 'own-admission', component: () => import('./planning/pages/AdmissionOwn.vue'), meta: { permissions: ['admission.own'] } },
  { path: 'failures', name: 'failures', component: () => import('./planning/pages/FailureList.vue'), meta: { permissions: ['failure.list'] } },
  { path: 'endings', name: 'endings', component: () => import('./planning/pages/EndingList.vue'), meta: { permissions: ['ending.list'] } },
  { path: 'objections', name: 'objections', component: () => import('./planning/pages/ObjectionList.vue'), meta: { permissions: ['objection.list'] } },
  { path: 'studies', name: 'studies', component: () => import('./study/pages/StudyMonths.vue'), meta: { permissions: ['study.view', 'study.site'] } },
  { path: 'studies/:month', name: 'study', component: () => import('./study/pages/StudyMonth.vue'), meta: { permissions: ['study.view', 'study.site'] } },
  { path: 'studies/:month/chances', name: 'study-chances', component: () => import('./study/pages/StudyChances.vue'), meta: { permissions: ['study.view'] } },
  { path: 'studies/:month/simulations', name: 'study-simulations', component: () => import('./study/pages/StudySimulations.vue'), meta: { permissions: ['plan.view_draft'] } },
  { path: 'studies/:month/simulations/:id', name: 'study-simulation', component: () => import('./study/pages/StudySimulation.vue'), meta: { permissions: ['plan.view_draft'] } },
  { path: 'studies/:month/batches/:id', name: 'study-batch', component: () => import('./study/pages/StudyBatch.vue'), meta: { permissions: ['study.view'] } },
  { path: 'studies/:month/institutions/:id', name: 'study-institution', component: () => import('./study/pages/StudyInstitution.vue'), meta: { permissions: ['study.view'] } },
  { path: 'studies/:month/sites/:id', name: 'study-site', component: () => import('./study/pages/StudySite.vue'), meta: { permissions: ['study.site'] } },
  { path: 'own', name: 'own-institution', component: () => import('./registry/pages/OwnInstitution.vue'), meta: { permissions: ['institution.report'] } },
  { path: 'own/report', name: 'report-new', component: () => import('./registry/pages/ReportNew.vue'), meta: { permissions: ['institution.report'] } },
  { path: 'reports', name: 'reports', component: () => import('./registry/pages/ReportList.vue'), meta: { permissions: ['institution.view_all', 'institution.report'] } },
  { path: 'registry/institutions', name: 'office-institutions', component: () => import('./registry/pages/OfficeInstitutionList.vue'), meta: { permissions: ['institution.change', 'institution.view_all'] } },
  { path: 'registry/institutions/:id', name: 'office-institution', component: () => import('./registry/pages/OfficeInstitution.vue'), meta: { permissions: ['institution.change', 'institution.view_all'] } },
  { path: 'registry/sites', name: 'office-sites', component: () => import('./registry/pages/OfficeSiteList.vue'), meta: { permissions: ['site.edit', 'room.edit'] } },
  { path: 'registry/sites/new', name: 'site-new', component: () => import('./registry/pages/SiteNew.vue'), meta: { permissions: ['site.register'] } },
  { path: 'registry/sites/:id', name: 'office-site', component: () => import('./registry/pages/OfficeSite.vue'), meta: { permissions: ['site.edit', 'room.edit'] } },
  { path: 'registry/import', name: 'import', component: () => import('./registry/pages/RegistryImport.vue'), meta: { permissions: ['registry.import', 'room.edit'] } },
  { path: 'conditions', name: 'conditions', component: () => import('./registry/pages/ConditionList.vue'), meta: { permissions: ['condition.list'] } },
  { path: 'conditions/staff', name: 'condition-staff', component: () => import('./registry/pages/ConditionStaffList.vue'), meta: { permissions: ['condition.list'] } },
  { path: 'conditions/import', name: 'condition-import', component: () => import('./registry/pages/ConditionImport.vue'), meta: { permissions: ['condition.declare'] } },
  { path: 'conditions/:place', name: 'condition', props: true, component: () => import('./registry/pages/ConditionPage.vue'), meta: { permissions: ['condition.list'] } },
  { path: 'conditions/:place/edit', name: 'condition-edit', props: true, component: () => import('./registry/pages/ConditionEdit.vue'), meta: { permissions: ['condition.declare'] } },
  { path: 'organisations', name: 'organisations', component: () => import('./registry/pages/OrganisationList.vue'), meta: { permissions: ['organisation.list'] } },
  { path: 'organisations/new', name: 'organisation-new', component: () => import('./registry/pages/OrganisationNew.vue'), meta: { permissions: ['organisation.enter'] } },
  { path: 'organisations/:id', name: 'organisation', props: true, component: () => import('./registry/pages/OrganisationShow.vue'), meta: { permissions: ['organisation.list'] } },
  { path: 'suspensions', name: 'suspensions', component: () => import('./registry/pages/SuspensionList.vue'), meta: { permissions: ['suspension.record', 'institution.view_all'] } },
  { path: 'documents', name: 'documents', component: () => import('./documents/pages/DocumentList.vue'), meta: { permissions: ['document.list'] } },
  { path: 'documents/new', name: 'document-new', component: () => import('./documents/pages/DocumentNew.vue'), meta: { permissions: ['document.issue'] } },
  { path: 'documents/:id', name: 'document', component: () => import('./documents/pages/DocumentShow.vue'), meta: { permissions: ['document.list'] } },
  { path: 'inspections', name: 'campaigns', component: () => import('./inspection/pages/CampaignList.vue'), meta: { permissions: ['campaign.list'] } },
  { path: 'inspections/:id/board', name: 'board', props: true, component: () => import('./board/pages/InspectionBoard.vue'), meta: { permissions: ['board.view'] } },
  { path: 'inspections/:id/measures', name: 'campaign-measures', props: true, component: () => import('./board/pages/MeasuresPage.vue'), meta: { permissions: ['board.view'] } },
  { path: 'inspections/:id', name: 'campaign', props: true, component: () => import('./inspection/pages/CampaignBoard.vue'), meta: { permissions: ['campaign.list'] } },
  { path: 'inspections/:id/reports', name: 'campaign-reports', props: true, component: () => import('./inspection/campaign/pages/ReportList.vue'), meta: { permissions: ['self_report.list'] } },
  { path: 'inspections/:id/reports/:subject', name: 'campaign-report', props: true, component: () => import('./inspection/campaign/pages/ReportPage.vue'), meta: { permissions: ['self_report.list'] } },
  { path: 'inspections/:id/units/new', name: 'campaign-unit', props: true, component: () => import('./inspection/campaign/pages/UnitNew.vue'), meta: { permissions: ['unit.add'] } },
  { path: 'inspections/:id/offices', name: 'campaign-offices', props: true, component: () => import('./inspection/campaign/pages/OfficePage.vue'), meta: { permissions: ['receipt.list'] } },
  { path: 'inspections/:id/pairs', name: 'campaign-pairing', props: true, component: () => import('./inspection/campaign/pages/PairingPage.vue'), meta: { permissions: ['campaign.list'] } },
  { path: 'inspections/:id/team', name: 'campaign-team', props: true, component: () => import('./inspection/campaign/pages/TeamPage.vue'), meta: { permissions: ['member.list'] } },
  { path: 'inspections/:id/handovers', name: 'campaign-handovers', props: true, component: () => import('./inspection/campaign/pages/HandoverList.vue'), meta: { permissions: ['handover.list'] } },
  { path: 'inspections/:id/spot-checks', name: 'campaign-spots', props: true, component: () => import('./inspection/campaign/pages/SpotPage.vue'), meta: { permissions: ['spot.draw'] } },
  { path: 'inspections/:id/cases', name: 'campaign-cases', props: true, component: () => import('./inspection/campaign/pages/CasePage.vue'), meta: { permissions: ['case.list'] } },
  { path: 'inspections/:id/look-back', name: 'campaign-looks', props: true, component: () => import('./inspection/campaign/pages/LookBackPage.vue'), meta: { permissions: ['look_back.list'] } },
  { path: 'inspections/:id/closing', name: 'campaign-closing', props: true, component: () => import('./inspection/campaign/pages/ClosingPage.vue'), meta: { permissions: ['closing.show'] } },
  { path: 'visits', name: 'visits', component: () => import('./inspection/pages/VisitList.vue'), meta: { permissions: ['visit.list'] } },
  { path: 'visits/new', name: 'visit-new', component: () => import('./inspection/pages/VisitNew.vue'), meta: { permissions: ['visit.plan'] } },
  { path: 'visits/:id', name: 'visit', props: true, component: () => import('./inspection/pages/VisitPage.vue'), meta: { permissions: ['visit.list'] } },
  { path: 'problems', name: 'problems', component: () => import('./inspection/pages/ProblemList.vue'), meta: { permissions: ['defect.list'] } },
  { path: 'problems/:id', name: 'problem', props: true, component: () => import('./inspection/pages/ProblemShow.vue'), meta: { permissions: ['defect.list'] } },
  { path: 'decisions', name: 'decisions', component: () => import('./enforcement/pages/DecisionList.vue'), meta: { permissions: ['decision.list'] } },
  { path: 'decisions/new', name: 'decision-new', component: () => import('./enforcement/pages/DecisionNew.vue'), meta: { permissions: ['decision.propose'] } },
  { path: 'decisions/:id', name: 'decision', props: true, component: () => import('./enforcement/pages/DecisionShow.vue'), meta: { permissions: ['decision.list'] } },
  { path: 'returns', name: 'returns', component: () => import('./reporting/pages/ReturnBoard.vue'), meta: { permissions: ['return.list'] } },
  { path: 'returns/:id', name: 'return', props: true, component: () => import('./reporting/pages/ReturnPage.vue'), meta: { permissions: ['return.list'] } },
  { path: 'returns/:id/:row/:cell', name: 'return-records', props: true, component: () => import('./reporting/pages/ReturnRecords.vue'), meta: { permissions: ['return.list'] } },
  { path: 'summaries', name: 'summaries', component: () => import('./reporting/pages/SummaryList.vue'), meta: { permissions: ['summary.list'] } },
  { path: 'summaries/:id', name: 'summary', props: true, component: () => import('./reporting/pages/SummaryPage.vue'), meta: { permissions: ['summary.list'] } },
  { path: 'summaries/:id/chapters/:chapter', name: 'summary-versions', props: true, component: () => import('./reporting/pages/SummaryVersions.vue'), meta: { permissions: ['summary.list'] } },
  { path: 'checklists', name: 'checklists', component: () => import('./inspection/pages/ChecklistList.vue'), meta: { permissions: ['checklist.enter', 'checklist.review', 'visit.list'] } },
  { path: 'checklists/:id', name: 'checklist', props: true, component: () => import('./inspection/pages/ChecklistShow.vue') },
  { path: 'checklists/:id/new', name: 'checklist-new', props: true, component: () => import('./inspection/pages/ChecklistNew.vue'), meta: { permissions: ['checklist.enter'] } },
  { path: 'holidays', name: 'holidays', component: () => import('./deadlines/pages/HolidayList.vue') },
  { path: 'holidays/new', name: 'holiday-new', component: () => import('./deadlines/pages/HolidayEdit.vue'), meta: { permissions: ['calendar.enter'] } },
  { path: 'holidays/import', name: 'holiday-import', component: () => import('./deadlines/pages/HolidayImport.vue'), meta: { permissions: ['calendar.enter'] } },
  { path: 'holidays/:year(\\d{4})', name: 'holiday-year', props: true, component: () => import('./deadlines/pages/HolidayShow.vue') },
  { path: 'holidays/:year(\\d{4})/edit', name: 'holiday-edit', props: true, component: () => import('./deadlines/pages/HolidayEdit.vue'), meta: { permissions: ['calendar.enter'] } },
  { path: 'accounts/import', name: 'account-import', component: () => import('./identity/pages/AccountImport.vue'), meta: { permissions: ['account.create'] } },
  { path: 'accounts', name: 'accounts', component: () => import('./identity/pages/AccountList.vue'), meta: { permissions: ['account.list'] } },
  { path: 'ledger/checkpoints', name: 'ledger-checkpoints', component: () => import('./ledger/pages/CheckpointList.vue'), meta: { permissions: ['ledger.read'] } },
  { path: 'ledger/retention', name: 'retention', component: () => import('./ledger/pages/RetentionPage.vue'), meta: { permissions: ['ledger.read'] } },
  { path: 'ledger/events/:number', name: 'ledger-event', component: () => import('./ledger/pages/EventShow.vue'), meta: { permissions: ['ledger.read'] } },
  { path: 'ledger', name: 'ledger', component: () => import('./ledger/pages/EventList.vue'), meta: { permissions: ['ledger.read'] } },
  { path: 'notices', name: 'notices', component: () => import('./notices/pages/NoticeInbox.vue') },
  { path: 'deliveries', name: 'deliveries', component: () => import('./notices/pages/DeliveryList.vue'), meta: { permissions: ['delivery.list'] } },
  { path: 'storage', name: 'storage', component: () => import('./attachments/pages/StoragePage.vue'), meta: { permissions: ['storage.show'] } },
  { path: 'jobs', name: 'jobs', component: () => import('./jobs/pages/JobList.vue'), meta: { permissions: ['job.list'] } },
  { path: 'unsent', name: 'unsent', component: () => import('./base/outbox/UnsentPage.vue') },
  { path: 'people', name: 'people', component: () => import('./identity/pages/PersonFind.vue'), meta: { permissions: ['account.find'] } },
  { path: 'roles', name: 'roles', component: () => import('./identity/pages/RoleList.vue'), meta: { permissions: ['account.list'] } },
  { path: 'sign-ins', name: 'sign-ins', component: () => import('./identity/pages/SignInLog.vue'), meta: { permissions: ['session.list_all'] } },
  { path: 'online', name: 'online', component: () => import('./identity/pages/OnlineList.vue'), meta: { permissions: ['session.list_all'] } },
  { path: 'delegations', name: 'delegations', component: () => import('./identity/pages/DelegationList.vue'), meta: { permissions: ['session.list'] } },
  { path: 'me', name: 'me', component: () => import('./identity/pages/MyAccount.vue') },
]

const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./base/shell/PortalShell.vue'), children: portal },
  { path: '/wall/:id', name: 'board-wall', props: true, component: () => import('./board/pages/WallBoard.vue'), meta: { signedIn: true, permissions: ['board.view'] } },
  { path: '/work', component: () => import('./base/shell/WorkShell.vue'), children: work, meta: { signedIn: true } },
  { path: '/:rest(.*)*', component: () => import('./base/shell/PortalShell.vue'), children: [{ path: '', name: 'missing', component: () => import('./home/pages/MissingPage.vue') }] },
]

export function makeRouter(): Router {
  const router = createRouter({ history: createWebHistory(), routes, scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }) })
  router.beforeEach(async (to) => {
    const session = useSession()
    if (!session.known) await session.load()
    if (!to.meta.signedIn) return true
    if (!session.who) return { name: 'sign-in', query: { next: to.fullPath } }
    if (session.who.must_change_password && to.name !== 'me') return { name: 'me' }
    const wanted = to.meta.permissions as string[] | undefined
    return !wanted || session.canAny(wanted) ? true : { name: 'missing', params: { rest: ['forbidden'] }, query: { page: to.path } }
  })
  return router
}
