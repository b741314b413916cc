import type { Browser, Page } from 'playwright-core'

import { openBrowser } from '../support/browser'
import type { Asset, TestClient } from '../support/asset'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, expectUntouched } from '../support/ledger'
import { image } from '../support/small-assets'
import { startTemporalServer, type TemporalServer } from '../support/temporal-server'

jest.setTimeout(120_000)

let temporal: TemporalServer
let qc: Installation
let browser: Browser
let page: Page
let client: TestClient
let asset: Asset

beforeAll(async () => {
  temporal = await startTemporalServer()
  qc = await openInstallation({ temporalAddress: temporal.address })
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(30_000)
  client = await qc.addClient('refused')
  await qc.box.control.setRole({ folderId: client.reports, userId: qc.box.serviceAccountId, role: 'viewer' })
  asset = await client.upload('stuck.png', await image(1))
  await qc.untilDelivered(asset)
  await qc.untilState(asset.run, 'needs_attention')
}, 120_000)
afterAll(async () => {
  await browser.close()
  await qc.stop()
  await temporal.stop()
})

test('the list of what needs attention, by the link of its filter, shows the run', async () => {
  const query = encodeURIComponent('QcState="needs_attention"')
  await page.goto(`${temporal.webUiUrl}/namespaces/default/workflows?query=${query}`)

  await page.getByRole('link', { name: asset.workflowId }).first().waitFor()
})

test('the run opens on what failed and what to do, on its timeline and among its metadata', async () => {
  await page.getByRole('link', { name: asset.workflowId }).first().click()
  await page.getByText('Needs attention: uploadReport failed (permission_denied)').first().waitFor()
  await page.getByRole('tab', { name: 'User Metadata' }).click()
  // The page shows markdown in frames of its own.
  await page.frameLocator('iframe[src*="What%20to%20do"]').getByText('What to do').waitFor()
})

test('the signal retry, sent from the page once the role is restored, lets the run finish', async () => {
  await expectUntouched(qc, asset)
  await qc.box.control.setRole({ folderId: client.reports, userId: qc.box.serviceAccountId, role: 'editor' })

  await page.getByRole('button', { name: 'More Actions' }).click()
  await page.getByRole('menuitem', { name: 'Send a Signal' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send a Signal' })
  await dialog.getByTestId('signal-select-button').click()
  await dialog.getByRole('option', { name: /^retry/ }).click()
  await dialog.getByRole('button', { name: 'Submit' }).click()

  await page.getByText('Completed').first().waitFor()
  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })
  await expectFiledOnceThenMoved(qc, asset)
})
