import { join } from 'node:path'

import type { Facts } from '../../facts/facts'
import type { IntegrityFacts } from '../../facts/file'
import type { ImageFacts } from '../../facts/image'
import type { TextFacts } from '../../facts/text'
import { runInChild } from '../child-pool/child-pool'
import { rethrowAccident } from '../host-accident'
import { packageVersion, toolVersion } from '../probe-version'
import { detectType } from '../detect-type'
import type { Probe, ProbedMedium, ProbeInput, ProbeResult } from '../probe-types'
import { describeText } from '../text/describe-text'
import { ocr } from '../text/ocr'
import type { ImageAnswer } from './measure-image'
import { describeImage } from './describe-image'
import { imageDetails } from './image-details'
import { withSmallPrint } from './read-small-print'
import { prepareStandIn } from './stand-in/prepare-stand-in'

/**
 * Facts of an image, from one decode in a warm child process. An image that breaks its decoder, takes too
 * long or too much memory is reported as not decodable.
 */
export const probeImage: Probe = async (input) => {
  const { type, description } = await detectType(input.path)
  if (type === 'avis') return notSupported(animatedAvif)
  if (!decodableTypes.includes(type)) return cannotBeJudged(description)
  const ocrPath = input.wants.has('text') ? join(input.scratchDir, 'ocr.pgm') : undefined
  const { path, previewDir } = input
  const { maxPixels } = input.limits
  const standIn = await withProgress(input, 'image', () => prepareStandIn(input, type))
  if ('unsupported' in standIn) return cannotBeJudged(`${description} ${standIn.unsupported}`.trim())
  if ('failure' in standIn) return notDecodable(standIn.failure)
  const wantsCodes = input.wants.has('codes')
  const job = { path, type, previewDir, maxPixels, wantsCodes, ocrPath, standIn }
  const outcome = await withProgress(input, 'image', () =>
    runInChild('image', job, { signal: input.signal, ...input.limits }),
  )
  if ('killedFor' in outcome) return notDecodable(outcome.message)
  const variant = outcome.answer.unsupported ?? beyondDecoder(outcome.answer.integrity)
  if (variant !== undefined) return cannotBeJudged(`${description} ${variant}`)
  return assemble(input, outcome.answer, ocrPath)
}

/** Detected types that a decoder here opens: see docs/formats.md. */
export const decodableTypes: readonly string[] = [
  ...['jpeg', 'png', 'gif', 'webp', 'tiff', 'avif'],
  ...['heic', 'psd', 'psb', 'bmp', 'jxl'],
]

const tools = () => [{ name: 'sharp', version: packageVersion('sharp') }]

const animatedAvif = 'An animated AVIF image is not supported. Deliver it as GIF, WebP or animated PNG.'

function cannotBeJudged(description: string): ProbedMedium {
  return notSupported(`A ${description} is not supported. Deliver it as JPEG, PNG or TIFF.`)
}

/** No decoder here opens this format: the file may be fine, so there are no facts about its integrity. */
function notSupported(reason: string): ProbedMedium {
  return {
    facts: {},
    problems: { integrity: reason, image: reason },
    previews: [],
    technicalFacts: [],
    tools: [],
  }
}

/** What the decoder says about undamaged files that it does not support. */
const unknownVariants: [message: RegExp, variant: string][] = [
  [/bad labq format/i, 'with CIELAB colours'],
  [/unsupported (?:codec|feature)/i, 'with a codec that no decoder here knows'],
  [/old-style jpeg/i, 'with old-style JPEG compression'],
  [/data precision (?:12|16)/i, 'with more than 8 bits per channel'],
]

function beyondDecoder({ isDecodable, errors }: IntegrityFacts): string | undefined {
  if (isDecodable) return undefined
  return unknownVariants.find(([message]) => errors.some((error) => message.test(error)))?.[1]
}

function notDecodable(message: string): ProbedMedium {
  const integrity = { isDecodable: false, errorCount: 1, errors: [message] }
  return { facts: { integrity }, problems: {}, previews: [], technicalFacts: [], tools: tools() }
}

async function assemble(
  input: ProbeInput,
  answer: ImageAnswer,
  ocrPath: string | undefined,
): Promise<ProbedMedium> {
  const { image, integrity, codes } = answer
  const facts: Partial<Facts> = { integrity, ...(image && { image }), ...(codes && { codes: { codes } }) }
  const read = ocrPath === undefined ? undefined : await textOf(input, answer, ocrPath)
  const { words = [] } = read?.facts.text ?? {}
  const details = answer.shown === undefined ? [] : await imageDetails(input, answer.shown, words)
  return {
    facts: { ...facts, ...read?.facts },
    problems: { ...read?.problems },
    privacy: answer.privacy,
    previews: [...answer.previews, ...details].map((preview) => ({ ...preview, alt: altOf(image) })),
    technicalFacts: [...(image === undefined ? [] : describeImage(image)), ...describeText(read?.facts.text)],
    tools: [...tools(), ...(await furtherDecoder(input, image)), ...(read?.tools ?? [])],
  }
}

/** The decoder of a format that the image library gets as a stand-in. */
async function furtherDecoder(
  { limits }: ProbeInput,
  image: ImageFacts | undefined,
): Promise<ProbeResult['tools']> {
  if (image?.format === 'heic') return [{ name: 'libheif-js', version: packageVersion('libheif-js') }]
  if (image?.format !== 'bmp' && image?.format !== 'jxl') return []
  return [{ name: 'ffmpeg', version: await toolVersion('ffmpeg', ['-version'], limits.searchPath) }]
}

function altOf(image: ImageFacts | undefined): string {
  return image === undefined ? 'The image' : `The image, ${image.widthPixels} by ${image.heightPixels} pixels`
}

type TextRead = Pick<ProbeResult, 'facts' | 'problems' | 'tools'>

async function textOf(input: ProbeInput, answer: ImageAnswer, path: string): Promise<TextRead | undefined> {
  if (answer.text !== 'none') return answer.text && readText(input, answer, path)
  return { facts: { text: noText }, problems: {}, tools: [] }
}

const noText: TextFacts = { source: 'ocr', words: [], wordsOmitted: 0, languages: [] }

async function readText(
  input: ProbeInput,
  { shown, smallPrint = [] }: ImageAnswer,
  ocrPath: string,
): Promise<TextRead> {
  try {
    const text = await withProgress(input, 'text', async () => {
      const read = await ocr(ocrPath, { signal: input.signal, scratchDir: input.scratchDir, ...input.limits })
      const facts = { source: 'ocr' as const, ...read }
      const hasMore = shown !== undefined && smallPrint.length > 0
      return hasMore ? withSmallPrint(input, shown, smallPrint, facts) : facts
    })
    const version = await toolVersion('tesseract', ['--version'], input.limits.searchPath)
    return {
      facts: { text },
      problems: {},
      tools: [{ name: 'tesseract', version }],
    }
  } catch (error) {
    input.signal.throwIfAborted()
    rethrowAccident(error)
    const reason = `The text could not be read: ${error instanceof Error ? error.message : String(error)}`
    return { facts: {}, problems: { text: reason }, tools: [] }
  }
}

/** Reports progress every two seconds. */
async function withProgress<T>(
  { onProgress }: ProbeInput,
  phase: string,
  work: () => Promise<T>,
): Promise<T> {
  onProgress({ phase })
  const timer = setInterval(() => onProgress({ phase }), 2000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
