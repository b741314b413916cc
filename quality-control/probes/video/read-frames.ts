import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { CodeFacts, TextLanguage, Word } from '../../facts/text'
import { rethrowAccident } from '../host-accident'
import { toolVersion } from '../probe-version'
import type { ProbedMedium, ProbeInput } from '../probe-types'
import { codesIn } from '../text/codes-in'
import { mergeLanguages } from '../text/merge-languages'
import { ocr } from '../text/ocr'
import { roundTime } from './meters/spans'

type Read = Pick<ProbedMedium, 'facts' | 'problems' | 'tools'>
const maxWords = 3000

/** The wanted text and codes on the frames kept for it. `times` has the time in seconds of each. */
export async function readFrames(input: ProbeInput, times: readonly number[]): Promise<Read> {
  const files = (await readdir(input.scratchDir)).filter((name) => /^reading-\d{5}\.jpg$/.test(name)).sort()
  const frames = files.map((file, index) => ({
    path: join(input.scratchDir, file),
    atSeconds: roundTime(times[index] ?? 0),
  }))
  const text = input.wants.has('text')
    ? await guarded(input, 'text', () => readWords(input, frames))
    : nothing
  const codes = input.wants.has('codes')
    ? await guarded(input, 'codes', () => readCodes(input, frames))
    : nothing
  return {
    facts: { ...text.facts, ...codes.facts },
    problems: { ...text.problems, ...codes.problems },
    tools: [...text.tools, ...codes.tools],
  }
}

const nothing: Read = { facts: {}, problems: {}, tools: [] }

interface Frame {
  path: string
  atSeconds: number
}

async function guarded(input: ProbeInput, key: 'text' | 'codes', read: () => Promise<Read>): Promise<Read> {
  try {
    return await read()
  } catch (error) {
    input.signal.throwIfAborted()
    rethrowAccident(error)
    return {
      ...nothing,
      problems: {
        [key]: `The frames could not be read: ${error instanceof Error ? error.message : String(error)}`,
      },
    }
  }
}

async function readWords(input: ProbeInput, frames: Frame[]): Promise<Read> {
  const words: Word[] = []
  let wordsOmitted = 0
  const languages: TextLanguage[] = []
  for (const [index, { path, atSeconds }] of frames.entries()) {
    input.onProgress({ phase: 'reading text', fraction: index / frames.length })
    const read = await ocr(path, { signal: input.signal, scratchDir: input.scratchDir, ...input.limits })
    // Line numbers must be unique over the whole video.
    words.push(
      ...read.words.map((word) => ({
        ...word,
        atSeconds,
        line: word.line === undefined ? undefined : word.line + index * 10_000,
      })),
    )
    wordsOmitted += read.wordsOmitted
    languages.push(...read.languages)
  }
  const kept = {
    words: words.slice(0, maxWords),
    wordsOmitted: wordsOmitted + Math.max(0, words.length - maxWords),
    languages: mergeLanguages(languages),
  }
  const version = await toolVersion('tesseract', ['--version'], input.limits.searchPath)
  return {
    facts: { text: { source: 'ocr', ...kept } },
    problems: {},
    tools: [{ name: 'tesseract', version }],
  }
}

/** A code that stays on screen counts once, at its first frame. */
async function readCodes(input: ProbeInput, frames: Frame[]): Promise<Read> {
  const seen = new Map<string, CodeFacts['codes'][number]>()
  for (const [index, { path, atSeconds }] of frames.entries()) {
    input.onProgress({ phase: 'reading codes', fraction: index / frames.length })
    for (const code of await codesIn(path, input.limits.maxPixels, {
      signal: input.signal,
      ...input.limits,
    })) {
      const key = `${code.format} ${code.text}`
      if (!seen.has(key)) seen.set(key, { ...code, atSeconds })
    }
  }
  return { facts: { codes: { codes: [...seen.values()] } }, problems: {}, tools: [] }
}
