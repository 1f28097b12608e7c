// SPDX-License-Identifier: Apache-2.0
import type { EChartsCoreOption } from 'echarts/core'

export type ChartOption = EChartsCoreOption
/** The tokens of the page and its text, for a chart. */
/** `narrow`: drawn no wider than a phone; names then stand above their bars and the axis has fewer figures. */
export interface ChartInk { colour: (token: string) => string; text: { color: string; fontFamily: string }; narrow: boolean }
export const narrowChart = 600

/** Room left for names at the side and figures at the end. */
export const chartGrid = { left: 8, right: 28, top: 30, bottom: 8, containLabel: true }

/** Below the figures, the unit; room for it is `belowAxis` more. */
export const belowAxis = 22
export function unitAxis({ colour, text }: ChartInk, name: string): Record<string, unknown> {
  return { type: 'value', name, nameLocation: 'middle', nameGap: 26, nameTextStyle: text, axisLabel: text, splitLine: { lineStyle: { color: colour('--line') } } }
}
