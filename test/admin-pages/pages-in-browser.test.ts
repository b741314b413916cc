import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { ApplicationFailure } from '@temporalio/common'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { loadConfig } from '../../config/load-config'
import { oidcSettings } from '../../config/oidc-settings'
import { createTemporalAccess } from '../../runs/temporal-access'
import { errorTypes, type QcUploadResult } from '../../workflows/contract'
import { type ActivityWorld, openActivityWorld, png } from '../support/activity-world'
import { openPages, type PagesUnderTest, password } from '../support/admin-pages'
import { openBrowser } from '../support/browser'
import { startOidcProvider } from '../support/oidc-provider'
import { temporalAddress } from '../support/temporal-server'
import {
  openWorld,
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

const sights = [
  { sight: 'on a desk', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { sight: 'on a phone, dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

/** What axe finds on each page, and whether a person has to scroll sideways. */
async function expectSound(page: Page, url: string, paths: string[]) {
  for (const path of paths) {
    await page.goto(`${url}${path}`)
    await page.evaluate(axeSource)
    for (const { sight, viewport, colorScheme } of sights) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      const { violations } = await page.evaluate<AxeResults>('axe.run()')
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
      expect({ path, sight, found, isWider: overflow > 0 }).toEqual({
        path,
        sight,
        found: [],
        isWider: false,
      })
    }
  }
}

test('on a desk, and on a phone in dark: axe finds nothing, and nothing is wider than the page', async () => {
  const [context, page] = await openPage({ javaScriptEnabled: true })
  await expectSound(page, pages.url, ['/'])
  await signIn(page, 'ada')
  const ofClients = ['/clients/acme', '/clients/acme/settings', '/clients/globex/settings/folders']
  const paths = ['/', '/clients', ...ofClients, '/profiles/video_general', '/nowhere']
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
      return { ...deps, runs, temporal, box: () => box.box, examine }
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
    for (const name of [hostile, `${long}.exe`]) await box.put(name, png)
    world.fakes.checks = async (upload) => reportOf(upload, { verdict: 'fail', score: 40 })
    await (await world.start({ clientId, name: hostile })).result()
    world.fakes.moveToProcessed = () =>
      Promise.reject(ApplicationFailure.nonRetryable(`<script> ${long}`, errorTypes.permissionDenied))
    const run = await world.start({ clientId, name: hostile })
    await untilState(run, 'needs_attention')
    runId = run.workflowId
  })
  afterAll(async () => {
    await world.client.workflow.getHandle(runId).terminate()
    await Promise.all([full.stop(), box.close(), world.stop()])
  })

  test('on a desk, and on a phone in dark: axe finds nothing on any page', async () => {
    const [context, page] = await openPage({ javaScriptEnabled: true })
    await signIn(page, 'ada', full)
    const run = `/run?id=${encodeURIComponent(runId)}`
    const ofClient = [`/?client=${clientId}`, `/incoming?client=${clientId}`, `/clients/${clientId}`]
    const figures = ['/figures', `/figures/failures?client=${clientId}`]
    await expectSound(page, full.url, [run, ...ofClient, ...figures, '/health', '/clients'])
    await context.close()
  })

  test('by clicks: Abandon with a reason, then Run again with another profile', async () => {
    const upload = await box.put('again.png', png, { clientId })
    const run = await world.start(upload)
    await untilState(run, 'needs_attention')
    const [context, page] = await openPage({ viewport: { width: 390, height: 844 } })
    await signIn(page, 'ada', full)
    await page.goto(`${full.url}/run?id=${encodeURIComponent(run.workflowId)}`)
    await page.getByText('Abandon this upload').click()
    await page.getByLabel('Reason, for the record').fill('Wrong campaign')
    await page.getByRole('button', { name: 'Abandon' }).click()
    await page.getByRole('status').getByText('The upload is abandoned.').waitFor()
    await expect(run.result()).resolves.toMatchObject({ outcome: 'abandoned' })
    await page.reload()
    await page.getByLabel('Profile').selectOption('video_general')
    world.reset()
    await page.getByRole('button', { name: 'Run again with this profile' }).click()
    await page.getByRole('status').getByText('Started again with the profile video_general.').waitFor()
    const again = world.client.workflow.getHandle<() => Promise<QcUploadResult>>(run.workflowId)
    await expect(again.result()).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })
    expect(await searchAttributesOf(again)).toMatchObject({ QcProfile: 'video_general' })
    await context.close()
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
  const [context, page] = await openPage({ viewport: { width: 390, height: 844 } })
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
