import type { Facts } from '../../facts/facts'
import type { TextLanguage } from '../../facts/text'
import { type CheckFinding, defineCheck, notApplicable } from '../check'
import { compileNameTemplate } from '../name-template'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'File name agrees with the content',
  failureTitle: 'File name and content disagree',
  why: 'Assets are booked by their names. A wrong size, duration or language runs in the wrong place.',
  remedy: 'Check whether two files were swapped. Rename the file, or upload the one that the name describes.',
  source: 'No standard: the profile sets the naming rule, and the content is measured',
  needs: ['file'],
  mayRead: ['image', 'video', 'audio', 'pdf', 'banner', 'text'],
  severity: 'major',
  settings: {
    template: {
      doc:
        'Naming rule for the name without its extension, such as ' +
        '{client}_{campaign}_{width}x{height}_{seconds}s_{language}. Compared: {width} and {height} in ' +
        'pixels, {seconds}, {framesPerSecond} (29.97 counts as 30), {language} (two or three letters, ' +
        'ISO 639), {medium} (image, video, audio, pdf or banner). Other parts are free text. Empty turns ' +
        'the check off',
      format: 'name-template',
      default: '',
    },
    toleranceSeconds: {
      doc: 'Accepted deviation from {seconds}',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 0.5,
    },
  },
  run: (facts, { template, toleranceSeconds }) => {
    if (template === '') return notApplicable('The profile sets no naming rule.')
    const { name, extension } = facts.file
    const compiled = compileNameTemplate(template)
    if ('expected' in compiled) throw new Error(`template is ${template}, expected ${compiled.expected}`)
    const parts = compiled.partsOf(extension === '' ? name : name.slice(0, -extension.length - 1))
    if (parts === undefined) {
      const message = `The name "${name}" does not follow the rule ${template}.`
      return [{ message, measured: name, expected: template }]
    }
    return [
      ...sizeFindings(facts, parts),
      ...secondsFindings(facts, parts, toleranceSeconds),
      ...rateFindings(facts, parts),
      ...mediumFindings(facts, parts),
      ...languageFindings(facts, parts),
    ]
  },
})

type KnownFacts = Pick<Facts, 'file'> &
  Partial<Pick<Facts, 'image' | 'video' | 'audio' | 'pdf' | 'banner' | 'text'>>
type Parts = ReadonlyMap<string, string>

function sizeFindings({ image, video, banner }: KnownFacts, parts: Parts): CheckFinding[] {
  const measured =
    video === undefined
      ? {
          width: image?.widthPixels ?? banner?.size?.widthPixels,
          height: image?.heightPixels ?? banner?.size?.heightPixels,
        }
      : { width: video.displayWidth, height: video.displayHeight }
  const [width, height] = [parts.get('width'), parts.get('height')]
  const isRight = (named: string | undefined, pixels: number | undefined) =>
    named === undefined || pixels === undefined || Number(named) === pixels
  if (isRight(width, measured.width) && isRight(height, measured.height)) return []
  const size = `${measured.width ?? '?'} × ${measured.height ?? '?'} pixels`
  const named = [width && `${Number(width)} wide`, height && `${Number(height)} high`]
  const both = width !== undefined && height !== undefined
  const claim = both ? `${Number(width)} × ${Number(height)}` : named.filter(Boolean).join('')
  return [disagreement(`${claim} pixels`, size)]
}

function secondsFindings(facts: KnownFacts, parts: Parts, tolerance: number): CheckFinding[] {
  const named = parts.get('seconds')
  const seconds = durationOf(facts)
  if (named === undefined || seconds === undefined) return []
  // One millisecond more, for containers that round.
  if (Math.abs(Number(named) - seconds) <= tolerance + 0.001) return []
  const measured = seconds === 0 ? 'a still, without a duration' : secondsText(seconds)
  return [disagreement(`${Number(named)} s`, measured, `${Number(named)} s ± ${tolerance} s`)]
}

/** A still lasts 0 s; undefined where nothing was measured. */
function durationOf({ image, video, audio, pdf }: KnownFacts): number | undefined {
  if (video !== undefined) return video.durationSeconds
  if (audio !== undefined) return audio.programme.durationSeconds
  if (image !== undefined) return image.animation?.durationSeconds ?? 0
  return pdf === undefined ? undefined : 0
}

function rateFindings({ video }: KnownFacts, parts: Parts): CheckFinding[] {
  const named = parts.get('framesPerSecond')
  const rate = video?.frameRate.nominal ?? video?.frameRate.measured
  if (named === undefined || rate === undefined || Math.round(rate) === Number(named)) return []
  const perSecond = (value: number) => `${Number(value.toFixed(3))} frames per second`
  return [disagreement(perSecond(Number(named)), perSecond(rate))]
}

function mediumFindings(facts: KnownFacts, parts: Parts): CheckFinding[] {
  const named = parts.get('medium')?.toLowerCase()
  const medium = (['video', 'audio', 'image', 'pdf', 'banner'] as const).find(
    (one) => facts[one] !== undefined,
  )
  if (named === undefined || medium === undefined || named === medium) return []
  return [disagreement(named, `${medium} (${facts.file.typeDescription})`, medium)]
}

/** Editors write a default language into files, so another language is a warning. */
function languageFindings({ audio, video, text }: KnownFacts, parts: Parts): CheckFinding[] {
  const named = parts.get('language')
  if (named === undefined) return []
  const declared = [...(audio?.streams ?? []), ...(video?.captions.tracks ?? [])].flatMap(
    ({ language }) => language ?? [],
  )
  if (declared.length > 0) {
    if (declared.some((one) => languageOf(one) === languageOf(named))) return []
    return [otherLanguage(named, `the file declares ${[...new Set(declared)].join(', ')}`)]
  }
  const shown = text === undefined ? undefined : languageShown(text)
  if (shown === undefined || shown.code === languageOf(named)) return []
  return [otherLanguage(named, `its text is in ${shown.name}`)]
}

function otherLanguage(named: string, measured: string): CheckFinding {
  const message = `The name says the language ${named}, but ${measured}.`
  return { level: 'warn', message, measured, expected: named }
}

const minWords = 12
const minMainShare = 0.8
const maxUnknownShare = 0.2

/** Undefined for a text that is too short or too mixed to say. */
function languageShown({ languages, words }: Facts['text']): TextLanguage | undefined {
  const total = languages.reduce((sum, language) => sum + language.words, 0)
  const unknown = words.filter(({ suggestions }) => suggestions !== undefined)
  const [main] = languages
  if (main === undefined || total < minWords || main.words < total * minMainShare) return undefined
  return unknown.length > total * maxUnknownShare ? undefined : main
}

/** `deu` and `ger` are `de` (ISO 639). Three letters that are no code stay as they are. */
function languageOf(code: string): string {
  try {
    const { language } = new Intl.Locale(code)
    // Both forms of written Norwegian.
    return language === 'nb' || language === 'nn' ? 'no' : language
  } catch {
    return code.toLowerCase()
  }
}

function disagreement(named: string, measured: string, expected = named): CheckFinding {
  return { message: `The name says ${named}, but the file is ${measured}.`, measured, expected }
}
