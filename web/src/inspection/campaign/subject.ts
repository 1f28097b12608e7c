// SPDX-License-Identifier: Apache-2.0
/** The unit of a target: "site:GZ-A01-S1" of "site:GZ-A01-S1:theory_site"; an institution and an exam organisation are targets by their own name. */
export const subjectOf = (target: string): string => target.split(':').slice(0, 2).join(':')
