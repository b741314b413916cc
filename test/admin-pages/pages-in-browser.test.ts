import { readFileSync } from 'node:fs'

import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { openPages, type PagesUnderTest, password } from '../support/admin-pages'
import { openBrowser } from '../support/browser'

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

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${pages.url}/clients`)
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

test.each([
  { sight: 'on a desk', viewport: { width: 1280, height: 900 }, colorScheme: 'light' as const },
  { sight: 'on a phone, dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const },
])('$sight axe finds nothing, and nothing is wider than the page', async ({ viewport, colorScheme }) => {
  const [context, page] = await openPage({ javaScriptEnabled: true, viewport, colorScheme })
  const look = async () => {
    await page.evaluate(axeSource)
    const { violations } = await page.evaluate<AxeResults>('axe.run()')
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    return { url: page.url(), found, isWider: overflow > 0 }
  }
  await page.goto(pages.url)
  expect(await look()).toMatchObject({ found: [], isWider: false })
  await signIn(page, 'ada')
  const paths = [
    '/',
    '/clients',
    '/clients/acme',
    '/clients/acme/settings',
    '/clients/globex/settings/folders',
  ]
  for (const path of [...paths, '/profiles/video_general', '/nowhere']) {
    await page.goto(`${pages.url}${path}`)
    expect(await look()).toMatchObject({ found: [], isWider: false })
  }
  await context.close()
})

test('no page breaks its own content policy', () => {
  expect(complaints.filter((text) => /Content Security Policy|Refused/i.test(text))).toEqual([])
})
