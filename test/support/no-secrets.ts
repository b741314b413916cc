import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { TreeItem } from '../../sandbox/simulated-box/control-client'
import type { Installation } from './installation-under-test'

/**
 * Greps what runs leave behind: logs of all processes, histories with their failures, what our service
 * account wrote to Box, metrics, data directories, and `more` (texts by where they came from). `secrets` are
 * those that only the test knows; keys and tokens of the simulated Box are looked for always.
 */
export async function expectNoSecrets(
  qc: Installation,
  { secrets = [], more = {} }: { secrets?: string[]; more?: Record<string, string> } = {},
): Promise<void> {
  const wanted = [...secretsOf(qc), ...secrets]
  const places: Record<string, string> = {
    log: qc.log(),
    metrics: await (await fetch(`${qc.gateway.origin}/metrics`)).text(),
    ...(await histories(qc)),
    ...(await writtenToBox(qc)),
    ...dataFiles(qc),
    ...more,
  }
  const found = Object.entries(places).flatMap(([place, text]) =>
    wanted
      .filter((secret) => text.includes(secret))
      .map((secret) => `${place} has ${secret.slice(0, 4)}…`)
      .concat(tokenLike.test(text) ? [`${place} has a signed token`] : []),
  )
  expect(found).toEqual([])
  expect(Object.keys(places).filter((place) => place.startsWith('history ')).length).toBeGreaterThan(0)
  expect(Object.keys(places).filter((place) => place.startsWith('box ')).length).toBeGreaterThan(0)
}

/** Files, folders and sockets of gateway and workers: for the own user alone. */
export function expectNarrowModes(qc: Installation): void {
  const wide = dataPaths(qc).filter((path) => (statSync(path).mode & 0o077) !== 0)
  expect(wide).toEqual([])
}

/** A JSON Web Token: what we sign to get an access token. */
const tokenLike = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/

function secretsOf({ box, answersFile }: Installation): string[] {
  const { primaryKey, secondaryKey, jwtConfigFile } = box
  const { boxAppSettings } = JSON.parse(readFileSync(jwtConfigFile, 'utf8')) as {
    boxAppSettings: { clientSecret: string; appAuth: { privateKey: string; passphrase: string } }
  }
  const { clientSecret, appAuth } = boxAppSettings
  const keyLines = appAuth.privateKey.split('\n').filter((line) => line.length > 40)
  const tokens = [...readFileSync(answersFile, 'utf8').matchAll(/"access_token":"([^"]+)"/g)]
  const secrets = [primaryKey, secondaryKey, clientSecret, appAuth.passphrase, ...keyLines]
  const all = [...secrets, ...tokens.map(([, token]) => token ?? '')].filter((secret) => secret.length >= 8)
  expect(keyLines.length).toBeGreaterThan(5)
  expect(tokens.length).toBeGreaterThan(0)
  return all
}

async function histories({ temporal, env }: Installation): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  const query = `TaskQueue = '${env.QC_TASK_QUEUE}'`
  for await (const { workflowId, runId } of temporal.workflow.list({ query })) {
    const history = await temporal.workflow.getHandle(workflowId, runId).fetchHistory()
    texts[`history ${workflowId}`] = textsIn(history).join('\n')
  }
  return texts
}

/** All texts of a history; payloads are bytes in it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

async function writtenToBox({ box }: Installation): Promise<Record<string, string>> {
  const items = (await box.control.tree()).flatMap(withChildren)
  const reports = items.filter(({ type, name }) => type === 'file' && name.startsWith('QC_Report_'))
  const texts = await Promise.all(
    reports.map(async ({ id, name }) => [`box ${name}`, (await box.control.content(id)).toString('utf8')]),
  )
  return Object.fromEntries(texts) as Record<string, string>
}

function withChildren(item: TreeItem): TreeItem[] {
  return [item, ...(item.children ?? []).flatMap(withChildren)]
}

function dataFiles(qc: Installation): Record<string, string> {
  const files = dataPaths(qc).filter((path) => statSync(path).isFile())
  return Object.fromEntries(files.map((path) => [path, readFileSync(path, 'latin1')]))
}

function dataPaths({ workers, stateDir }: Installation): string[] {
  const folders = [...workers.map(({ dataDir }) => dataDir), join(stateDir, 'gateway-data')]
  return folders.flatMap((folder) => [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ])
}
