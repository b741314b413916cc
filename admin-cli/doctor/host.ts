import { messageOf } from '../../workflows/text'
import { type Diagnosis, type Examination, fail, pass, warn } from './diagnosis'

const answerMs = 5_000

export const tools: Examination = {
  what: 'media tools',
  async examine({ config }) {
    const { installedTools } = await import('../../quality-control/probes/probe-version.js')
    const found = await installedTools(config().media.searchPath)
    const missing = found.filter(({ version }) => version === 'none').map(({ name }) => name)
    const versions = found.map(({ name, version }) => `${name} ${version}`).join(', ')
    return missing.length === 0
      ? [pass(this.what, versions)]
      : [
          fail(
            this.what,
            `not on the search path: ${missing.join(', ')}`,
            'apt-get install ffmpeg poppler-utils qpdf tesseract-ocr',
          ),
        ]
  },
}

/** The gateway of this configuration, asked as a load balancer asks it. */
export const gateway: Examination = {
  what: 'gateway',
  async examine({ config }) {
    const { host, port } = config().gateway
    const origin = `http://${reachable(host)}:${port}`
    const readiness = await readyzOf(this.what, origin, 'systemctl status box-qc-gateway')
    return [
      ...readiness,
      ...(readiness.some(({ level }) => level === 'FAIL') ? [] : await signatures(origin)),
    ]
  },
}

export const worker: Examination = {
  what: 'worker of this host',
  async examine({ config }) {
    const { healthHost, healthPort } = config().worker
    if (healthPort === 0)
      return [
        warn(this.what, 'not examined: WORKER_HEALTH_PORT is not set', 'Set it to a free port, such as 9091'),
      ]
    return readyzOf(
      this.what,
      `http://${reachable(healthHost)}:${healthPort}`,
      'systemctl status box-qc-worker',
    )
  },
}

async function readyzOf(what: string, origin: string, remedy: string): Promise<Diagnosis[]> {
  try {
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(answerMs) })
    const text = (await answer.text()).trim()
    if (!answer.ok) return [fail(what, `${origin} is not ready: ${text}`, remedy)]
    const closed = /"intake":"(?!open")([^"]*)"/.exec(text)?.[1]
    return closed === undefined
      ? [pass(what, `${origin} is ready`)]
      : [warn(what, `${origin} takes no more assets: ${closed}`, 'Free disk space, or add a worker')]
  } catch (error) {
    return [fail(what, `${origin} does not answer: ${messageOf(error)}`, remedy)]
  }
}

/** Deliveries that no key fits: the keys here are not the keys of the app. */
async function signatures(origin: string): Promise<Diagnosis[]> {
  const text = await (await fetch(`${origin}/metrics`, { signal: AbortSignal.timeout(answerMs) })).text()
  const total = (pattern: RegExp) =>
    [...text.matchAll(pattern)].reduce((sum, [, value]) => sum + Number(value), 0)
  const wrong = total(/^qc_gateway_deliveries_total\{[^}]*reason="wrong_signature"[^}]*\} (\d+)/gm)
  const matched = total(/^qc_gateway_signature_key_matches_total\{[^}]*\} (\d+)/gm)
  const evidence = `since the gateway started: ${matched} fit a key, ${wrong} fit none`
  if (wrong === 0) return [pass('signatures', evidence)]
  const remedy = 'Compare both keys with the Box Developer Console, Manage Signature Keys'
  return [matched === 0 ? fail('signatures', evidence, remedy) : warn('signatures', evidence, remedy)]
}

function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
}
