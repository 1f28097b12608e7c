// SPDX-License-Identifier: Apache-2.0

const browsers: [RegExp, string][] = [[/Edg\/(\d+)/, 'Edge'], [/Firefox\/(\d+)/, 'Firefox'], [/Chrom(?:e|ium)\/(\d+)/, 'Chrome'], [/Version\/(\d+).*Safari/, 'Safari']]
const systems: [RegExp, string][] = [[/Windows/, 'Windows'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']]

/** "Chrome 120 · Windows" from what the browser says of itself; what is not known stays as it is. */
export function browserName(agent: string): string {
  const browser = browsers.map(([pattern, name]) => ({ name, match: pattern.exec(agent) })).find((one) => one.match)
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1]
  if (!browser) return agent.slice(0, 60)
  return [`${browser.name} ${browser.match![1]}`, system].filter(Boolean).join(' · ')
}
