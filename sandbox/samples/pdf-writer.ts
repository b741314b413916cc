import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** A box as PDF writes it: left, bottom, right, top, in points. */
export type Box = readonly [number, number, number, number]

export interface PageSource {
  media: Box
  crop?: Box
  bleed?: Box
  trim?: Box
  /** Content stream, or several that read as one. */
  content: string | string[]
  /** Inside of the resources dictionary: `/Font << /F1 5 0 R >>`. */
  resources?: string
  /** Further entries of the page: `/Rotate 90 /UserUnit 2`. */
  entries?: string
}

export interface DocumentSource {
  /** `1.4` unless given. */
  version?: string
  /** Further entries of the catalog: `/OpenAction 7 0 R`. */
  catalog?: string
  /** Entries of the information dictionary: `/Title (…)`. */
  info?: string
  /** Further entries of the page tree's root: what all pages inherit. */
  pages?: string
}

/**
 * Writes PDF objects by hand, so that a file has exactly the properties and faults that a test needs. The
 * same calls give the same bytes.
 */
export class PdfWriter {
  private readonly objects: Buffer[] = []
  private readonly pageReferences: string[] = []
  /** The page tree's root, known before it is written. */
  private readonly root = this.add('')

  /** Adds an object and says how to refer to it: `5 0 R`. */
  add(body: string): string {
    this.objects.push(Buffer.from(body, 'latin1'))
    return `${this.objects.length} 0 R`
  }

  stream(entries: string, data: Buffer | string, { isCompressed = true } = {}): string {
    const raw = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
    const bytes = isCompressed ? deflateSync(raw, { level: 9 }) : raw
    const filter = isCompressed ? '/Filter /FlateDecode ' : ''
    const head = Buffer.from(`<< ${entries} ${filter}/Length ${bytes.length} >>\nstream\n`, 'latin1')
    this.objects.push(Buffer.concat([head, bytes, Buffer.from('\nendstream')]))
    return `${this.objects.length} 0 R`
  }

  page({ media, crop, bleed, trim, content, resources = '', entries = '' }: PageSource): string {
    const parts = [content].flat().map((part) => this.stream('', part))
    const boxes = Object.entries({ MediaBox: media, CropBox: crop, BleedBox: bleed, TrimBox: trim })
    const written = boxes.flatMap(([name, box]) =>
      box === undefined ? [] : [`/${name} [${box.map(number).join(' ')}]`],
    )
    const body =
      `/Type /Page /Parent ${this.root} ${written.join(' ')} /Contents [${parts.join(' ')}] /Resources ` +
      `<< ${resources} >> ${entries}`
    const reference = this.add(`<< ${body} >>`)
    this.pageReferences.push(reference)
    return reference
  }

  toBuffer({ version = '1.4', catalog = '', info = '', pages = '' }: DocumentSource = {}): Buffer {
    this.objects[0] = Buffer.from(
      `<< /Type /Pages /Count ${this.pageReferences.length} /Kids [${this.pageReferences.join(' ')}] ` +
        `${pages} >>`,
      'latin1',
    )
    const catalogReference = this.add(`<< /Type /Catalog /Pages ${this.root} ${catalog} >>`)
    const infoReference = this.add(`<< ${info} >>`)
    const chunks = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')]
    const offsets: number[] = []
    let length = chunks[0]?.length ?? 0
    for (const [index, body] of this.objects.entries()) {
      offsets.push(length)
      const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
      chunks.push(object)
      length += object.length
    }
    const id = createHash('md5').update(Buffer.concat(chunks)).digest('hex')
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    const size = offsets.length + 1
    const trailer = `/Size ${size} /Root ${catalogReference} /Info ${infoReference} /ID [<${id}> <${id}>]`
    chunks.push(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< ${trailer} ` +
          `>>\nstartxref\n${length}\n%%EOF\n`,
        'latin1',
      ),
    )
    return Buffer.concat(chunks)
  }
}

/** Numbers without exponents, which PDF doesn't know. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
