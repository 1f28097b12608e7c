// SPDX-License-Identifier: Apache-2.0
// Every page of the app in English at 360 px: axe finds nothing serious, the page does not scroll sideways, no word is missing, and no
// Chinese is left except in data.
import { everyPage } from '../walking.mjs'

export default {
  '手机宽度英文：每个页面无严重无障碍问题、无横向溢出、无遗留中文': async (world) => everyPage(world, 'en', { width: 360, height: 740 }),
}
