// SPDX-License-Identifier: Apache-2.0 : how many sites the offer has and why, in one sentence.
import { useI18n } from 'vue-i18n'

import type { PolicyView } from '@/api/schema'
import { useFormat } from '@/base/format/useFormat'

export function useDepthWords(): (policy: PolicyView) => string {
  const { t } = useI18n()
  const format = useFormat()
  return (policy) => {
    const sites = policy.order_depth
    if (policy.depth_by_desk) return t('planning.depth.desk', { sites })
    const how = policy.depth
    if (!how) return t('planning.depth.sites', { sites })
    if (!how.trials.length) return how.least < how.most ? t('planning.depth.later', { least: how.least, most: how.most }) : t('planning.depth.sites', { sites })
    const tried = how.trials.map((one) => t(one.left_out_more ? 'planning.depth.leftOut' : 'planning.depth.tried', { sites: one.depth, beyond: one.beyond.map((count) => format.count(count)).join(t('planning.depth.and')) })).join(t('planning.depth.then'))
    const last = how.trials[how.trials.length - 1]!
    return t(last.depth === sites ? 'planning.depth.found' : 'planning.depth.most', { sites, tried, limit: how.beyond_per_thousand })
  }
}
