// SPDX-License-Identifier: Apache-2.0
// What the stories do again and again.

import { enterWith, freshCode, serverNow } from '../tools/codes.mjs'

/** Types the account and its password, and the one-time code where the account has a device; what follows is the story's. */
export async function typeSignIn(page, address, person) {
  await page.goto(`${address}/sign-in`)
  await page.locator('#account').fill(person.account)
  await page.locator('#password').fill(person.password)
  await page.locator('main form').getByRole('button', { name: /^(登录|Sign in)$/ }).click()
  if (person.secret) await typeCode(page, await freshCode(address, person.secret))
}

export async function typeCode(page, code) {
  await page.locator('#code').fill(code)
  await page.locator('main form').getByRole('button', { name: /^(登录|Sign in)$/ }).click()
}

/** Signs in and waits for the work list. */
export async function signIn(page, address, person) {
  await typeSignIn(page, address, person)
  await page.waitForURL('**/work')
}

/** Signs in through the API, with a session that stands if there is one: quicker where signing in is not what the story is about. */
export async function enter(page, address, person) {
  await enterWith(page.context(), address, person)
}

export async function signOut(context) {
  await context.clearCookies()
}

/** Presses a button of the desk and confirms the dialog that says what will happen. */
export async function deskStep(page, verb, said) {
  await page.locator('.next').getByRole('button', { name: verb, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
  await page.getByText(said).first().waitFor()
}

/** A moment so many seconds from the server's now, as a field of date and time holds it. */
export const inSeconds = (address, seconds) => new Date(serverNow(address) + seconds * 1000 + 8 * 3_600_000).toISOString().slice(0, 19)

/** Freezes with a ceremony of a few seconds, as months of synthetic data may have it. */
export async function freezeQuickly(page, address) {
  await page.locator('#how').fill('演示：号码按开出的次序，以一个空格分开')
  await page.locator('#commitments_until').fill(inSeconds(address, 8))
  await page.locator('#reveals_until').fill(inSeconds(address, 9))
  await page.locator('#available_at').fill(inSeconds(address, 10))
  await deskStep(page, '冻结数据', '数据已冻结')
}

/** The public value, typed in by the person at the desk. */
export async function enterValue(page, value, verb, said) {
  await page.locator('.next').getByRole('button', { name: verb, exact: true }).waitFor({ timeout: 30_000 })
  await page.locator('#value').fill(value)
  await deskStep(page, verb, said)
}

/** Chooses from a long list by typing a part of the wanted line. */
export async function choose(page, field, text) {
  const input = page.locator(`input#${field}`)
  await input.focus()
  await input.fill(text)
  await page.locator('.el-select-dropdown__item:visible', { hasText: text }).first().click()
  await input.press('Tab')
  await page.waitForFunction(() => ![...document.querySelectorAll('.el-select-dropdown')].some((list) => list.checkVisibility()))
}

export async function setDay(page, field, day) {
  const input = page.locator(`input#${field}`)
  await input.fill(day)
  await input.press('Enter')
}

/** Presses a button and gives the answer of the call it makes. */
export async function answerOf(page, path, press) {
  const [response] = await Promise.all([page.waitForResponse((one) => one.url().includes(path) && one.request().method() !== 'GET'), press()])
  return { status: response.status(), body: await response.json().catch(() => undefined) }
}

/** The refusal beside the form, with its words. */
export async function refusal(page, words) {
  const note = page.getByRole('alert').filter({ hasText: words }).first()
  await note.waitFor()
  return note.innerText()
}

export async function upload(page, field, name, buffer) {
  await page.setInputFiles(`#${field}`, { name, mimeType: 'application/octet-stream', buffer })
}

export function must(holds, what) {
  if (!holds) throw new Error(what)
}
