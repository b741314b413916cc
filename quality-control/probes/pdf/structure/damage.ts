/**
 * What in the tools' complaints means that bytes are lost or broken. The rest is pedantry about files that
 * all the world opens (hint tables, unknown operators, odd fonts), and would be a false alarm.
 */
const damage = [
  /file is damaged|reconstruct|can't find startxref|xref (?:not found|table)|trailer/i,
  /error decoding|re-processed without filtering|inflate:/i,
  /(?:bad|corrupt|incorrect|truncated|premature|unexpected) .*(?:stream|jpeg|jpx|dct|flate|data|end of file|code table|block header|huffman|marker)/i,
  /end of (?:file|stream) inside/i,
  /object .*(?:not found|missing)|(?:missing|lost) .*(?:object|endstream)/i,
  /in the time allowed/i,
]
const longest = 200

/** The lines that tell of damage, each once, without the tool's jargon in front. */
export function damageIn(lines: string[]): string[] {
  const told = lines.filter((line) => damage.some((pattern) => pattern.test(line)))
  const plain = told.map((line) =>
    line
      .replace(/^(?:Syntax|Internal|I\/O) (?:Error|Warning)(?: \(\d+\))?: /, '')
      .replace(/^\((?:object|offset)[^)]*\): /, ''),
  )
  return [...new Set(plain.map((line) => line.slice(0, longest)))]
}
