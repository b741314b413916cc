import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import sharp from 'sharp'

import { stopPooledChildren } from '../../../quality-control/probes/child-pool/child-pool'
import { HostAccident } from '../../../quality-control/probes/host-accident'
import { clipFolder, h264, lavfi } from '../../support/make-clip'
import { onePage } from '../../support/probe-pdf'
import { fixture, probeBytes } from '../../support/probe-file'
import { psdOf, withFfmpeg } from '../../support/small-formats'
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
      process.kill(pidOf(join(folderOf(gate.searchPath), tool)), 'SIGKILL')
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

test.each(['ffprobe', 'ffmpeg', 'qpdf', 'pdftoppm', 'pdftotext', 'tesseract'])(
  '%s that finds the disk full: an accident, not a judgement',
  async (tool) => {
    const bytes = tools.find((one) => one.tool === tool)?.bytes ?? page
    const searchPath = withStandIn(tool, "echo 'write: No space left on device' >&2; exit 1")
    const probing = probeBytes(bytes(), { wants: ['text'], limits: limitsWith(searchPath) })
    await expect(probing).rejects.toThrow(HostAccident)
  },
)

test.each([
  ['the pixels of a PSD', 'stand-in', () => psdOf(scene(), 'rgb')],
  ['the pixels of a BMP', 'stand-in', async () => withFfmpeg(await scene().png().toBuffer(), 'bmp', [])],
  ['the image for reading', 'ocr.pgm', async () => words()],
  ['a preview', join('previews', 'image.jpg'), async () => words()],
])('a full disk under %s: an accident, not a judgement', async (_what, file, bytes) => {
  const scratchDir = mkdtempSync(join(tmpdir(), 'qc-full-'))
  const previewDir = join(scratchDir, 'previews')
  mkdirSync(previewDir)
  // Every write to this device fails with ENOSPC.
  symlinkSync('/dev/full', join(scratchDir, file))
  const probing = probeBytes(await bytes(), { scratchDir, previewDir, wants: ['text'] })
  await expect(probing).rejects.toThrow(/no space left/i)
  await expect(probing).rejects.toThrow(HostAccident)
})

test('a file that disappears from this disk while a tool reads it: an accident too', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'qc-gone-')), 'source')
  writeFileSync(path, page())
  const gate = openToolGate('qpdf', '--json-stream-data=none')
  try {
    const probing = probeBytes(page(), { path, limits: limitsWith(gate.searchPath) })
    const waiting = await gate.reached()
    rmSync(path)
    gate.remove()
    await waiting.pass()
    await expect(probing).rejects.toThrow('the file on this host was removed while it was read')
  } finally {
    gate.remove()
  }
})

test('a tool that crashes once and then works loses nothing', async () => {
  const real = execFileSync('/bin/sh', ['-c', 'command -v qpdf'], { encoding: 'utf8' }).trim()
  const isFirst = 'mkdir "$(dirname "$0")/crashed" 2> /dev/null'
  const searchPath = withStandIn('qpdf', `${isFirst} || exec ${real} "$@"; kill -SEGV $$`)
  const { facts, isTransient } = await probeBytes(page(), { limits: limitsWith(searchPath) })
  expect(facts.integrity).toMatchObject({ isDecodable: true, errorCount: 0 })
  expect(facts.pdf).toBeDefined()
  expect(isTransient).toBeUndefined()
})

test('a SIGTERM during decoding, after which ffmpeg ends with half of the frames, is one too', async () => {
  const bytes = readFileSync(clips.make('long.mp4', [...lavfi('testsrc2=s=1280x720:r=25:d=25'), ...h264]))
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
  const searchPath = withStandIn(tool, 'echo >> "$(dirname "$0")/runs"; kill -SEGV $$')
  const { facts, isTransient } = await probeBytes(tool === 'ffmpeg' ? clip() : page(), {
    limits: limitsWith(searchPath),
  })
  expect(facts.integrity).toMatchObject({ isDecodable: false })
  expect(facts.integrity?.errors.join(' ')).toMatch(/crash/)
  expect(isTransient).toBeUndefined()
  expect(readFileSync(join(folderOf(searchPath), 'runs'), 'utf8').length).toBe(2)
})

const scene = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#c33' } })

/** A search path with a script in the place of a tool; asked for its version, it does nothing. */
function withStandIn(tool: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'qc-stand-in-'))
  const version = 'case "$*" in -v|-version|--version|--list-langs) exit 0;; esac'
  writeFileSync(join(folder, tool), `#!/bin/sh\n${version}\n${script}\n`)
  chmodSync(join(folder, tool), 0o755)
  return `${folder}${delimiter}${process.env.PATH ?? ''}`
}

const folderOf = (searchPath: string) => searchPath.split(delimiter)[0] ?? ''

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
