import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import type { Info } from '@temporalio/activity'
import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'

import { createBox } from '../../box/create-box'
import { type Check, defineCheck } from '../../quality-control/checks/check'
import type { Profile } from '../../quality-control/profile'
import type { ActivityClient, Dependencies } from '../../activities/asset/dependencies'
import { createActivities } from '../../activities'
import { detectType, type ProbeInput, type ProbeResult } from '../../quality-control/probes/probe'
import { createScheduledMetrics } from '../../activities/worker/scheduled-metrics'
import { createStore } from '../../activities/store/create-store'
import { type SimulatedBox, startSimulatedBox } from '../../sandbox/simulated-box/simulated-box'
import type { Uploaded } from '../../sandbox/simulated-box/control-client'
import { type Upload, sessionFor } from '../../workflows/contract'

export type ActivityWorld = Awaited<ReturnType<typeof openActivityWorld>>

/** The activities with a simulated Box, one client, a data directory, and a probe that records its calls. */
export async function openActivityWorld() {
  const sim = await startSimulatedBox()
  const { folders, users } = await sim.control.seed({
    users: [{ key: 'anna', name: 'Anna of Acme' }],
    folders: [
      { key: 'incoming', name: 'AI QC Acme IN' },
      { key: 'reports', name: 'AI QC Acme REPORTS' },
      { key: 'elsewhere', name: 'Elsewhere' },
    ],
    collaborations: [
      { folder: 'incoming', user: 'serviceAccount', role: 'editor' },
      { folder: 'reports', user: 'serviceAccount', role: 'editor' },
      { folder: 'incoming', user: 'anna', role: 'editor' },
      { folder: 'reports', user: 'anna', role: 'editor' },
    ],
  })
  const dataDir = await mkdtemp(join(tmpdir(), 'qc-data-'))
  const box = boxOf(sim)
  const store = createStore({ dataDir, reserveBytes: 0, box })
  const lines: string[] = []
  const log = (_fields: object, message: string) => void lines.push(message)
  const probes: ProbeInput[] = []
  const client: ActivityClient = {
    displayName: 'Acme Spirits',
    reportsFolderId: folders.reports,
    verdictOn: 'source_and_report',
    commentOn: 'none',
    report: {},
    incomingFolders: [],
  }
  const clients = new Map([['acme', client]])
  const profiles = new Map([[profile.id, profile]])
  const scheduled = createScheduledMetrics()
  const deps: Dependencies = {
    box,
    store,
    hostQueue: 'qc-host-test',
    logger: { info: log, warn: log, error: log },
    client: (id) => clients.get(id),
    profile: (id) => profiles.get(id),
    catalogue: () => catalogue,
    waivers: () => [],
    media: {
      detectType,
      probe: async (input) => {
        probes.push(input)
        return probed(input)
      },
      probeVersion: async () => 'test 1',
      limits: { searchPath: '/usr/bin', timeoutMs: 1000, memoryBytes: 1 << 30, maxPixels: 1e6 },
    },
    accessPatienceMs: 400,
    pollersSeenAt: async () => [],
    queuedMs: async () => undefined,
    hasEnded: async () => false,
    parked: { first: async () => undefined, wake: async () => 0 },
    sweep: {
      incomingFolders: () => [],
      reportsFolders: () => [],
      knownRuns: async () => new Set(),
      isGivenUp: async () => false,
      startIdle: async () => true,
      startedRuns: async () => [],
      wasDelivered: async () => false,
      stalledRuns: async () => [],
      now: () => new Date(),
    },
    counts: scheduled.counts,
    notices: {
      causes: async () => [],
      facts: async () => undefined,
      start: async () => true,
      channels: new Map(),
    },
    reports: { language: 'en', timeZone: '', contact: '', boxWebUrl: 'https://app.box.com', pagesUrl: '' },
  }
  const { incoming = '', reports = '', elsewhere = '' } = folders
  const anna = users.anna ?? ''
  return {
    sim,
    control: sim.control,
    box,
    store,
    deps,
    dataDir,
    lines,
    probes,
    client,
    clients,
    profiles,
    incoming,
    reports,
    elsewhere,
    anna,
    activities: createActivities(deps),
    metrics: () => scheduled.registry.metrics(),
    /** Anna uploads a file to INCOMING. Returns the upload as the gateway would start it. */
    put: async (name: string, content: Buffer, more: Partial<Upload> = {}) =>
      uploadOf(await sim.control.upload({ userId: anna, folderId: incoming, name, content }), incoming, more),
    putVersion: async (fileId: string, content: Buffer, more: Partial<Upload> = {}) =>
      uploadOf(await sim.control.uploadVersion({ userId: anna, fileId, content }), incoming, more),
    /** The host loses all its data. */
    loseDisk: () => rm(dataDir, { recursive: true, force: true }),
    close: async () => {
      await sim.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export function boxOf(sim: SimulatedBox, timeoutMs = 5_000, rateLimits = noRateLimits) {
  const { apiUrl, uploadUrl, oauthUrl, jwtConfigFile } = sim
  return createBox({
    jwtConfig: readFileSync(jwtConfigFile, 'utf8'),
    urls: { api: apiUrl, upload: uploadUrl, oauth: oauthUrl },
    timeoutMs,
    rateLimits,
  })
}

const noRateLimits = { callsPerMinute: 1e6, uploadsPerMinute: 1e6 }

/** Runs an activity as a worker would. */
export function perform<Args extends unknown[], R>(
  activity: (...args: Args) => Promise<R>,
  ...args: Args
): Promise<R> {
  return environment().run(activity, ...args)
}

export function environment(info: Partial<Info> = {}): MockActivityEnvironment {
  const workflowExecution = { workflowId: 'qc/acme/1/2', runId: 'run' }
  return new MockActivityEnvironment(
    { startToCloseTimeoutMs: 20_000, heartbeatTimeoutMs: 3_000, workflowExecution, ...info },
    { logger },
  )
}

function uploadOf(file: Uploaded, incomingFolderId: string, more: Partial<Upload> = {}): Upload {
  const eventTime = '2026-11-24T09:30:00.000Z'
  const { fileId, versionId, name, sha1, sizeBytes } = file
  return {
    clientId: 'acme',
    ...{ fileId, versionId, name, sha1, sizeBytes, incomingFolderId, eventTime },
    origin: 'event',
    attempt: 1,
    session: sessionFor(eventTime, versionId),
    profileId: profile.id,
    mode: 'active',
    earlierSessions: [],
    ...more,
  }
}

/** Only errors: many tests expect warnings. */
const logger = new DefaultLogger('ERROR')

/** The smallest file with the content of a PNG. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const profile: Profile = {
  id: 'static_general',
  title: 'Images for screen',
  description: '',
  version: '0123456789ab',
  media: ['image', 'pdf'],
  extensions: ['png', 'jpg', 'pdf'],
  maxBytes: 10_000_000,
  checks: [{ id: 'file/weight', settings: { maxBytes: 1_000 } }],
}

const weight = defineCheck({
  title: 'The file is light enough',
  failureTitle: 'The file is too heavy',
  why: 'Heavy files load slowly.',
  remedy: 'Export it with more compression.',
  source: 'No standard: made for the test',
  needs: ['file'],
  severity: 'major',
  settings: { maxBytes: { doc: 'Largest size in bytes', format: 'nat', default: 500 } },
  run: ({ file }, { maxBytes }) =>
    file.sizeBytes <= maxBytes ? [] : [{ message: `${file.sizeBytes} bytes` }],
})

const catalogue: ReadonlyMap<string, Check> = new Map([['file/weight', weight]])

async function probed({ path, name, sizeBytes, sha256, previewDir }: ProbeInput): Promise<ProbeResult> {
  const bytes = await readFile(path)
  await writeFile(join(previewDir, 'image.jpg'), bytes)
  const privacy = { hasGps: false, hasSerialNumber: false, hasAuthor: false }
  const detected = {
    detectedType: 'png',
    detectedMime: 'image/png',
    typeDescription: 'PNG image',
    typeExtensions: ['png'],
  }
  return {
    medium: 'image',
    facts: {
      file: { name, extension: 'png', sizeBytes, sha256, ...detected, privacy },
      integrity: { isDecodable: true, errorCount: 0, errors: [] },
    },
    problems: {},
    previews: [{ file: 'image.jpg', kind: 'image', widthPixels: 1, heightPixels: 1, alt: 'The image' }],
    technicalFacts: [{ label: 'Type', value: 'PNG' }],
    tools: [{ name: 'test', version: '1' }],
  }
}
