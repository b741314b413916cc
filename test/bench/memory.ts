import { execFileSync } from 'node:child_process'
import { appendFileSync, copyFileSync, readFileSync, truncateSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { Installation } from '../../sandbox/installation/installation'
import type { Running } from '../../sandbox/installation/installation'

const [smallBytes, largeBytes] = [10_000_000, 2_000_000_000]

export interface MemoryFigures {
  /** Peak resident memory of the worker process with an asset of 2 GB over that with one of 10 MB. */
  ratio: number
  smallPeakBytes: number
  largePeakBytes: number
}

/**
 * Two videos with the same frames, one of 10 MB and one of 2 GB, through a whole installation and one worker.
 */
export async function benchMemory(folder: string): Promise<MemoryFigures> {
  const installation = new Installation({
    stateDir: join(folder, 'installation'),
    isFresh: true,
    ports: new Map(),
    workers: 1,
    say: () => undefined,
  })
  try {
    const running = await installation.start()
    await running.control.setSwitches({ maxDirectUploadBytes: largeBytes * 2 })
    const clip = makeClip(folder)
    // Twice, so that what a first run loads for good is not taken for the asset's.
    await processed(running, padded(clip, join(folder, 'warm.mp4'), smallBytes))
    await processed(running, padded(clip, join(folder, 'small.mp4'), smallBytes))
    const smallPeakBytes = peakOf(running)
    await processed(running, padded(clip, join(folder, 'large.mp4'), largeBytes))
    const largePeakBytes = peakOf(running)
    return { ratio: largePeakBytes / smallPeakBytes, smallPeakBytes, largePeakBytes }
  } finally {
    await installation.stop()
  }
}

async function processed({ control, description }: Running, path: string): Promise<void> {
  const client = description.clients.globex
  if (client === undefined) throw new Error('the sandbox has no client globex any more')
  const { fileId } = await control.upload({
    userId: description.uploaderUserId,
    folderId: client.incomingFolderId,
    name: path.slice(path.lastIndexOf('/') + 1),
    content: { path },
  })
  await control.waitForRequest(
    ({ method, path: called, status }) =>
      method === 'PUT' && called === `/2.0/files/${fileId}` && status === 200,
    { timeoutMs: 600_000 },
  )
}

function makeClip(folder: string): string {
  const path = join(folder, 'video.mp4')
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-nostdin',
    '-y',
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=640x360:rate=25:duration=4',
    '-f',
    'lavfi',
    '-i',
    'sine=duration=4',
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-c:a',
    'aac',
    path,
  ])
  return path
}

/** An MP4 grown by a `free` box (ISO/IEC 14496-12, 8.1.2): valid, as large as wanted, and quick to decode. */
function padded(clip: string, path: string, bytes: number): string {
  copyFileSync(clip, path)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(bytes - statSync(path).size, 0)
  header.write('free', 4, 'latin1')
  appendFileSync(path, header)
  truncateSync(path, bytes)
  return path
}

function peakOf({ description }: Running): number {
  const status = readFileSync(`/proc/${description.pids.workers[0] ?? 0}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024
}
