// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '@/base/i18n/shape'

import type zh from './words.zh'

const words: Shape<typeof zh> = {
  signIn: { lead: 'For bureaus, the exam organisation, institutions and exam sites. The register and the plans need no sign-in.', help: 'Forgotten password or disabled account: ask the system administrator.' },
  provider: { title: 'Sign-in by identity provider', signIn: 'Sign in by {name}', waiting: 'Checking the identity', refused: 'The identity provider did not agree: {reason}', back: 'Back to sign-in', of: 'Provider identity: {name}', none: 'No provider identity opens this account. The refusal that the person meets shows the identity to enter.', subject: 'Identity', linkedAt: 'Linked', link: 'Link', unlink: 'Unlink', linked: 'Identity linked', unlinked: 'Identity unlinked', off: 'This platform has no identity provider.', short: 'Provider' },
  account: 'Account', password: 'Password', present: 'Present password', newPassword: 'New password', again: 'New password again', differs: 'The two new passwords differ', passwordHint: 'At least 12 characters, not the account name', changePassword: 'Change password', passwordChanged: 'Password changed', firstPassword: 'At the first sign-in the password must be changed before anything else.',
  roleTitle: 'Role', scope: 'Data scope', actions: 'Actions', keyword: 'Account or name', lastSignIn: 'Last sign-in', never: 'Never', enabled: 'Enabled', disabled: 'Disabled',
  sessions: 'Sign-ins', signedInAt: 'Signed in', seenAt: 'Last seen', device: 'Device', current: 'This one', endSession: 'End', sessionEnded: 'Sign-in ended',
  new: 'New account', create: 'Create account', newHint: 'A password is made and shown once; it must be changed at the first sign-in.', reset: 'Reset password', disable: 'Disable', enable: 'Enable',
  ask: { disable: 'Disable account: {name}', enable: 'Enable account: {name}', reset: 'Reset password: {name}' },
  effect: { disable: '{account} is signed out at once and cannot sign in while disabled', enable: '{account} can sign in again', reset: 'The old password of {account} ends at once; the new one is shown once' },
  done: { create: 'Account created', disable: 'Account disabled', enable: 'Account enabled', reset: 'Password reset' },
  once: { title: 'One-time password', text: 'The password of {account} stands below and is not shown again.', hint: 'Hand it over in person or by a safe way; it must be changed at the first sign-in.' },
  person: { title: 'Personal data: {name}', national_id: 'Identity number', telephone: 'Mobile number', email: 'E-mail', none: 'not entered', reveal: 'Show in clear', revealOf: 'Show {what} in clear', reason: 'Why you need to see it: {what}', reasonHint: 'e.g. compare ticket and document', recorded: 'Who, when and why is recorded in the ledger; leave numbers out of the reason.', show: 'Show', new: 'Enter {what}', save: 'Save personal data', saved: 'Personal data saved', open: 'Personal data', find: 'Find a person', by: 'By', findHint: 'The whole number is needed; the search is recorded in the ledger.', findVerb: 'Find', nobody: 'No account in your area has this number' },
  leave: 'Has left', left: 'Left', leaveAsk: 'Has left: {name}', leaveEffect: '{account} is signed out at once, its delegations end, it never signs in again; the history stays', leaveDone: 'Recorded as left',
  post: { short: 'Post', of: 'Posts: {name}', since: 'Since {at}, decided by {by}', change: 'Change post', done: 'Post changed', effect: 'What changes', ends: 'Every sign-in of {account} ends, delegations given and taken end; a new sign-in is needed', gained: 'Gains: {names}', lost: 'Loses: {names}', onlyScope: 'The same permissions, for the data of the new scope only', comma: ', ' },
  attempts: 'Sign-in log', outcome: 'Outcome', outcomes: { signed_in: 'Signed in', wrong_credentials: 'Wrong account or password', too_many_attempts: 'Too many attempts', account_disabled: 'Account disabled', account_left: 'Has left', oidc_unlinked: 'Provider identity without account', oidc_token: 'Provider token not valid', oidc_flow: 'Provider sign-in out of time', oidc_answer: 'Refused by provider', oidc_key: 'Provider key unknown', oidc_unreachable: 'Provider not reached' }, address: 'Address', at: 'Time', noAccount: '(no such account)',
  online: 'Online sessions', endAnyAsk: 'End sign-in: {account}', endAnyEffect: 'That device is signed out at once',
  rolesTitle: 'Roles and permissions', permissions: 'Permissions', deputies: 'May be stood in for by',
  delegations: 'Delegations', delegationNew: 'New delegation', delegationGive: 'Delegate', delegationNone: 'No delegations', delegationLead: 'A colleague of the same unit and post acts for you for a time. Every act names both of you.', giver: 'Given by', taker: 'Taken by', from: 'From', to: 'To', reason: 'Reason', delegationEnd: 'End', delegationEnded: 'Delegation ended', delegationGiven: 'Delegated', delegationState: { coming: 'Coming', in_force: 'In force', over: 'Over' }, actFor: 'Act for {name}', actForSelf: 'Act for myself again', noTakers: 'No colleague account may act for you',
  scopeKind: { city: 'Whole city', district: 'District', institution: 'Institution', site: 'Exam site' },
  scopeId: { district: 'District code', institution: 'Institution number', site: 'Site number' },
  role: { city_bureau: 'City bureau', exam_organisation: 'City exam organisation', district_bureau: 'District bureau', institution: 'Institution', exam_site: 'Exam site', examiner: 'Examiner', trainee: 'Trainee', auditor: 'Auditor', administrator: 'Administrator', system: 'System' },
}

export default words
