import { appendFile } from 'node:fs/promises'

/** An answer as it was sent, for the comparison with Box's OpenAPI description. */
export interface CapturedAnswer {
  origin: string
  method: string
  path: string
  status: number
  headers: Record<string, string>
  /** The parsed JSON; absent when the body was empty or no JSON. */
  body?: unknown
  /** A fault that a test ordered made this answer. */
  faultId?: string
}

/** Appends answers to a JSON-lines file, in order. */
export class AnswerCapture {
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly path: string | undefined) {}

  note(answer: CapturedAnswer): void {
    const path = this.path
    if (path === undefined) return
    this.writing = this.writing.then(() => appendFile(path, `${JSON.stringify(answer)}\n`))
  }

  flushed(): Promise<void> {
    return this.writing
  }
}
