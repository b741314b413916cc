import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client'
import { stringify } from 'yaml'

import { Installation, type Running } from '../../../sandbox/installation/installation'
import { projectDir } from '../../../sandbox/installation/project-dir'
import { testProfiles } from '../../support/test-profiles'
import { image } from '../../support/small-assets'
import { workflowIdFor } from '../../../workflows/contract'

export interface Installed {
  running: Running
  temporal: Client
}

/** A whole installation with one worker, for the time of `use`. */
export async function withInstallation<T>(
  folder: string,
  use: (installed: Installed) => Promise<T>,
): Promise<T> {
  process.env.QC_PROFILES_DIR = quickProfiles(join(folder, 'profiles'))
  const installation = new Installation({
    stateDir: join(folder, 'durability'),
    isFresh: true,
    ports: new Map(),
    workers: 1,
    say: () => undefined,
  })
  try {
    const running = await installation.start()
    const connection = await Connection.connect({ address: running.description.temporalAddress })
    try {
      return await use({ running, temporal: new Client({ connection }) })
    } finally {
      await connection.close()
    }
  } finally {
    await installation.stop()
  }
}

/** Checks that take milliseconds for the sandbox's clients: the analysis is not measured here. */
function quickProfiles(folder: string): string {
  cpSync(join(projectDir, 'config/profiles'), folder, { recursive: true })
  writeFileSync(join(folder, 'static_general.yaml'), stringify(testProfiles.light))
  return folder
}

/** A person uploads a small image of its own bytes. Returns the id of its run. */
export async function uploadSmall({ running }: Installed, clientId: string, number: number): Promise<string> {
  const { control, description } = running
  const client = description.clients[clientId]
  if (client === undefined) throw new Error(`the sandbox has no client ${clientId}`)
  const { fileId, versionId } = await control.upload({
    userId: description.uploaderUserId,
    folderId: client.incomingFolderId,
    name: `bench-${number}.png`,
    content: await image(number),
  })
  return workflowIdFor({ clientId, fileId, versionId })
}

/** Waits until the run has closed. Returns when it started and closed, by the server's clock. */
export async function closed(
  { temporal }: Installed,
  workflowId: string,
): Promise<{ fromMs: number; toMs: number }> {
  const handle = temporal.workflow.getHandle(workflowId)
  for (;;) {
    try {
      await handle.result()
      const { startTime, closeTime } = await handle.describe()
      return { fromMs: startTime.getTime(), toMs: closeTime?.getTime() ?? Number.NaN }
    } catch (error) {
      // Box delivers the event a moment after the upload.
      if (!(error instanceof WorkflowNotFoundError)) throw error
      await wait(20)
    }
  }
}
