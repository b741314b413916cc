/**
 * A PDF value as `qpdf --json=2` writes it: names as `/Name`, strings as `u:text` or `b:hex`, references as
 * `5 0 R`.
 */
export type PdfValue = null | boolean | number | string | PdfValue[] | PdfDictionary
export interface PdfDictionary {
  [key: string]: PdfValue
}

const referencePattern = /^\d+ \d+ R$/
const maxReferenceHops = 32

/** The objects of one PDF. Every accessor follows references and returns an empty value for another type. */
export class PdfObjects {
  /** `objects` as under `qpdf[1]`: `obj:5 0 R` → `{ value }` or `{ stream: { dict } }`, and `trailer`. */
  constructor(private readonly objects: PdfDictionary) {}

  get trailer(): PdfDictionary {
    return this.dictionary(entryOf(this.objects.trailer)?.value)
  }

  get ids(): string[] {
    return Object.keys(this.objects)
      .filter((key) => key.startsWith('obj:'))
      .map((key) => key.slice('obj:'.length))
  }

  /** The object as qpdf wrote it: `{ value }` or `{ stream: { dict } }`. */
  raw(id: string): PdfValue {
    return this.objects[`obj:${id}`] ?? null
  }

  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null
    for (let hops = 0; isReference(current); hops++) {
      if (hops === maxReferenceHops) return null
      const entry = entryOf(this.objects[`obj:${current}`])
      current = entry?.value ?? entryOf(entry?.stream)?.dict ?? null
    }
    return current
  }

  isStream(value: PdfValue | undefined): value is string {
    return isReference(value) && entryOf(this.objects[`obj:${value}`])?.stream !== undefined
  }

  /** For a stream: its dictionary. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    return entryOf(this.resolve(value)) ?? {}
  }

  array(value: PdfValue | undefined): PdfValue[] {
    const resolved = this.resolve(value)
    return Array.isArray(resolved) ? resolved : []
  }

  /** An array of numbers of exactly this length, or undefined. */
  numbers(value: PdfValue | undefined, length: number): number[] | undefined {
    const numbers = this.array(value).map((one) => this.number(one))
    const isWhole =
      numbers.length === length && numbers.every((one) => one !== undefined && Number.isFinite(one))
    return isWhole ? numbers.map((one) => one ?? 0) : undefined
  }

  number(value: PdfValue | undefined): number | undefined {
    const resolved = this.resolve(value)
    return typeof resolved === 'number' ? resolved : undefined
  }

  boolean(value: PdfValue | undefined): boolean | undefined {
    const resolved = this.resolve(value)
    return typeof resolved === 'boolean' ? resolved : undefined
  }

  /** Without the slash. */
  name(value: PdfValue | undefined): string | undefined {
    const resolved = this.resolve(value)
    if (typeof resolved !== 'string') return undefined
    const name = resolved.startsWith('n:/') ? resolved.slice(2) : resolved
    return name.startsWith('/') ? name.slice(1) : undefined
  }

  text(value: PdfValue | undefined): string | undefined {
    const resolved = this.resolve(value)
    if (typeof resolved !== 'string') return undefined
    if (resolved.startsWith('u:')) return resolved.slice(2)
    return resolved.startsWith('b:') ? Buffer.from(resolved.slice(2), 'hex').toString('latin1') : undefined
  }
}

export function isReference(value: PdfValue | undefined): value is string {
  return typeof value === 'string' && referencePattern.test(value)
}

export function isDictionary(value: unknown): value is PdfDictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entryOf(value: PdfValue | undefined): PdfDictionary | undefined {
  return isDictionary(value) ? value : undefined
}
