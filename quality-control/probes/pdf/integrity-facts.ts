import type { IntegrityFacts } from '../../facts/file'

const maxErrors = 10
const maxErrorLength = 200

/**
 * `faults` are measured, each a sentence; `toolLines` are what qpdf and poppler print on stderr. A PDF
 * counts as decodable when a page renders. A cross-reference table that was rebuilt is damage only when
 * something is missing: `isWhole` says that the file ends as a PDF ends and has all its objects.
 */
export function integrityFacts(
  faults: string[],
  toolLines: string[],
  isRendered: boolean,
  isWhole: boolean,
): IntegrityFacts {
  const errors = [...faults, ...damageIn(toolLines)]
  const hasRebuiltXref =
    isRendered && isWhole && errors.length > 0 && errors.every((error) => wrongXref.test(error))
  if (hasRebuiltXref) return { isDecodable: true, errorCount: 0, errors: [], hasRebuiltXref }
  return { isDecodable: isRendered, errorCount: errors.length, errors: errors.slice(0, maxErrors) }
}

const wrongXref = /file is damaged|reconstruct|can't find startxref|xref (?:not found|table)|trailer/i

/**
 * Messages that mean lost or broken bytes. The other messages (hint tables, unknown operators, odd fonts)
 * are about files that every viewer opens: reporting them would be a false alarm.
 */
const damage = [
  wrongXref,
  /error decoding|re-processed without filtering|inflate:/i,
  /(?:bad|corrupt|incorrect|truncated|premature|unexpected) .*(?:stream|flate|end of file|block header)/i,
  // libjpeg's messages about an image that it cannot show at all.
  /not a jpeg|unsupported marker type|invalid jpeg|invalid sos/i,
  /bogus (?:huffman|sampling|dqt|dac|virtual)|(?:huffman|quantization) table .* not defined/i,
  /end of (?:file|stream) inside/i,
  /object .*(?:not found|missing)|(?:missing|lost) .*(?:object|endstream)/i,
  /could not be rendered within|crash the program/i,
]

/** The lines that report damage, each once, without the tool's prefixes. */
function damageIn(lines: string[]): string[] {
  const found = lines.filter((line) => damage.some((pattern) => pattern.test(line)))
  const plain = found.map((line) =>
    line
      .replace(/^(?:Syntax|Internal|I\/O) (?:Error|Warning)(?: \(\d+\))?: /, '')
      .replace(/^\((?:object|offset)[^)]*\): /, ''),
  )
  return [...new Set(plain.map((line) => line.slice(0, maxErrorLength)))]
}
