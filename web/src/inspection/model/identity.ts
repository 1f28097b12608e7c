// SPDX-License-Identifier: Apache-2.0
// GB 11643-1999: what is wrong with a resident identity number, said on the spot without network. The server checks it again.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const signs = '10X98765432'

export type NumberFault = 'length' | 'digits' | 'date' | 'check' | undefined

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export function faultOf(number: string): NumberFault {
  const text = number.trim().toUpperCase()
  if (text.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(text)) return 'digits'
  if (!isDay(text.slice(6, 14))) return 'date'
  const sum = weights.reduce((all, weight, i) => all + weight * Number(text[i]), 0)
  return signs[sum % 11] === text[17] ? undefined : 'check'
}
