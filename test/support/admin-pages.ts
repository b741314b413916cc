import { createServer, type RequestListener, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createAdminPages } from '../../admin-pages/app'
import type { PagesDeps } from '../../admin-pages/deps'
import { addAdminUser, readAdminUsers } from '../../config/admin-users'
import { loadConfig } from '../../config/load-config'
import { openConfig } from '../../config/open-config'
import { examineAll } from '../../diagnosis/examine-all'
import { TemporalDown } from '../../runs/temporal-access'

export const password = 'a long enough sentence'
const cheap = { N: 2 ** 10, r: 8, p: 1 }

const clientsYaml = `
acme:
  name: Acme
  display_name: Acme <Beverages>
  description: Print & video
  profiles: [static_general, video_general]
  box_folder_id: "11"
  box_reports_folder_id: "12"
  default_profile: static_general
globex:
  name: Globex
  profiles: [static_general, video_general]
  box_folder_id: { "21": video_general, "22": }
  box_reports_folder_id: "23"
  default_profile: static_general
`

export interface PagesUnderTest {
  url: string
  folder: string
  files: { clientDefaults: string; users: string }
  deps: PagesDeps
  log: string[]
  clock: { now: number }
  /** A separate browser: keeps cookies, follows no redirect. */
  visitor: () => Visitor
  /** A visitor who has signed in. */
  signedIn: (name?: string) => Promise<Visitor>
  stop: () => Promise<void>
}

/** The pages on a free port, with two clients and the users ada and grace. */
export async function openPages(
  change: (deps: PagesDeps, url: string) => PagesDeps = (deps) => deps,
): Promise<PagesUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'qc-pages-'))
  const users = join(folder, 'admin_users.json')
  const clientDefaults = join(folder, 'client_defaults.json')
  writeFileSync(join(folder, 'clients.yaml'), clientsYaml)
  for (const name of ['ada', 'grace']) await addAdminUser(users, { name, password }, cheap)
  const config = loadConfig({
    QC_CLIENTS_FILE: join(folder, 'clients.yaml'),
    QC_CLIENT_DEFAULTS_FILE: clientDefaults,
    PAGES_USERS_FILE: users,
    BOX_API_URL: 'http://127.0.0.1:9',
  })
  const log: string[] = []
  const write = (fields: object, message: string) => void log.push(`${message} ${JSON.stringify(fields)}`)
  const clock = { now: Date.now() }
  const opened = openConfig(config, { report: () => undefined })
  // The pages can name their own address, so the server is there before them.
  let answer: RequestListener = () => undefined
  const server = createServer((request, response) => answer(request, response))
  const url = await listen(server)
  const standard: PagesDeps = {
    settings: config.pages,
    runs: config,
    config: opened,
    users: () => readAdminUsers(users),
    temporal: {
      namespace: 'default',
      ask: () => Promise.reject(new TemporalDown('Temporal at nowhere:7233 cannot be reached')),
    },
    box: () => {
      throw new Error('Box is not set up')
    },
    examine: () =>
      examineAll({
        ...{ config: () => config, opened: () => opened },
        box: () => Promise.reject(new Error('Box is not set up')),
        temporal: () => deps.temporal.ask((client) => Promise.resolve(client)),
        clients: () => [...opened.clients().values()],
      }),
    logger: { info: write, warn: write, error: write },
    now: () => new Date(clock.now),
  }
  const deps: PagesDeps = change(standard, url)
  const callback = createAdminPages(deps).callback()
  answer = (request, response) => void callback(request, response)
  const visitor = () => new Visitor(url)
  return {
    ...{ url, folder, files: { clientDefaults, users }, deps, log, clock, visitor },
    signedIn: async (name = 'ada') => {
      const person = visitor()
      const { status } = await person.signIn(name)
      if (status !== 303) throw new Error(`expected a sign-in, got ${status}`)
      return person
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface Seen {
  status: number
  headers: { get: (name: string) => string | null }
  text: string
}

export class Visitor {
  private readonly cookies = new Map<string, string>()
  private formToken = ''

  constructor(private readonly url: string) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  set cookie(header: string) {
    this.cookies.clear()
    for (const [, name = '', value = ''] of header.matchAll(/([^=; ]+)=([^;]*)/g))
      this.cookies.set(name, value)
  }

  /** Remembers the form token of the page. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    const seen = await this.send(path, { headers })
    this.formToken = /name="form_token" value="([^"]+)"/.exec(seen.text)?.[1] ?? this.formToken
    return seen
  }

  /** As a browser posts a form of these pages. */
  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Seen> {
    const body = new URLSearchParams({ form_token: this.formToken, ...fields }).toString()
    const type = 'application/x-www-form-urlencoded'
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': type, origin: this.url, ...headers },
      body,
    })
  }

  signIn(name: string, typed = password): Promise<Seen> {
    return this.post('/sign-in', { name, password: typed, next: '/clients' })
  }

  private async send(
    path: string,
    init: { method?: string; body?: string; headers: Record<string, string> },
  ): Promise<Seen> {
    const headers = { ...init.headers, cookie: this.cookie }
    const response = await fetch(`${this.url}${path}`, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (cookie.includes('Max-Age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const header = (name: string) => response.headers.get(name)
    return { status: response.status, headers: { get: header }, text: await response.text() }
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address')
  return `http://127.0.0.1:${address.port}`
}
