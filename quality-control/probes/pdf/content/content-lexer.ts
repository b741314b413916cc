/**
 * An operand of a content stream: names start with `/`, strings are `(` (their text is not needed),
 * dictionaries are flat.
 */
export type Operand = number | string | Operand[]

/**
 * Operands kept before an operator: the standard needs at most 33 (ISO 32000-1, annex C); further ones are
 * dropped.
 */
const maxOperands = 128
const maxArrayDepth = 8
const maxWordLength = 255
/** By character codes; at most 65,536 of them. */
const shortWords = new Map<number, string>()
const constants = ['true', 'false', 'null']

const isSpace = flags('\0\t\n\f\r ')
const isDelimiter = flags('()<>[]{}/%')
const isNumeric = flags('0123456789+-.')

/** Reads operators with their operands from decoded content. Never throws: it skips what it cannot read. */
export class ContentLexer {
  /** Operands of the operator that `next` returned last; the next call reuses the array. */
  readonly operands: Operand[] = []
  private at = 0

  constructor(private readonly bytes: Buffer) {}

  /** The next operator, or undefined at the end. An inline image is `BI` with its dictionary as operands. */
  next(): string | undefined {
    this.operands.length = 0
    for (;;) {
      const token = this.token(0)
      if (token === undefined) return undefined
      if (typeof token === 'object' && !Array.isArray(token)) {
        if (token.operator === 'BI') this.readInlineImage()
        if (!constants.includes(token.operator)) return token.operator
        this.keep(token.operator)
      } else this.keep(token)
    }
  }

  private keep(operand: Operand) {
    if (this.operands.length < maxOperands) this.operands.push(operand)
  }

  private token(depth: number): Operand | { operator: string } | undefined {
    const { bytes } = this
    for (;;) {
      const byte = bytes[this.at]
      if (byte === undefined) return undefined
      if (isSpace[byte] === 1) this.at++
      else if (byte === 0x25) this.skipComment()
      else if (isNumeric[byte] === 1) return this.number()
      else if (byte === 0x2f) return this.name()
      else if (byte === 0x28) return this.string()
      else if (byte === 0x5b && depth < maxArrayDepth) return this.array(depth)
      else if (byte === 0x3c && bytes[this.at + 1] !== 0x3c) return this.hexString()
      else if (isDelimiter[byte] === 1) {
        this.at++
        if (byte === 0x5d && depth > 0) return undefined
      } else return { operator: this.word() }
    }
  }

  private array(depth: number): Operand[] {
    this.at++
    const items: Operand[] = []
    for (;;) {
      const token = this.token(depth + 1)
      if (token === undefined) return items
      // An operator inside an array only occurs in broken content: skip it.
      if ((typeof token !== 'object' || Array.isArray(token)) && items.length < maxOperands) items.push(token)
    }
  }

  private number(): number {
    const { bytes } = this
    let isNegative = false
    let value = 0
    let fraction = 0
    for (; ; this.at++) {
      const byte = bytes[this.at] ?? 0
      if (byte >= 0x30 && byte <= 0x39) {
        if (fraction === 0) value = value * 10 + (byte - 0x30)
        else {
          value += (byte - 0x30) * fraction
          fraction /= 10
        }
      } else if (byte === 0x2d) isNegative = true
      else if (byte === 0x2e) fraction = 0.1
      else if (byte !== 0x2b) break
    }
    return isNegative ? -value : value
  }

  private name(): string {
    const start = this.at++
    this.skipRegular()
    const name = latin1(this.bytes, start, this.at)
    return name.includes('#')
      ? name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      : name
  }

  private word(): string {
    const start = this.at++
    this.skipRegular()
    const length = this.at - start
    if (length > 2) return latin1(this.bytes, start, this.at)
    // Nearly all operators are this short, and there are millions of them.
    const code =
      length === 1 ? (this.bytes[start] ?? 0) : (this.bytes[start] ?? 0) * 256 + (this.bytes[start + 1] ?? 0)
    const word = shortWords.get(code) ?? latin1(this.bytes, start, this.at)
    shortWords.set(code, word)
    return word
  }

  private skipRegular() {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined || isSpace[byte] === 1 || isDelimiter[byte] === 1) return
      this.at++
    }
  }

  private string(): string {
    let open = 0
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]
      if (byte === 0x5c) this.at++
      else if (byte === 0x28) open++
      else if (byte === 0x29 && --open === 0) break
    }
    this.at++
    return '('
  }

  private hexString(): string {
    const end = this.bytes.indexOf(0x3e, this.at)
    this.at = end === -1 ? this.bytes.length : end + 1
    return '('
  }

  private skipComment() {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 0x0a && this.bytes[this.at] !== 0x0d)
      this.at++
  }

  /**
   * After `BI`: key and value pairs up to `ID`, then data up to a separate `EI` that readable content
   * follows.
   */
  private readInlineImage() {
    this.operands.length = 0
    for (;;) {
      const token = this.token(0)
      if (token === undefined) return
      if (typeof token === 'object' && !Array.isArray(token)) {
        if (token.operator === 'ID') break
        this.keep(token.operator)
      } else this.keep(token)
    }
    const { bytes } = this
    for (let at = bytes.indexOf(0x45, this.at); at !== -1; at = bytes.indexOf(0x45, at + 1)) {
      if (bytes[at + 1] !== 0x49 || isSpace[bytes[at - 1] ?? 1] !== 1) continue
      if (!isReadable(bytes.subarray(at + 2, at + 12))) continue
      this.at = at + 2
      return
    }
    this.at = bytes.length
  }
}

function isReadable(bytes: Uint8Array): boolean {
  const [first] = bytes
  return (
    (first === undefined || isSpace[first] === 1) &&
    bytes.every((byte) => isSpace[byte] === 1 || (byte >= 0x20 && byte < 0x7f))
  )
}

function latin1(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, Math.min(end, start + maxWordLength))
}

function flags(characters: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}
