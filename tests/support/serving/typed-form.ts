import type { Locator, Page } from 'playwright-core'

/** What is typed or chosen by a field's label: a text, a day, the text of a choice; true = ticked. */
export type TypedFields = Readonly<Record<string, string | true>>

/**
 * Unfolds a form by its summary, types its fields as somebody would, saves it, and waits until the server has taken it.
 *
 * @param within what is on the page or in a part of it; the first form with that summary is used
 * @returns the body that the server stored
 * @throws where the server refuses, with its own text
 */
export async function typeForm(
  page: Page,
  summary: string,
  fields: TypedFields,
  save: string,
  within: Page | Locator = page,
): Promise<unknown> {
  const fold = within.locator('details', {
    has: page.locator(`> summary:text-is(${JSON.stringify(summary)})`),
  })
  const form = fold.first()
  await form.locator('> summary').click()
  for (const [label, value] of Object.entries(fields)) {
    // A choice's label holds the texts of its choices too: its role alone has the label's own words.
    const choice = form.getByRole('combobox', { name: label, exact: true })
    const field = choice.or(form.getByLabel(label, { exact: true }))
    if (value === true) await field.check()
    else if (await field.evaluate((element) => element.tagName === 'SELECT'))
      await field.selectOption({ label: value })
    else await field.fill(value)
  }
  return pressed(page, form.getByRole('button', { name: save, exact: true }))
}

/** Presses a button that stores something, and waits for the server. @throws where it refuses, with its own text */
export async function pressed(page: Page, button: Locator): Promise<unknown> {
  const stored = page.waitForResponse((response) => response.request().method() !== 'GET')
  await button.click()
  const response = await stored
  if (!response.ok()) throw new Error(`${response.url()} refused: ${await response.text()}`)
  return response.json()
}
