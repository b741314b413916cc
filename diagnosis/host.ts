import { existsSync, readdirSync } from 'node:fs'

import type { ProfileCheck } from '../quality-control/profile'
import { installedTools } from '../quality-control/probes/probe-version'
import { missingFilters } from '../quality-control/probes/video/missing-filters'
import { installedLanguages, missingPackages } from '../quality-control/probes/text/installed-languages'
import { messageOf } from '../workflows/text'
import { type Diagnosis, type Examination, fail, pass, warn } from './diagnosis'

const answerMs = 5_000

export const tools: Examination = {
  what: 'media tools',
  async examine({ config }) {
    const { searchPath } = config().media
    const found = await installedTools(searchPath)
    const missing = found.filter(({ version }) => version === 'none').map(({ name }) => name)
    const versions = found.map(({ name, version }) => `${name} ${version}`).join(', ')
    const lacking = missing.includes('ffmpeg') ? [] : await missingFilters(searchPath)
    if (missing.length + lacking.length === 0) return [pass(this.what, versions)]
    if (missing.length === 0)
      return [
        fail(
          this.what,
          `${versions}; ffmpeg was built without the filters ${lacking.join(', ')}: no video can be measured`,
          'Install a complete ffmpeg 5.1 or newer: apt-get install ffmpeg',
        ),
      ]
    const evidence = `not on the search path: ${missing.join(', ')}`
    const install = 'apt-get install ffmpeg poppler-utils qpdf tesseract-ocr'
    return hasRunHere(config().worker.dataDir)
      ? [fail(this.what, evidence, install)]
      : [warn(this.what, `${evidence}. No worker has run on this host`, `Where a worker runs: ${install}`)]
  },
}

/** What the text of assets is read and judged in. English needs nothing of the host. */
export const languages: Examination = {
  what: 'languages',
  async examine({ config, opened }) {
    const { searchPath } = config().media
    const { models, dictionaries } = await installedLanguages(searchPath)
    // `tools` says that tesseract is missing.
    if (models.size === 0) return []
    const named = [...opened().profiles().values()].flatMap(({ checks }) => checks.flatMap(languagesOf))
    const missing = await missingPackages(named, searchPath)
    const judged = `spelling is judged in ${['en', ...dictionaries.keys()].join(', ')}`
    if (missing.length === 0) return [pass(this.what, judged)]
    const evidence = `profiles name ${[...new Set(named)].join(', ')}; ${judged}`
    return [warn(this.what, evidence, `Where a worker runs: apt-get install ${missing.join(' ')}`)]
  },
}

function languagesOf({ settings }: ProfileCheck): string[] {
  const { languages: codes } = settings
  return Array.isArray(codes) ? codes.map(String) : []
}

/** The gateway of this configuration, asked as a load balancer asks it. */
export const gateway: Examination = {
  what: 'gateway',
  isAfterStart: true,
  async examine({ config }) {
    const { host, port, dataDir } = config().gateway
    const origin = `http://${reachable(host)}:${port}`
    const readiness = await readyzOf(this.what, origin, 'systemctl status box-qc-gateway')
    if (!readiness.isAnswered && !hasRunHere(dataDir))
      return [elsewhere(this.what, dataDir, 'systemctl start box-qc-gateway')]
    if (!readiness.isAnswered) return readiness.diagnoses
    const { diagnoses, answer } = readiness
    return [...diagnoses, ...(await signatures(origin, answer)), ...unmatchedUploads(answer)]
  },
}

export const worker: Examination = {
  what: 'worker of this host',
  isAfterStart: true,
  async examine({ config }) {
    const { healthHost, healthPort, dataDir } = config().worker
    if (!hasRunHere(dataDir)) return [elsewhere(this.what, dataDir, 'systemctl start box-qc-worker')]
    if (healthPort === 0)
      return [
        warn(this.what, 'not examined: WORKER_HEALTH_PORT is not set', 'Set it to a free port, such as 9091'),
      ]
    const origin = `http://${reachable(healthHost)}:${healthPort}`
    return (await readyzOf(this.what, origin, 'systemctl status box-qc-worker')).diagnoses
  },
}

/** A process writes to its data directory when it starts. An image of a container has empty ones for all. */
function hasRunHere(dataDir: string): boolean {
  if (!existsSync(dataDir)) return false
  try {
    return readdirSync(dataDir).length > 0
  } catch {
    // It may not be read: it belongs to the user of a process.
    return true
  }
}

function elsewhere(what: Diagnosis['what'], dataDir: string, remedy: string): Diagnosis {
  const evidence = `none has run on this host: nothing is in ${dataDir}`
  return warn(what, evidence, `Run admin-cli doctor on its host, or start it: ${remedy}`)
}

interface Asked {
  isAnswered: boolean
  /** The body of `/readyz`. */
  answer: string
  diagnoses: Diagnosis[]
}

async function readyzOf(what: Diagnosis['what'], origin: string, remedy: string): Promise<Asked> {
  try {
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(answerMs) })
    const text = (await answer.text()).trim()
    return { isAnswered: true, answer: text, diagnoses: [readiness(what, origin, remedy, answer.ok, text)] }
  } catch (error) {
    const evidence = `${origin} does not answer: ${messageOf(error)}`
    return { isAnswered: false, answer: '', diagnoses: [fail(what, evidence, remedy)] }
  }
}

function readiness(
  what: Diagnosis['what'],
  origin: string,
  remedy: string,
  isReady: boolean,
  text: string,
): Diagnosis {
  const next = text.includes('"Temporal at ') ? 'Correct "Temporal" and "search attributes" first' : remedy
  if (!isReady) return fail(what, `${origin} is not ready: ${text}`, next)
  const closed = /"intake":"(?!open")([^"]*)"/.exec(text)?.[1]
  return closed === undefined
    ? pass(what, `${origin} is ready`)
    : warn(what, `${origin} takes no more assets: ${closed}`, 'Free disk space, or add a worker')
}

/** Deliveries that no key fits: the keys here are not the keys of the app. */
async function signatures(origin: string, readyz: string): Promise<Diagnosis[]> {
  const text = await (await fetch(`${origin}/metrics`, { signal: AbortSignal.timeout(answerMs) })).text()
  const total = (pattern: RegExp) =>
    [...text.matchAll(pattern)].reduce((sum, [, value]) => sum + Number(value), 0)
  const wrong = total(/^qc_gateway_deliveries_total\{[^}]*reason="wrong_signature"[^}]*\} (\d+)/gm)
  const matched = total(/^qc_gateway_signature_key_matches_total\{[^}]*\} (\d+)/gm)
  const last = lastWrong(readyz)
  const evidence = `since the gateway started: ${matched} fit a key, ${wrong} fit none${last.text}`
  if (wrong === 0 || last.isOver) return [pass('signatures', evidence)]
  const remedy = 'Compare both keys with the Box Developer Console, Manage Signature Keys'
  return [matched === 0 ? fail('signatures', evidence, remedy) : warn('signatures', evidence, remedy)]
}

/** After a rotation of the keys, or a forged delivery, a key fits again: that is no problem any more. */
function lastWrong(readyz: string): { text: string; isOver: boolean } {
  const found = /"lastWrongSignature":{([^}]*)}/.exec(readyz)?.[1] ?? ''
  const valueOf = (key: string) => new RegExp(`"${key}":"([^"]*)"`).exec(found)?.[1]
  const {
    deliveryId = '',
    at = '',
    since = '',
    fittedAt,
  } = {
    deliveryId: valueOf('deliveryId'),
    at: valueOf('at'),
    since: valueOf('since'),
    fittedAt: valueOf('fittedAt'),
  }
  if (at === '') return { text: '', isOver: false }
  const then =
    fittedAt === undefined ? `no key has fitted since ${since}` : `a key fitted again at ${fittedAt}`
  return {
    text: `; the last one is delivery ${deliveryId} at ${at}, and ${then}`,
    isOver: fittedAt !== undefined,
  }
}

/** Uploads that were acknowledged to Box and wait, since no client has their folder. */
function unmatchedUploads(readyz: string): Diagnosis[] {
  const waiting = /"unmatchedUploads":"ok, but ([^"]*)"/.exec(readyz)?.[1]
  if (waiting === undefined) return []
  const remedy =
    'The log of the gateway names them: no client configured for Box folder <id>. ' +
    'Compare it with: admin-cli clients list'
  return [warn('folders without a client', waiting, remedy)]
}

function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
}
