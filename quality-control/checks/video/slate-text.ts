import { secondsOnSlate } from '../seconds-on-slate'
import { defineCheck, notApplicable } from '../check'
import type { CheckFinding } from '../check'
import type { SlateFacts } from '../../facts/programme'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'Slate agrees with the file',
  failureTitle: 'Slate does not agree with the file',
  why: 'Playout books a spot by its clock number. A slate of another version puts the wrong spot on air.',
  remedy: 'Correct the slate or the file name, so that both have the same number and duration.',
  source:
    'Clearcast, "How Do I Create a Clock Number and Slate": the clock number matches the file; XR: the ' +
    'Ad-ID on the slate matches; no standard for reading it: two frames, by OCR',
  needs: ['slate', 'programme', 'file'],
  severity: 'major',
  settings: {
    toleranceFrames: { doc: 'Accepted deviation from the duration on the slate', format: 'nat', default: 0 },
  },
  run: ({ slate, programme, file }, { toleranceFrames }) => {
    const { lead, layout, start } = programme
    if (lead === undefined) return notApplicable('The file has no slate.')
    const at = { startSeconds: lead.slate.start, endSeconds: lead.slate.end }
    const readings = slate.readings.filter(
      ({ atSeconds }) =>
        atSeconds < lead.slate.end && atSeconds >= start - layout.blackSeconds - slateSearchSeconds,
    )
    const texts = readings.map(({ lines }) => lines)
    if (texts.every((lines) => lines.length === 0)) {
      const message = 'No text could be read on the slate. Compare its number with the file name yourself.'
      return [{ level: 'warn', message, at, measured: 'none', expected: stemOf(file.name) }]
    }
    return [
      ...numberFindings(texts, file.name).map((finding) => ({ ...finding, at })),
      ...titleFindings(texts, file.name).map((finding) => ({ ...finding, at })),
      ...durationFindings(texts, programme, toleranceFrames).map((finding) => ({ ...finding, at })),
    ]
  },
})

type Lines = SlateFacts['readings'][number]['lines']

const slateSearchSeconds = 30

const stemOf = (name: string) => name.replace(/\.[^.]*$/, '')

/** What OCR mixes up counts as the same, and so do separators: a clock number has `/`, its file name `_`. */
function comparable(text: string): string {
  return text
    .toUpperCase()
    .replace(/[OQD]/g, '0')
    .replace(/[IL|!]/g, '1')
    .replace(/S/g, '5')
    .replace(/B/g, '8')
    .replace(/Z/g, '2')
    .replace(/[^A-Z0-9]/g, '')
}

/** The number on the slate: the text that is the name, or a line that looks like a number. */
function numberFindings(texts: Lines[], name: string): CheckFinding[] {
  const stem = comparable(stemOf(name))
  const numbers = texts.map((lines) =>
    [...lines, lines.join('')].some((line) => says(comparable(line), stem) || isNumberOf(line, stem))
      ? 'same'
      : lines.find((line) => looksLikeNumber(line)),
  )
  if (numbers.includes('same')) return []
  const [found] = numbers.filter((one) => one !== undefined)
  // Two readings that agree are a fault; one is a reason to look.
  const isSure = numbers.length > 1 && numbers.every((one) => one === found) && found !== undefined
  const message =
    found === undefined
      ? `The file name ${stemOf(name)} is not on the slate.`
      : `The slate says "${found.slice(0, 80)}", but the file is named ${stemOf(name)}.`
  return [
    { level: isSure ? 'fail' : 'warn', message, measured: found ?? 'not found', expected: stemOf(name) },
  ]
}

/** A file name may have the title of the spot beside its number. */
function isNumberOf(line: string, stem: string): boolean {
  const number = numberIn(line)
  return number !== undefined && stem.includes(number)
}

function numberIn(line: string): string | undefined {
  const found = clockNumber.exec(line)?.[0] ?? adId.exec(line)?.[0]
  return found === undefined ? undefined : comparable(found)
}

/** The title on the slate, when the file name has words of its own and none of them is in it. */
function titleFindings(texts: Lines[], name: string): CheckFinding[] {
  const numbers = texts.flatMap((lines) => lines.flatMap((line) => numberIn(line) ?? []))
  const words = stemOf(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^\p{L}{4,}$/u.test(word))
    .filter((word) => !numbers.some((number) => number.includes(comparable(word))))
  const titles = texts.map((lines) => lines.map(titleIn).find((title) => title !== undefined))
  const [title] = titles
  if (words.length === 0 || title === undefined) return []
  const isNamed = (one: string) => words.some((word) => comparable(one).includes(comparable(word)))
  if (titles.some((one) => one === undefined || isNamed(one))) return []
  const message = `The title on the slate is "${title}", but the file is named ${stemOf(name)}.`
  return [{ level: 'warn', message, measured: title, expected: stemOf(name) }]
}

const titleIn = (line: string) => /\btitle\b\W*(.{3,80})/i.exec(line)?.[1]?.trim()

/** OCR also reads one of two like characters twice: `SOND001` becomes `SONDO001`. */
function says(line: string, stem: string): boolean {
  if (line.includes(stem)) return true
  const once = (text: string) => text.replace(/(.)\1+/g, '$1')
  return [stem.length - 1, stem.length + 1].some((length) =>
    Array.from(line, (_, at) => line.slice(at, at + length)).some(
      (part) => part.length === length && once(part) === once(stem),
    ),
  )
}

/** `ABC/ABCD001/030` of Clearcast, or an Ad-ID of 11 or 12 letters and digits, or a line that names it. */
const clockNumber = /(?:^|\s)[A-Z0-9]{2,4}\s*[/_-]\s*[A-Z0-9]{4,8}\s*[/_-]\s*[0-9OISB]{2,3}\b/
const adId = /\b(?=[A-Z]*\d)[A-Z0-9]{11,12}\b/
const label = /\b(?:clock|ad-?id|isci|number)\b/i
const looksLikeNumber = (line: string) => [clockNumber, adId, label].some((one) => one.test(line))

function durationFindings(
  texts: Lines[],
  { start, end, framesPerSecond }: { start: number; end: number; framesPerSecond: number },
  toleranceFrames: number,
): CheckFinding[] {
  const stated = texts.map((lines) => lines.map(secondsOnSlate).find((seconds) => seconds !== undefined))
  const [seconds] = stated
  if (seconds === undefined || !stated.every((one) => one === seconds)) return []
  const frames = Math.round((end - start) * framesPerSecond) - seconds * Math.round(framesPerSecond)
  if (Math.abs(frames) <= toleranceFrames) return []
  const measured = secondsText(end - start)
  const message = `The slate says ${seconds} s, but the programme lasts ${measured}.`
  return [{ message, measured, expected: `${seconds} s` }]
}
