// SPDX-License-Identifier: Apache-2.0
// The sentences of an explanation. Finding first, then the reason.
import { useI18n } from 'vue-i18n'

import type { BatchExplanation, PlaceItem } from '@/api/schema'
import { useFormat } from '@/base/format/useFormat'

import { passedOver, type Rung } from './ladder'

const namedBatches = 3

export function useReasons() {
  const { t } = useI18n()
  const format = useFormat()
  const ofRung = (rung: Rung): string => format.name(rung.why.decision.zh, rung.why.decision.en)

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

  return { ofRung, ofPlace, ofBatch }
}
