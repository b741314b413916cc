import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { TreeItem } from '../../sandbox/simulated-box/control-client'
import type { Installation } from './installation-under-test'
import { keysOf, secretsFound, textsIn } from './secrets'

/**
 * Searches everything that runs write: logs of all processes, histories with their failures, what our service
 * account wrote to Box, metrics, data directories, and `more` (texts by source). `secrets` are those that
 * only the test knows. Keys and tokens of the simulated Box are always searched for.
 */
export async function expectNoSecrets(
  qc: Installation,
  { secrets = [], more = {} }: { secrets?: string[]; more?: Record<string, string> } = {},
): Promise<void> {
  const wanted = [...secretsOf(qc), ...secrets]
  const locations: Record<string, string> = {
    log: qc.log(),
    metrics: await (await fetch(`${qc.gateway.origin}/metrics`)).text(),
    ...(await histories(qc)),
    ...(await writtenToBox(qc)),
    ...dataFiles(qc),
    ...more,
  }
  const found = Object.entries(locations).flatMap(([location, text]) => secretsFound(location, text, wanted))
  expect(found).toEqual([])
  expect(Object.keys(locations).filter((location) => location.startsWith('history ')).length).toBeGreaterThan(
    0,
  )
  expect(Object.keys(locations).filter((location) => location.startsWith('box ')).length).toBeGreaterThan(0)
}

/** Files, folders and sockets of gateway and workers: readable for their own user only. */
export function expectNarrowModes(qc: Installation): void {
  const wide = dataPaths(qc).filter((path) => (statSync(path).mode & 0o077) !== 0)
  expect(wide).toEqual([])
}

function secretsOf({ box, answersFile }: Installation): string[] {
  const tokens = [...readFileSync(answersFile, 'utf8').matchAll(/"access_token":"([^"]+)"/g)]
  expect(tokens.length).toBeGreaterThan(0)
  return [...keysOf(box), ...tokens.flatMap(([, token]) => token ?? [])]
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
