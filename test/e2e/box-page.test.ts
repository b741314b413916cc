import type { Browser, Page } from 'playwright-core'

import { openBrowser } from '../support/browser'
import type { TestClient } from '../support/asset'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { processedOf, reportNames } from '../support/ledger'
import { image } from '../support/small-assets'

jest.setTimeout(120_000)

let qc: Installation
let browser: Browser
let page: Page
let client: TestClient

beforeAll(async () => {
  qc = await openInstallation()
  client = await qc.addClient('visitor')
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1200, height: 800 } })
  await page.goto(qc.box.pageUrl)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await qc.stop()
})

test("a user drops a file on the client's folder, sees it move, and opens its report", async () => {
  await page.getByRole('link', { name: 'AI QC visitor IN' }).click()
  await page.getByText('Nothing in here.').waitFor()

  await drop('Größe 🎉.png', await image(1))

  await page.getByText('Uploaded Größe 🎉.png').waitFor()
  // The page follows what happens: the source leaves for _PROCESSED without anybody touching it.
  await page.getByRole('link', { name: '_PROCESSED' }).click()
  await page.getByRole('link', { name: /^\d{8}T\d{6}Z-\d{6}_Größe 🎉\.png$/ }).waitFor()
  expect(await processedOf(qc, { client })).toHaveLength(1)

  await page.getByRole('link', { name: 'All files' }).click()
  await page.getByRole('link', { name: 'AI QC visitor REPORTS' }).click()
  const [report] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: /^QC_Report_.*\.html$/ }).click(),
  ])
  await report.getByText('Ready to use by the profile').waitFor()
  expect(await report.title()).toBe('Pass: Größe 🎉.png – QC report')
  expect(await reportNames(qc, { client })).toHaveLength(1)
})

test("the page shows Box's error for a second file of that name", async () => {
  await page.goto(`${qc.box.pageUrl}/folders/${client.incoming}`)
  await qc.beforeDelivery(async () => {
    await drop('twice.png', await image(2))
    await page.getByText('Uploaded twice.png').waitFor()
    await drop('TWICE.png', await image(3))
    await page.getByText('Item with the same name already exists').waitFor()
  })
})

test("the first page takes files for a client's folder: by its button, and dropped on its row", async () => {
  await page.goto(qc.box.pageUrl)
  const row = page.getByRole('listitem').first()
  expect(await row.textContent()).toContain('AI QC visitor IN')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files for AI QC visitor IN' }).click(),
  ])
  await qc.beforeDelivery(async () => {
    const file = { mimeType: 'image/png', buffer: await image(4) }
    await chooser.setFiles({ ...file, name: 'chosen.png' })
    await page.getByText('Uploaded chosen.png').waitFor()
    await drop('dropped.png', await image(5), 'main li')
    await page.getByText('Uploaded dropped.png').waitFor()
    await drop('lost.png', await image(6))
    await page.getByText("Drop the files on the row of a client's folder").waitFor()
  })
})

test('an upload into a folder that nobody watches says so, and names the right folder', async () => {
  await page.goto(`${qc.box.pageUrl}/folders/${client.reports}`)
  await page.getByText('Files in this folder are not checked:').waitFor()
  await drop('wrong.png', await image(7))
  const status = page.getByText('Uploaded wrong.png. It is not checked: no webhook watches this folder.')
  await status.waitFor()
  await page.getByRole('link', { name: 'AI QC visitor IN' }).click()
  await page.getByText('or drop them anywhere').waitFor()
  expect(await page.getByText('not checked').count()).toBe(0)
})

/** As if a person let go of a file over the page. */
async function drop(name: string, content: Buffer, on = 'main'): Promise<void> {
  const transfer = await page.evaluateHandle(
    `(() => {
      const transfer = new DataTransfer()
      const binary = atob(${JSON.stringify(content.toString('base64'))})
      const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0))
      transfer.items.add(new File([bytes], ${JSON.stringify(name)}, { type: 'image/png' }))
      return transfer
    })()`,
  )
  await page.dispatchEvent(on, 'drop', { dataTransfer: transfer })
}
