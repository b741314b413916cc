/**
 * Picks streams out of qpdf's JSON, line by line. A PDF cannot forge the lines it looks for: strings contain
 * no raw line breaks, and every key of a PDF dictionary begins with a slash.
 */
export class InlineStreamReader {
  readonly streams = new Map<string, Buffer>()
  bytes = 0
  undecodable = 0
  private reference: string | undefined
  private line = ''
  private data: string[] | undefined

  /** With `onImage`, the data of these references goes there, still compressed, and is not kept. */
  constructor(
    private readonly images: ReadonlySet<string> = new Set(),
    private readonly onImage: (reference: string, data: Buffer) => void = () => undefined,
  ) {}

  add(chunk: Buffer) {
    let text = chunk.toString('latin1')
    while (text !== '') text = this.data === undefined ? this.readLines(text) : this.readData(this.data, text)
  }

  private readLines(text: string): string {
    let start = 0
    for (let end = start; start < text.length; start = end) {
      end = text.indexOf('\n', start) + 1
      this.line += text.slice(start, end === 0 ? undefined : end)
      if (this.line.startsWith(dataStart)) {
        const rest = this.line.slice(dataStart.length) + (end === 0 ? '' : text.slice(end))
        this.line = ''
        this.data = []
        return rest
      }
      if (end === 0) return ''
      this.takeLine()
    }
    return ''
  }

  private takeLine() {
    const reference = /^ {6}"obj:(\d+ \d+ R)": \{/.exec(this.line)?.[1]
    if (reference !== undefined) this.reference = reference
    // A filter that is still in the dictionary was not decoded.
    else if (
      this.reference !== undefined &&
      !this.images.has(this.reference) &&
      this.line.startsWith('            "/Filter"') &&
      this.streams.delete(this.reference)
    )
      this.undecodable++
    this.line = ''
  }

  private readData(data: string[], text: string): string {
    const end = text.indexOf('"')
    data.push(end === -1 ? text : text.slice(0, end))
    const isImage = this.reference !== undefined && this.images.has(this.reference)
    if (!isImage) this.bytes += ((end === -1 ? text.length : end) * 3) / 4
    if (end === -1) return ''
    if (this.reference !== undefined) this.take(this.reference, Buffer.from(data.join(''), 'base64'), isImage)
    this.data = undefined
    return text.slice(end)
  }

  private take(reference: string, data: Buffer, isImage: boolean) {
    if (isImage) this.onImage(reference, data)
    else this.streams.set(reference, data)
  }
}

const dataStart = '          "data": "'
