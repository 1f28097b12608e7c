// SPDX-License-Identifier: Apache-2.0
// Subject groups: the colour of a subject everywhere it is drawn.

export const groups = ['theory', 'electrical', 'welding', 'height', 'refrigeration', 'hazardous_chemicals', 'metallurgy'] as const
export type Group = (typeof groups)[number]

const tokens: Record<Group, string> = {
  theory: 'theory', electrical: 'electric', welding: 'welding', height: 'height', refrigeration: 'cooling', hazardous_chemicals: 'chemical', metallurgy: 'metallurgy',
}
export const groupColour = (group: string): string => `var(--group-${tokens[group as Group] ?? 'theory'})`
