// SPDX-License-Identifier: Apache-2.0
// The browser draws the pairs that the server draws: the same figures stand in tests/inspection_draws/pairing_test.cpp.
import { describe, expect, it } from 'vitest'

import { drawPairs, ruleDigest, seedOf } from '@/inspection/campaign/pairing'

const districts = ['440103', '440104', '440105', '440106', '440111', '440112', '440113', '440114', '440115', '440117', '440118']

describe('pairs of districts', () => {
  it('are those of the server', () => {
    const seed = seedOf(ruleDigest('ankao-pairing/1\nrule\n'), '01 02 03')
    expect(seed).toBe('c046cf2f48cb11d730cc31d779bcc4ed75f707e6bf96d38c3e9d04ab417f5ac6')
    const drawn = drawPairs(districts, [{ by: '440103', of: '440117' }, { by: '440104', of: '440113' }], seed)
    expect(drawn.map((one) => `${one.by.slice(4)}>${one.of.slice(4)}`).join(' ')).toBe('14>12 12>15 04>14 17>04 15>03 18>17 03>18 06>05 11>13 05>06 13>11')
  })

  it('are none where the bars leave nothing', () => {
    expect(drawPairs(['1', '2'], [{ by: '1', of: '2' }], 'seed')).toEqual([])
  })
})
