import type { Browser } from 'playwright-core'

import { openBrowser } from '../support/browser'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved } from '../support/ledger'
import { picture } from '../support/small-assets'
import { temporalWebUi } from '../support/temporal-server'

jest.setTimeout(180_000)

let qc: Installation
let browser: Browser

beforeAll(async () => {
  ;[qc, browser] = await Promise.all([openInstallation(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await qc.stop()
})

test('an operator finds the parked run in the Web UI by its state, reads what to do, sends retry, and sees it complete', async () => {
  const client = await qc.addClient('refused')
  const role = { folderId: client.reports, userId: qc.box.serviceAccountId }
  await qc.box.control.setRole({ ...role, role: 'viewer' })
  const asset = await client.upload('poster.png', await picture())
  await qc.untilDelivered(asset)
  await qc.untilState(asset.run, 'needs_attention')

  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  const query = encodeURIComponent(`QcState="needs_attention" AND QcClient="${client.id}"`)
  await page.goto(`${temporalWebUi()}/namespaces/default/workflows?query=${query}`)
  await page.getByRole('link', { name: asset.workflowId }).first().click()

  // The run opens on its timeline, where the waiting timer tells what failed and what to do.
  const reason = page.getByText(/Needs attention: uploadReport failed \(permission_denied\)\. Raise the service account's role to Editor/)
  await reason.first().waitFor()
  await qc.box.control.setRole({ ...role, role: 'editor' })

  await page.getByRole('button', { name: 'More Actions' }).click()
  await page.getByRole('menuitem', { name: 'Send a Signal' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send a Signal' })
  await dialog.locator('[aria-controls=signal-select-select]').click()
  const retry = dialog.getByRole('option', { name: /^retry/ })
  // The handler's own description stands beside its name.
  expect(await retry.innerText()).toContain('The cause is mended: go on with the step that failed.')
  await retry.click()
  await dialog.getByRole('button', { name: 'Submit' }).click()

  expect((await qc.result(asset)).outcome).toBe('done')
  await page.reload()
  await page.getByText('Completed', { exact: true }).first().waitFor()
  await expectFiledOnceThenMoved(qc, asset)
  await page.close()
})
