/** A compiled naming template such as `{client}_{width}x{height}_{seconds}s`. */
export interface NameTemplate {
  /** Each part with its text in the name, in the template's order; undefined for a name that does not fit. */
  partsOf: (name: string) => Map<string, string> | undefined
}

/** Parts that are compared with the content. Every other part is free text. */
const measuredParts: Record<string, { character: string; length: string }> = {
  width: { character: '\\d', length: '{1,6}' },
  height: { character: '\\d', length: '{1,6}' },
  seconds: { character: '\\d', length: '{1,5}' },
  framesPerSecond: { character: '\\d', length: '{1,3}' },
  language: { character: '\\p{L}', length: '{2,3}' },
  medium: { character: '\\p{L}', length: '{3,8}' },
}

const maxLength = 200
const maxParts = 16

/**
 * Compiles a template, or says what was expected. A free part does not contain the separators next to it, and
 * no part contains the character that follows it: every name is read in one way and in linear time. Case is
 * ignored.
 */
export function compileNameTemplate(template: string): NameTemplate | { expected: string } {
  const pieces = piecesOf(template.normalize('NFC'))
  const names = partNames(pieces)
  const expected = shapeProblem(template, pieces) ?? nameProblem(names) ?? ambiguity(pieces)
  if (expected !== undefined) return { expected }
  const groups = pieces.map((piece, index) =>
    'literal' in piece ? escaped(piece.literal) : `(${classOf(piece.part, pieces, index)})`,
  )
  const pattern = new RegExp(`^${groups.join('')}$`, 'iu')
  return {
    partsOf: (name) => {
      const found = pattern.exec(name.normalize('NFC'))
      return found === null ? undefined : new Map(names.map((part, at) => [part, found[at + 1] ?? '']))
    },
  }
}

type Piece = { literal: string } | { part: string }

function piecesOf(template: string): Piece[] {
  return template
    .split(/(\{[^{}]*\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{.*\}$/u.test(piece) ? { part: piece.slice(1, -1) } : { literal: piece }))
}

const partNames = (pieces: Piece[]) => pieces.flatMap((piece) => ('part' in piece ? [piece.part] : []))

/** Braces cannot be escaped: names of advertisements contain none. */
function shapeProblem(template: string, pieces: Piece[]): string | undefined {
  if (template.length > maxLength) return `at most ${maxLength} characters`
  const isForbidden = (piece: Piece) => 'literal' in piece && /[{}\p{Cc}<>:"/\\|?*]/u.test(piece.literal)
  return pieces.some(isForbidden)
    ? 'pairs of braces, and between them characters that a file name may contain'
    : undefined
}

function nameProblem(parts: string[]): string | undefined {
  if (parts.length === 0) return 'parts in braces, such as {client}_{width}x{height}'
  if (parts.length > maxParts) return `at most ${maxParts} parts`
  const unnamed = parts.find((part) => !/^[a-z][A-Za-z0-9]{0,30}$/.test(part))
  if (unnamed !== undefined) return `a name such as {campaign} or {adSet}, not {${unnamed}}`
  const twice = parts.find((part, index) => parts.indexOf(part) !== index)
  if (twice !== undefined) return `each part once, not {${twice}} twice`
  const known = Object.keys(measuredParts)
  const misspelled = parts.find((part) => !known.includes(part) && isNearly(part, known))
  return misspelled === undefined ? undefined : `one of ${known.join(', ')}, or a name unlike these`
}

/** The same letters in another order or case: {widht} would be free text and never compared. */
function isNearly(part: string, known: string[]): boolean {
  const sorted = (text: string) => Array.from(text.toLowerCase()).sort().join('')
  return known.some((one) => sorted(one) === sorted(part) || one.startsWith(part) || part === `${one}s`)
}

function ambiguity(pieces: Piece[]): string | undefined {
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1]
    if (!('part' in piece) || next === undefined) continue
    if ('part' in next) return `text between {${piece.part}} and {${next.part}}, such as _`
    const first = Array.from(next.literal)[0] ?? ''
    // Free text contains letters and digits.
    const character = measuredParts[piece.part]?.character ?? '[\\p{L}\\p{N}]'
    if (new RegExp(character, 'u').test(first))
      return `a separator after {${piece.part}}, not "${first}", which it may contain`
  }
  return undefined
}

function classOf(part: string, pieces: Piece[], index: number): string {
  const measured = Object.hasOwn(measuredParts, part) ? measuredParts[part] : undefined
  if (measured !== undefined) return measured.character + measured.length
  const separators = [pieces[index - 1], pieces[index + 1]].flatMap((piece, side) => {
    const literal = Array.from(piece !== undefined && 'literal' in piece ? piece.literal : '')
    return literal.at(side === 0 ? -1 : 0) ?? []
  })
  const excluded = separators.filter((one) => !/[\p{L}\p{N}]/u.test(one))
  return excluded.length === 0 ? '.+' : `[^${excluded.map(escaped).join('')}]+`
}

/** By code point, which is valid both inside and outside of brackets. */
const escaped = (text: string) =>
  Array.from(text, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join('')
