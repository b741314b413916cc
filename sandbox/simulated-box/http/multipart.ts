import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { BusboyInstance } from '@fastify/busboy'
import { BoxError, refusals } from '../rules/box-error'
import type { Contents, ReceivedContent } from '../state/contents'
import type { FaultAction } from './faults'
import { parseObject } from './json'
import type { JsonObject } from './json'

export interface UploadParts<Prepared> {
  prepared: Prepared
  content: ReceivedContent
}

export interface UploadReading<Prepared> {
  contents: Contents
  maximumBytes: number
  /** Looks at the attributes before a byte of the file is taken; throws what Box refuses. */
  prepare(attributes: JsonObject): Prepared
  /** What a test wants to happen to this body. */
  fault?: FaultAction
}

/**
 * Reads `attributes`, then `file`, in this order. The rest of a refused body is read and forgotten, so that
 * the client hears the refusal instead of a broken pipe.
 */
export async function readUpload<Prepared>(
  request: IncomingMessage,
  reading: UploadReading<Prepared>,
): Promise<UploadParts<Prepared>> {
  const upload = new Upload(reading)
  const parser = openParser(request)
  parser.on('field', (name, value) => {
    if (name === 'attributes') upload.takeAttributes(value)
  })
  parser.on('file', (_name, stream) => {
    upload.takeFile(stream)
  })
  const connection = watch(request)
  try {
    await Promise.race([pipeline(request, faultyWay(request, reading.fault), parser), connection.lost])
  } catch (error) {
    await upload.discard()
    throw request.socket.destroyed
      ? error
      : new BoxError(400, 'bad_request', 'Could not read the multipart body')
  } finally {
    connection.unwatch()
  }
  return upload.parts()
}

/**
 * The parser never closes once it is destroyed, and so a pipeline into it never ends when the client goes
 * away.
 */
function watch({ socket }: IncomingMessage): { lost: Promise<never>; unwatch: () => void } {
  let unwatch = (): void => undefined
  const lost = new Promise<never>((_resolve, reject) => {
    const onClose = (): void => reject(new Error('the connection was lost in mid-body'))
    socket.once('close', onClose)
    unwatch = () => socket.off('close', onClose)
  })
  return { lost, unwatch }
}

function openParser(request: IncomingMessage): BusboyInstance {
  const { 'content-type': contentType = '' } = request.headers
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': contentType },
      // Box goes by the part's name: its Python SDK sends the file with an empty file name and no type.
      isPartAFile: (name) => name === 'file',
      limits: { fieldSize: 1024 * 1024, fields: 20, files: 5 },
    })
  } catch {
    request.resume()
    throw refusals.badRequest('content-type', 'expected multipart/form-data with a boundary.', contentType)
  }
}

/** Cuts or stalls the body after a number of bytes, when a test ordered that; passes it on otherwise. */
function faultyWay(request: IncomingMessage, fault: FaultAction | undefined): Transform {
  let rest = fault?.kind === 'cutUpload' || fault?.kind === 'stallUpload' ? fault.afterBytes : Infinity
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (chunk.length < rest) {
        rest -= chunk.length
        done(null, chunk)
        return
      }
      this.push(chunk.subarray(0, rest))
      // Not calling `done` is what stalls it. The cut waits a turn, so that the bytes before it arrive.
      if (fault?.kind === 'cutUpload') setImmediate(() => request.socket.resetAndDestroy())
    },
  })
}

class Upload<Prepared> {
  private prepared: { value: Prepared } | undefined
  private file: Readable | undefined
  private receiving: Promise<ReceivedContent> | undefined
  private refusal: Error | undefined

  constructor(private readonly reading: UploadReading<Prepared>) {}

  takeAttributes(text: string): void {
    if (this.receiving || this.refusal) return
    try {
      this.prepared = { value: this.reading.prepare(parseObject(text, 'attributes')) }
    } catch (error) {
      this.refusal = error instanceof Error ? error : new Error(String(error))
    }
  }

  takeFile(stream: Readable): void {
    if (!this.prepared)
      this.refusal ??= new BoxError(
        400,
        'metadata_after_file_contents',
        'Metadata is included after file contents in a file upload request.',
      )
    if (this.refusal || this.receiving) return void stream.resume()
    this.file = stream
    this.receiving = this.reading.contents.receive(stream, this.reading.maximumBytes)
    this.receiving.catch(() => undefined)
  }

  async parts(): Promise<UploadParts<Prepared>> {
    if (this.refusal) throw this.refusal
    if (!this.prepared) throw refusals.missing('attributes')
    if (!this.receiving) throw refusals.missing('file')
    const content = await this.receiving
    if (content.sizeBytes <= this.reading.maximumBytes) return { prepared: this.prepared.value, content }
    await this.reading.contents.discard(content)
    throw new BoxError(
      403,
      'file_size_limit_exceeded',
      "File size exceeds the folder owner's file size limit",
    )
  }

  async discard(): Promise<void> {
    // The parser does not end the part that it was reading, so nobody else would.
    this.file?.destroy(new Error('the upload broke off'))
    const content = await this.receiving?.catch(() => undefined)
    if (content) await this.reading.contents.discard(content)
  }
}
