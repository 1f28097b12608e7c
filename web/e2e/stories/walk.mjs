// SPDX-License-Identifier: Apache-2.0
// Every page of the app in Chinese at desk width: axe finds nothing serious, nothing is wider than the screen, no word is missing, and
// the main action is reached by Tab with a focus that is seen. The same in English on a phone: walk_phone.mjs.
import { pages } from '../../tools/pages.mjs'
import { must } from '../steps.mjs'
import { everyPage, namedPages } from '../walking.mjs'

export default {
  '每个页面都在走查清单里': async () => {
    const named = namedPages()
    const listed = new Set(pages({}).map(([name]) => name))
    const missing = [...named].filter((name) => !listed.has(name))
    const unknown = [...listed].filter((name) => !named.has(name))
    must(missing.length + unknown.length === 0, `without a line in tools/pages.mjs: ${missing}; no page: ${unknown}`)
  },
  '桌面宽度中文：每个页面无严重无障碍问题、无横向溢出、无缺词，键盘可达主要操作': async (world) => everyPage(world, 'zh', { width: 1366, height: 768 }),
}
