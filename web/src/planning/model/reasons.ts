// SPDX-License-Identifier: Apache-2.0
// The sentences of an explanation. Finding first, then the reason.
import { useI18n } from 'vue-i18n'

import type { BatchExplanation, PlaceItem } from '@/api/schema'
import { useFormat } from '@/base/format/useFormat'

import { passedOver, type Rung } from './ladder'

const namedBatches = 3

export function useReasons() {
  const { t, te } = useI18n()
  const format = useFormat()
  const others = (batches: Rung['earlier_batches']) => batches.slice(0, namedBatches).map((one) => one.batch).join('、') + (batches.length > namedBatches ? t('planning.reason.more') : '')

  function ofRung(rung: Rung): string {
    switch (rung.outcome) {
      case 'seated': return t('planning.reason.seated', { count: rung.seated })
      case 'barred': return rung.rules[0]!.text
      case 'taken': return t('planning.reason.taken', { batches: others(rung.earlier_batches), count: rung.earlier_batches.length })
      case 'displaced': return t('planning.reason.displaced')
      case 'spare': return t('planning.reason.spare')
      case 'open': return t('planning.reason.open')
    }
  }

  function ofPlace(place: PlaceItem, rungs: Rung[]): string {
    const rung = rungs.find((one) => one.site === place.site)
    return t('planning.reason.place', { count: place.candidates, site: place.site_name, order: rung?.place ?? '—', distance: format.distance(place.distance_m), time: format.session(place.date, place.slot) })
  }

  function ofBatch(explanation: BatchExplanation, rungs: Rung[]): string[] {
    const { batch } = explanation
    const places = batch.places.map((place) => ofPlace(place, rungs))
    const missing = batch.candidates - batch.placed
    const passed = passedOver(rungs).slice(0, namedBatches).map((rung) => t('planning.reason.passed', { order: rung.place, site: rung.site_name, reason: ofRung(rung) }))
    return [
      ...places,
      ...(missing > 0 ? [t('planning.reason.missing', { count: missing })] : []),
      ...(passed.length ? passed : places.length ? [t('planning.reason.first')] : []),
      t('planning.reason.queue', { place: explanation.queue_place, length: explanation.queue_length }),
      ...(explanation.waiver_text ? [explanation.waiver_text] : []),
    ]
  }

  const change = (rule: string): string => (te(`planning.change.${rule}`) ? t(`planning.change.${rule}`) : t('planning.change.other'))
  return { ofRung, ofPlace, ofBatch, change }
}
