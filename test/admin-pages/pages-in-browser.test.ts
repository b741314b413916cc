import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { ApplicationFailure } from '@temporalio/common'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { loadConfig } from '../../config/load-config'
import { oidcSettings } from '../../config/oidc-settings'
import { createTemporalAccess } from '../../runs/temporal-access'
import { errorTypes, type QcUploadResult, type Upload, workflowIdFor } from '../../workflows/contract'
import { type ActivityWorld, boxOf, openActivityWorld, png } from '../support/activity-world'
import { openPages, type PagesUnderTest, password } from '../support/admin-pages'
import { openBrowser } from '../support/browser'
import { exampleReport } from '../support/example-report'
import { startOidcProvider } from '../support/oidc-provider'
import { temporalAddress } from '../support/temporal-server'
import {
  gate,
  openWorld,
  type QcRun,
  reportOf,
  searchAttributesOf,
  type WorkflowWorld,
  untilState,
} from '../support/workflow-world'

jest.setTimeout(120_000)

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

let pages: PagesUnderTest
let browser: Browser
beforeAll(async () => {
  pages = await openPages()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await pages.stop()
})

const complaints: string[] = []

/** A browser without JavaScript, as strict companies have it, unless axe needs it. */
async function openPage(options: Parameters<Browser['newContext']>[0]): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('console', (message) => complaints.push(message.text()))
  return [context, page]
}

async function signIn(page: Page, name: string, { url } = pages): Promise<void> {
  await page.goto(`${url}/clients`)
  // The browser sets the focus a moment after the page has loaded.
  await page.locator('input[name=name]:focus').waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor()
}

test(
  'by clicks: a client, ⚙ Settings, Default ' + 'Profile, a profile, Set as default; then the revert',
  async () => {
    const [context, page] = await openPage({ viewport: { width: 390, height: 844 } })
    await signIn(page, 'ada')
    await page.getByRole('link', { name: 'Acme <Beverages>', exact: true }).click()
    await page.getByRole('link', { name: '⚙ Settings' }).click()
    expect(await page.getByRole('link', { name: 'Default Profile' }).getAttribute('aria-current')).toBe(
      'page',
    )
    await page.getByRole('radio', { name: /Video, general/ }).check()
    await page.getByRole('button', { name: 'Set as default' }).click()
    await page.getByText('is now the default profile of Acme <Beverages>').waitFor()
    expect(pages.deps.config.defaults.stored('acme')).toBe('video_general')
    await page.getByRole('button', { name: 'Revert to static default' }).click()
    await page.getByText('is back on its static default').waitFor()
    expect(await page.getByRole('row').count()).toBe(3)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in to Asset QC' }).waitFor()
    await context.close()
  },
)

test('by keys alone the same, and of two admins at once the second is told', async () => {
  const [one, ada] = await openPage({})
  const [two, grace] = await openPage({})
  await signIn(ada, 'ada')
  await signIn(grace, 'grace')
  for (const page of [ada, grace]) await page.goto(`${pages.url}/clients/globex/settings`)
  for (const page of [ada, grace]) {
    await page.getByRole('radio', { name: /Static, general/ }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await ada.getByRole('status').getByText('is now the default profile of Globex').waitFor()
  await grace.getByRole('alert').getByText('somebody else changed this setting').waitFor()
  expect(pages.deps.config.defaults.history('globex')).toMatchObject([{ who: 'ada', to: 'video_general' }])
  await one.close()
  await two.close()
})

const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
/** The document is the same for every sight: on a phone, and in dark, only what CSS decides can differ. */
const ofStyle = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block']
const sights = [
  { sight: 'on a desk', viewport: desk, colorScheme: 'light', rules: {} },
  {
    sight: 'on a phone, dark',
    viewport: phone,
    colorScheme: 'dark',
    rules: { runOnly: ofStyle },
  },
] as const

/** What axe finds on each page, with all forms open, and whether a person has to scroll sideways. */
async function expectSound(page: Page, url: string, paths: string[]) {
  for (const path of paths) {
    await page.goto(`${url}${path}`)
    await expectSoundAsItIs(page, path)
  }
}

async function expectSoundAsItIs(page: Page, path: string) {
  await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))')
  await page.evaluate(axeSource)
  for (const { sight, viewport, colorScheme, rules } of sights) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    // What passes is not collected: it is most of the work.
    const options = JSON.stringify({ ...rules, resultTypes: ['violations'], preload: false })
    const violations = await page.evaluate<AxeResults['violations']>(
      `axe.run(${options}).then((results) => results.violations)`,
    )
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    const seen = { path, sight, found, isWider: overflow > 0 }
    expect(seen).toEqual({ path, sight, found: [], isWider: false })
  }
}

test('on a desk, and on a phone in dark: axe finds nothing, and nothing is wider than the page', async () => {
  const [context, page] = await openPage({ javaScriptEnabled: true })
  await expectSound(page, pages.url, ['/'])
  await page.getByLabel('Name').fill('ada')
  await page.getByLabel('Password').fill('not it')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').getByText('The name or the password is wrong.').waitFor()
  await expectSoundAsItIs(page, 'a sign-in that failed')
  await signIn(page, 'ada')
  const ofClients = ['/clients/acme/settings', '/clients/globex/settings/folders']
  const paths = ['/', ...ofClients, '/profiles/video_general', '/nowhere']
  await expectSound(page, pages.url, paths)
  await context.close()
})

describe('with runs and files of hostile names', () => {
  const long = 'Größe–'.repeat(25)
  const hostile = `<img src=x onerror=alert(1)> "q" ${long}.png`
  const clientId = `browser-${Date.now()}`
  let world: WorkflowWorld
  let box: ActivityWorld
  let full: PagesUnderTest
  let runId: string
  let doneId: string
  let incoming: Upload
  let isBoxDown = false
  let contexts: BrowserContext[]
  /** Of one person: with JavaScript on a desk, and without it on a phone. */
  let scripted: Page
  let plain: Page

  beforeAll(async () => {
    ;[world, box] = await Promise.all([openWorld(), openActivityWorld()])
    const temporal = createTemporalAccess(world.client, temporalAddress())
    full = await openPages((deps) => {
      const runs = { ...deps.runs, temporal: { ...deps.runs.temporal, taskQueue: world.taskQueue } }
      const examine = async function* () {
        const evidence = `/${'unbroken'.repeat(20)} has mode 600`
        yield { level: 'PASS' as const, what: 'JWT configuration' as const, evidence }
        yield* deps.examine()
      }
      return { ...deps, runs, temporal, box: () => (isBoxDown ? boxDown() : box.box), examine }
    })
    writeFileSync(
      join(full.folder, 'clients.yaml'),
      `${clientId}:
  name: '<b>Acme</b> & ${long}'
  profiles: [static_general, video_general]
  box_folder_id: "${box.incoming}"
  box_reports_folder_id: "${box.reports}"
  default_profile: static_general
`,
    )
    while (!full.deps.config.clients().has(clientId)) await new Promise((resolve) => setTimeout(resolve, 50))
    await box.put(`${long}.exe`, png)
    incoming = await box.put('waiting.png', png, { clientId })
    const ofHost = { identity: `${world.host('a')}/7` }
    await world.stopIntakeWorker()
    await world.startWorker(`${world.taskQueue}-intake`, 9, ofHost)
    await openPeople()
    await failOnce()
    world.fakes.moveToProcessed = () =>
      Promise.reject(ApplicationFailure.nonRetryable(`<script> ${long}`, errorTypes.permissionDenied))
    const run = await world.start({ clientId, name: hostile })
    await untilState(run, 'needs_attention')
    runId = run.workflowId
  })
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await world.client.workflow.getHandle(runId).terminate()
    await Promise.all([full.stop(), box.close(), world.stop()])
  })

  /** One sign-in for both. */
  async function openPeople() {
    const [context, page] = await openPage({ javaScriptEnabled: true })
    await signIn(page, 'ada', full)
    const storageState = await context.storageState()
    const [second, other] = await openPage({ viewport: phone, storageState })
    ;[contexts, scripted, plain] = [[context, second], page, other]
  }

  /** A run with findings to accept, and a rule that was accepted already. */
  async function failOnce() {
    world.fakes.checks = async (upload) => {
      const { results } = exampleReport({ fileName: hostile })
      return reportOf(upload, { verdict: 'fail', score: 40, results })
    }
    const upload = await box.put(hostile, png, { clientId })
    const run = await world.start(upload)
    await run.result()
    doneId = run.workflowId
    const words = { message: `Too loud ${long}`, reason: `<b>${long}</b>`, by: 'grace' }
    await full.deps.config.waivers.add({
      ...{ clientId, profileId: 'video_general', check: 'audio/loudness', ...words },
    })
  }

  const nowhere = 'http://127.0.0.1:9'
  const boxDown = () => boxOf({ ...box.sim, apiUrl: nowhere, uploadUrl: nowhere, oauthUrl: nowhere })

  const pathOf = (workflowId: string) => `/run?id=${encodeURIComponent(workflowId)}`

  async function parkedRun(name: string): Promise<QcRun> {
    world.fakes.uploadReport = () =>
      Promise.reject(ApplicationFailure.nonRetryable('no role', errorTypes.permissionDenied))
    const run = await world.start(await box.put(name, png, { clientId }))
    await untilState(run, 'needs_attention')
    return run
  }

  test('on a desk, and on a phone in dark: axe finds nothing on any page', async () => {
    const runs = [pathOf(runId), pathOf(doneId), `/?client=${clientId}`, `/incoming?client=${clientId}`]
    const ofClient = [`/clients/${clientId}`, `/clients/${clientId}/settings/waivers`]
    const figures = ['/figures', `/figures/failures?client=${clientId}`]
    await expectSound(scripted, full.url, [...runs, ...ofClient, ...figures, '/clients', '/health'])
    const host = scripted.getByRole('row').filter({ hasText: world.host('a') })
    expect(await host.innerText()).toMatch(/yes\s+0\s+0\s/)
    await scripted.goto(`${full.url}/figures`)
    const figure = scripted.getByRole('row').filter({ hasText: clientId })
    expect((await figure.innerText()).replace(/\s+/g, ' ')).toMatch(
      / \w{3} \d{4} 1 0 % 0 of 1 What fails most often at browser-\d+ in \w{3} \d{4} 0 1.00 .* seconds?$/,
    )
    isBoxDown = true
    await expectSound(scripted, full.url, [`/incoming?client=${clientId}`])
    await scripted.getByText('Box does not answer as expected').waitFor()
    isBoxDown = false
  })

  test('by keys alone: past the navigation, or each stop in reading order, visibly', async () => {
    await scripted.goto(`${full.url}${pathOf(runId)}`)
    const stops: string[] = []
    for (let stop = 0; stop < 14; stop += 1) {
      await scripted.keyboard.press('Tab')
      stops.push(
        await scripted.evaluate<string>(`(() => {
        const { activeElement: one } = document
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return one.textContent.trim() + (outlineStyle === 'solid' && outlineWidth === '3px' ? '' : ' unseen')
      })()`),
      )
    }
    expect(stops).toEqual([
      ...['Skip to content', 'Asset QC', 'Runs', 'Incoming', 'Clients', 'Figures', 'Health', 'Sign out'],
      ...['← Runs', 'Reload', 'Stop updating', 'Retry', 'Abandon this upload', 'Report'],
    ])
    await scripted.locator('.skip').focus()
    await scripted.keyboard.press('Enter')
    await scripted.keyboard.press('Tab')
    expect(await scripted.evaluate<string>('document.activeElement.textContent')).toBe('← Runs')
    await scripted.getByText('Abandon this upload').focus()
    for (const key of ['Enter', 'Tab', 'x', 'Tab', 'Shift+Tab']) await scripted.keyboard.press(key)
    expect(await scripted.getByLabel('Reason, for the record').inputValue()).toBe('x')
  })

  test('the page of an open run follows it by itself, and never takes away what somebody types', async () => {
    world.reset()
    const { reached, reach, opened, open } = gate()
    world.fakes.checks = async (upload) => {
      reach()
      await opened
      return reportOf(upload)
    }
    world.fakes.uploadReport = () =>
      Promise.reject(ApplicationFailure.nonRetryable('no role', errorTypes.permissionDenied))
    const run = await world.start(await box.put('live.png', png, { clientId }))
    await reached
    await scripted.goto(`${full.url}${pathOf(run.workflowId)}`)
    const status = scripted.locator('#live [role=status]')
    await status.getByText('In progress: checks.').waitFor()
    const reload = scripted.getByRole('link', { name: 'Reload' })
    await reload.focus()
    open()
    await status.getByText('This run waits for a person.').waitFor()
    await scripted.getByText('Needs attention: The service account may not write').waitFor()
    expect(await scripted.evaluate<string>('document.activeElement.textContent')).toBe('Reload')

    await scripted.getByText('Abandon this upload').click()
    await scripted.getByLabel('Reason, for the record').fill('half a sent')
    world.reset()
    await run.signal('retry')
    await run.result()
    const updates = scripted.waitForRequest(/\/run\?/, { timeout: 4_000 }).then(
      () => 'asked for the page',
      () => 'left alone',
    )
    expect(await updates).toBe('left alone')
    expect(await scripted.getByLabel('Reason, for the record').inputValue()).toBe('half a sent')
    await scripted.getByText('Abandon this upload').click()
    await status.getByText('The run has ended: done ✓ Pass').waitFor()
    await scripted.getByRole('heading', { name: 'Run again' }).waitFor()
    expect(await scripted.getByRole('button', { name: 'Stop updating' }).count()).toBe(0)
  })

  test('by clicks: Filter, Retry, and Retry all with this cause', async () => {
    const runs = [await parkedRun('one.png'), await parkedRun('two.png'), await parkedRun('three.png')]
    world.reset()
    await plain.goto(full.url)
    await plain.getByLabel('File name').fill('ONE')
    await plain.getByLabel('Client').selectOption(clientId)
    await plain.getByLabel('State').selectOption('needs_attention')
    const row = plain.getByRole('row').filter({ hasText: 'one.png' })
    // The list of runs is a moment behind, here and below.
    do await plain.getByRole('button', { name: 'Filter' }).click()
    while ((await row.count()) === 0)
    expect(await plain.getByRole('row').filter({ hasText: 'two.png' }).count()).toBe(0)
    await row.getByRole('link', { name: 'one.png' }).click()
    await plain.getByRole('button', { name: 'Retry' }).click()
    await plain.getByRole('status').getByText('Retry was sent.').waitFor()
    await expect(runs[0]!.result()).resolves.toMatchObject({ outcome: 'done' })
    const retryBoth = plain.getByRole('button', { name: 'Retry all 2 with this cause' })
    while ((await retryBoth.count()) === 0) await plain.goto(`${full.url}/?client=${clientId}`)
    await retryBoth.click()
    await plain.getByRole('status').getByText('Retry was sent to 2 runs.').waitFor()
    for (const run of runs) await expect(run.result()).resolves.toMatchObject({ outcome: 'done' })
  })

  test('by clicks: Start a run', async () => {
    await plain.goto(`${full.url}/incoming?client=${clientId}`)
    await plain.getByRole('button', { name: 'Start a run of waiting.png' }).click()
    await plain.getByRole('status').getByText('The run is started.').waitFor()
    const run = world.client.workflow.getHandle(workflowIdFor(incoming))
    await expect(run.result()).resolves.toMatchObject({ outcome: 'done' })
  })

  test('by clicks: Accept a finding, Make the report again, and Remove', async () => {
    await plain.goto(`${full.url}${pathOf(doneId)}`)
    await plain.getByText('Accept finding 1', { exact: true }).click()
    const form = plain.locator('details[open]')
    await form.getByLabel('Reason, for the report').fill('It is meant so')
    await form.getByRole('button', { name: 'Accept' }).click()
    await plain.getByRole('status').getByText('Accepted.').waitFor()
    await plain.getByRole('button', { name: 'Make the report again' }).click()
    await plain.getByRole('status').getByText('Started again with the profile').waitFor()
    await expect(world.client.workflow.getHandle(doneId).result()).resolves.toMatchObject({ outcome: 'done' })
    await plain.goto(`${full.url}/clients/${clientId}/settings/waivers`)
    await plain.getByRole('row').filter({ hasText: 'It is meant so' }).getByRole('button').click()
    await plain.getByRole('status').getByText('Removed.').waitFor()
    expect(full.deps.config.waivers.list(clientId)).toMatchObject([{ check: 'audio/loudness' }])
  })

  test('by clicks: Abandon with a reason, then Run again with another profile', async () => {
    const run = await parkedRun('again.png')
    await plain.goto(`${full.url}${pathOf(run.workflowId)}`)
    await plain.getByText('Abandon this upload').click()
    await plain.getByLabel('Reason, for the record').fill('Wrong campaign')
    await plain.getByRole('button', { name: 'Abandon' }).click()
    await plain.getByRole('status').getByText('The upload is abandoned.').waitFor()
    await expect(run.result()).resolves.toMatchObject({ outcome: 'abandoned' })
    await plain.reload()
    await plain.getByLabel('Profile').selectOption('video_general')
    world.reset()
    await plain.getByRole('button', { name: 'Run again with this profile' }).click()
    await plain.getByRole('status').getByText('Started again with the profile video_general.').waitFor()
    const again = world.client.workflow.getHandle<() => Promise<QcUploadResult>>(run.workflowId)
    await expect(again.result()).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })
    expect(await searchAttributesOf(again)).toMatchObject({ QcProfile: 'video_general' })
  })
})

test('by clicks: sign-in at a provider, sign-out there, and a person of no group', async () => {
  // To a browser localhost is another site than 127.0.0.1: it keeps strict cookies back on the way.
  const provider = await startOidcProvider({ lin: { groups: ['qc-admins'] }, mallory: {} }, 'localhost')
  const behind = await openPages((deps, url) => {
    const { pages: settings } = loadConfig({
      ...{ PAGES_PUBLIC_URL: url, PAGES_OIDC_ISSUER: provider.issuer, PAGES_OIDC_USER_CLAIM: 'sub' },
      ...{ PAGES_OIDC_CLIENT_ID: provider.clientId, PAGES_OIDC_CLIENT_SECRET: provider.clientSecret },
      ...{ PAGES_OIDC_SCOPE: 'openid groups', PAGES_OIDC_ALLOWED_GROUPS: 'qc-admins' },
    })
    return { ...deps, settings, users: () => new Map(), oidc: oidcSettings(settings) }
  })
  const [scripted, beside] = await openPage({ javaScriptEnabled: true })
  await expectSound(beside, behind.url, ['/sign-in'])
  await scripted.close()
  const [context, page] = await openPage({ viewport: phone })
  await page.goto(`${behind.url}/clients/acme/settings`)
  await page.getByRole('link', { name: 'Sign in with localhost' }).click()
  await page.getByRole('link', { name: 'lin' }).click()
  await page.getByRole('link', { name: 'Default Profile' }).waitFor()
  expect(page.url()).toBe(`${behind.url}/clients/acme/settings`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign out of localhost' }).click()
  await page.getByRole('button', { name: 'Yes, sign me out' }).click()
  await page.waitForURL(/\/sign-in/)
  await page.getByRole('link', { name: 'Sign in with localhost' }).click()
  await page.getByRole('link', { name: 'mallory' }).click()
  await page.getByText('You are mallory, who may not use these pages').waitFor()
  await page.getByRole('link', { name: 'To the sign-in' }).click()
  await page.getByRole('link', { name: 'Sign in with localhost' }).waitFor()
  await context.close()
  await Promise.all([behind.stop(), provider.stop()])
})

test('no page breaks its own content policy', () => {
  expect(complaints.filter((text) => /Content Security Policy|Refused/i.test(text))).toEqual([])
})
