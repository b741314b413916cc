import type { PagesDeps } from './deps'
import { type Handler, PageProblem } from './page-request'
import { failuresPage } from './figures/failures-page'
import { figuresPage } from './figures/figures-page'
import { healthPage } from './health/health-page'
import { incomingPage } from './incoming/incoming-page'
import { startRun } from './incoming/start-run'
import { reportPage } from './runs/report-page'
import { rerun } from './runs/rerun'
import { abandonRun, retryAll, retryRun } from './runs/run-actions'
import { runPage } from './runs/run-page'
import { runsPage } from './runs/runs-page'
import { thumbnailPage } from './runs/thumbnail-page'
import { clientList } from './settings/client-list'
import { clientPage } from './settings/client-page'
import { changeDefault, defaultProfileTab } from './settings/default-profile-tab'
import { foldersTab } from './settings/folders-tab'
import { profilePage } from './settings/profile-page'
import { acceptFinding } from './waivers/accept'
import { removeWaiver } from './waivers/remove'
import { waiversTab } from './waivers/waivers-tab'

interface Route {
  method: 'GET' | 'POST'
  pattern: RegExp
  handler: Handler
}

/** Every page and every form, by method and path; `:name` is one part of a path. */
export function routes(deps: PagesDeps): Route[] {
  return [
    route('GET /', runsPage(deps)),
    route('GET /incoming', incomingPage(deps)),
    route('POST /incoming/start', startRun(deps)),
    route('GET /figures', figuresPage(deps)),
    route('GET /figures/failures', failuresPage(deps)),
    route('GET /health', healthPage(deps)),
    route('GET /run', runPage(deps)),
    route('GET /report', reportPage(deps)),
    route('GET /thumbnail', thumbnailPage(deps)),
    route('POST /run/retry', retryRun(deps)),
    route('POST /run/abandon', abandonRun(deps)),
    route('POST /run/accept', acceptFinding(deps)),
    route('POST /run/again', rerun(deps)),
    route('POST /runs/retry', retryAll(deps)),
    route('GET /clients', clientList(deps)),
    route('GET /clients/:client', clientPage(deps)),
    route('GET /clients/:client/settings', defaultProfileTab(deps)),
    route('POST /clients/:client/settings', changeDefault(deps)),
    route('GET /clients/:client/settings/folders', foldersTab(deps)),
    route('GET /clients/:client/settings/waivers', waiversTab(deps)),
    route('POST /clients/:client/settings/waivers/remove', removeWaiver(deps)),
    route('GET /profiles/:profile', profilePage(deps)),
  ]
}

/** Throws a PageProblem when there is no such page, or when it takes another method. */
export function findRoute(table: Route[], method: string, path: string) {
  const fitting = table.filter(({ pattern }) => pattern.test(path))
  const found = fitting.find((one) => one.method === (method === 'HEAD' ? 'GET' : method))
  if (found !== undefined) return { handler: found.handler, params: paramsOf(found.pattern, path) }
  if (fitting.length > 0) throw new PageProblem(405, 'Not possible here', `This page takes no ${method}.`)
  throw new PageProblem(404, 'No such page', 'There is nothing at this address. Use the navigation above.')
}

function route(words: string, handler: Handler): Route {
  const [method, path = ''] = words.split(' ')
  const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
  return { method: method === 'POST' ? 'POST' : 'GET', pattern, handler }
}

function paramsOf(pattern: RegExp, path: string): Record<string, string> {
  const groups = Object.entries(pattern.exec(path)?.groups ?? {})
  return Object.fromEntries(groups.map(([name, value]) => [name, decoded(value)]))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
