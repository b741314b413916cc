import { chmodSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

import { stopPooledChildren } from '../../../quality-control/probes/child-pool/child-pool'
import { HostAccident } from '../../../quality-control/probes/host-accident'
import { clipFolder, h264, lavfi } from '../../support/make-clip'
import { onePage } from '../../support/probe-pdf'
import { fixture, probeBytes } from '../../support/probe-file'
import { openToolGate } from '../../support/tool-gate'

const clips = clipFolder()
afterAll(() => {
  stopPooledChildren()
  clips.remove()
})

const clip = () => readFileSync(clips.make('clip.mp4', [...lavfi('testsrc2=s=320x180:r=25:d=2'), ...h264]))
const page = () => onePage({ content: '0 0 100 100 re f' })
const words = () => fixture('image/words.png')

const tools: { tool: string; argument: string; bytes: () => Buffer }[] = [
  { tool: 'ffprobe', argument: '-show_streams', bytes: clip },
  { tool: 'ffmpeg', argument: '-nostats', bytes: clip },
  { tool: 'qpdf', argument: '--json-stream-data=none', bytes: page },
  { tool: 'qpdf', argument: '--json-stream-data=inline', bytes: page },
  { tool: 'pdftoppm', argument: '-scale-to', bytes: page },
  { tool: 'pdftotext', argument: '-bbox-layout', bytes: page },
  { tool: 'tesseract', argument: 'tsv', bytes: words },
]

test.each(tools)(
  '$tool ($argument) killed by the system: an accident, not a judgement',
  async ({ tool, argument, bytes }) => {
    const gate = openToolGate(tool, argument)
    try {
      const probing = probeBytes(bytes(), { wants: ['text'], limits: limitsWith(gate.searchPath) })
      const ended = probing.catch((error: unknown) => error)
      const waiting = await gate.reached()
      process.kill(pidOf(join(gate.searchPath.split(delimiter)[0] ?? '', tool)), 'SIGKILL')
      await waiting.leave()
      const error = await ended
      expect(error).toBeInstanceOf(HostAccident)
      expect(String(error)).toContain(`${tool} was ended from outside (SIGKILL)`)
      expect(String(error)).not.toMatch(/damag|corrupt|broken/)
    } finally {
      gate.remove()
    }
  },
)

test('a SIGTERM during decoding, after which ffmpeg ends with half of the frames, is one too', async () => {
  const bytes = readFileSync(clips.make('long.mp4', [...lavfi('testsrc2=s=1280x720:r=25:d=60'), ...h264]))
  let isEnded = false
  const probing = probeBytes(bytes, {
    onProgress: ({ phase }) => {
      if (phase !== 'measuring' || isEnded) return
      const pid = findPid('ffmpeg')
      // Its process may not be called ffmpeg yet: then a later report of progress finds it.
      if (pid === undefined) return
      isEnded = true
      process.kill(pid, 'SIGTERM')
    },
  })
  await expect(probing).rejects.toThrow(HostAccident)
})

test.each(['ffmpeg', 'qpdf', 'pdftoppm'])('%s that crashes at each attempt is a finding', async (tool) => {
  const folder = mkdtempSync(join(tmpdir(), 'qc-crash-'))
  const standIn = join(folder, tool)
  // Also asked for its version, which must work.
  writeFileSync(
    standIn,
    `#!/bin/sh\ncase "$*" in -v|-version|--version) exit 0;; esac\necho >> ${folder}/runs\nkill -SEGV $$\n`,
  )
  chmodSync(standIn, 0o755)
  const { facts, isTransient } = await probeBytes(tool === 'ffmpeg' ? clip() : page(), {
    limits: limitsWith(`${folder}${delimiter}${process.env.PATH ?? ''}`),
  })
  expect(facts.integrity).toMatchObject({ isDecodable: false })
  expect(facts.integrity?.errors.join(' ')).toMatch(/crash/)
  expect(isTransient).toBeUndefined()
  expect(readFileSync(join(folder, 'runs'), 'utf8').length).toBe(2)
})

function limitsWith(searchPath: string) {
  return { searchPath, timeoutMs: 30_000, memoryBytes: 2e9, maxPixels: 100e6 }
}

function pidOf(program: string): number {
  const pid = findPid(program)
  if (pid === undefined) throw new Error(`no process of ${program}`)
  return pid
}

/** Our child whose command line names this program. */
function findPid(program: string): number | undefined {
  const pid = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((name) => isOurs(name, program))
  return pid === undefined ? undefined : Number(pid)
}

function isOurs(pid: string, program: string): boolean {
  try {
    const parent = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[1]
    const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0').slice(0, 2)
    return Number(parent) === process.pid && line.some((word) => word.endsWith(program))
  } catch {
    return false
  }
}
