import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadConfig } from '../../config/load-config'
import { openConfig } from '../../config/open-config'
import type { Diagnosis, Installation } from '../../diagnosis/diagnosis'
import { examineAll } from '../../diagnosis/examine-all'

const config = loadConfig({
  ...{ PATH: process.env.PATH, BOX_API_URL: 'http://127.0.0.1:1' },
  ...{ QC_DATA_DIR: '/nowhere', GATEWAY_DATA_DIR: '/nowhere', GATEWAY_PORT: '9' },
})
const opened = openConfig(config, { report: () => undefined })
let askedBox = 0
const silent = async () => {
  askedBox += 1
  throw new Error('Box does not answer at http://127.0.0.1:1')
}
const installation: Installation = {
  config: () => config,
  opened: () => opened,
  box: async () => ({ me: silent, getFolder: silent, listFolder: nothing, webhooks: {} }) as never,
  temporal: async () => {
    throw new Error('Temporal at 127.0.0.1:1 does not answer')
  },
  clients: () => [...opened.clients().values()],
}

test('a silent Box and a silent Temporal are one FAIL each; what is behind them is not asked', async () => {
  const found = await examined()
  const notExamined = found.filter(({ evidence }) => evidence.startsWith('not examined'))
  expect(failed(found)).toEqual([...secrets, 'Box', 'Temporal'])
  expect(notExamined.map(({ what }) => what)).toEqual([
    ...[
      'clock',
      'folders',
      'reports',
      'webhooks',
      'schedules',
      'webhook deliveries',
      'workers',
      'Box call limit',
      'builds',
      'room for assets',
    ],
    ...['skipped files', 'INCOMING', 'workflow tasks', 'runs'],
  ])
  expect(askedBox).toBe(1)
})

test('before a start, neither processes nor what clients have in Box are examined', async () => {
  const found = await examined({ isBeforeStart: true })
  expect(failed(found)).toEqual([...secrets, 'Box', 'Temporal'])
  const later = ['gateway', 'workers', 'worker of this host', 'INCOMING', 'folders', 'webhooks', 'builds']
  expect(found.filter(({ what }) => later.includes(what))).toEqual([])
})

test('a data directory that is empty, as in an image, is one of a process that runs elsewhere', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'qc-unused-'))
  const used = mkdtempSync(join(tmpdir(), 'qc-used-'))
  writeFileSync(join(used, 'host-id'), 'ab12')
  const processes = async (worker: string, gateway: string) => {
    const dirs = {
      QC_DATA_DIR: worker,
      GATEWAY_DATA_DIR: gateway,
      GATEWAY_PORT: '9',
      WORKER_HEALTH_PORT: '9',
    }
    const loaded = loadConfig({ PATH: process.env.PATH, BOX_API_URL: 'http://127.0.0.1:1', ...dirs })
    const found = await examined({}, { ...installation, config: () => loaded })
    const named = found.filter(({ what }) => ['gateway', 'worker of this host'].includes(what))
    return named.map(({ level }) => level)
  }
  expect(await processes(dataDir, dataDir)).toEqual(['WARN', 'WARN'])
  expect(await processes(used, used)).toEqual(['FAIL', 'FAIL'])
  for (const folder of [dataDir, used]) rmSync(folder, { recursive: true })
})

test('Temporal is asked while Box is silent: one after the other, their time-outs would add up', async () => {
  let isAsked: () => void = () => undefined
  const temporalIsAsked = new Promise<void>((resolve) => (isAsked = resolve))
  const me = () => temporalIsAsked.then(silent)
  const temporal = async () => {
    isAsked()
    return installation.temporal()
  }
  const asked = { ...installation, box: async () => ({ me }) as never, temporal }
  expect(failed(await examined({ isBeforeStart: true }, asked))).toEqual([...secrets, 'Box', 'Temporal'])
})

const secrets = ['JWT configuration', 'signature keys']

async function examined(options = {}, asked = installation): Promise<Diagnosis[]> {
  const found: Diagnosis[] = []
  for await (const diagnosis of examineAll(asked, options)) found.push(diagnosis)
  return found
}

function failed(found: Diagnosis[]): string[] {
  return found.flatMap(({ level, what }) => (level === 'FAIL' ? [what] : []))
}

async function* nothing(): AsyncGenerator<never> {}
