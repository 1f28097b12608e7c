// SPDX-License-Identifier: Apache-2.0
// What the stories do again and again.

/** Signs in and waits for the work list. */
export async function signIn(page, address, person) {
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('账户', { exact: true }).fill(person.account)
  await page.getByLabel('密码', { exact: true }).fill(person.password)
  await page.locator('form').getByRole('button', { name: '登录' }).click()
  await page.waitForURL('**/work')
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

export function must(holds, what) {
  if (!holds) throw new Error(what)
}
