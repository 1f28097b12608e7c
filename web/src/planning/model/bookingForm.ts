// SPDX-License-Identifier: Apache-2.0
import type { BookingBody, BookingKind } from '@/api/schema'

export interface BookingForm {
  institution: string
  class_id: string
  subject: string
  kind: BookingKind
  own_school: boolean
  month: string
  class_opened: string
  started: string
  planned_completed: string
  completed: string
  regular_exam: string
  candidates: number
  late_reason: string
}

export const emptyBooking = (institution: string): BookingForm => ({
  institution, class_id: '', subject: '', kind: 'regular', own_school: false, month: '', class_opened: '', started: '', planned_completed: '', completed: '', regular_exam: '', candidates: 30, late_reason: '',
})

/** What was left empty is left out: the server decides the month, and an own account its institution. */
export function bodyOf(form: BookingForm): BookingBody {
  const filled = (name: 'month' | 'completed' | 'late_reason' | 'institution') => (form[name].trim() ? { [name]: form[name].trim() } : {})
  return {
    class_id: form.class_id.trim(), subject: form.subject, kind: form.kind, own_school: form.own_school, class_opened: form.class_opened, started: form.started,
    planned_completed: form.planned_completed, candidates: form.candidates, ...filled('month'), ...filled('completed'), ...filled('late_reason'), ...filled('institution'),
    ...(form.kind === 'retake' && form.regular_exam ? { regular_exam: form.regular_exam } : {}),
  }
}
