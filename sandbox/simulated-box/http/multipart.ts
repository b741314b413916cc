import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { BusboyInstance } from '@fastify/busboy'
import { ApiError, apiErrors } from '../rules/api-error'
import type { Contents, ReceivedContent } from '../state/contents'
import type { FaultBehaviour } from './fault-kinds'
import { parseObject } from './json'
import type { JsonObject } from './json'

export interface UploadParts<Prepared> {
  prepared: Prepared
  content: ReceivedContent
}

export interface UploadReading<Prepared> {
  contents: Contents
  maximumBytes: number
  /** Checks the attributes before the first byte of the file is stored; throws Box's error. */
  prepare(attributes: JsonObject): Prepared
  /** A fault that a test ordered for this body. */
  fault?: FaultBehaviour
}

/**
 * Reads `attributes`, then `file`, in this order. After an error the rest of the body is read and dropped, so
 * that the client receives the error instead of a broken pipe.
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
    const received = reading.fault?.changeUpload
      ? pipeline(request, reading.fault.changeUpload(request), parser)
      : pipeline(request, parser)
    await Promise.race([received, connection.lost])
  } catch (error) {
    await upload.discard()
    throw request.socket.destroyed
      ? error
      : new ApiError(400, 'bad_request', 'Could not read the multipart body')
  } finally {
    connection.unwatch()
  }
  return upload.parts()
}

/**
 * A destroyed parser never closes, so a pipeline into it would never end when the client disconnects.
 */
function watch({ socket }: IncomingMessage): { lost: Promise<never>; unwatch: () => void } {
  let unwatch = (): void => undefined
  const lost = new Promise<never>((_resolve, reject) => {
    const onClose = (): void => reject(new Error('the connection was lost during the body'))
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
      // Box reads the part's name: its Python SDK sends the file with an empty file name and no type.
      isPartAFile: (name) => name === 'file',
      limits: { fieldSize: 1024 * 1024, fields: 20, files: 5 },
    })
  } catch {
    request.resume()
    throw apiErrors.badRequest('content-type', 'expected multipart/form-data with a boundary.', contentType)
  }
}

class Upload<Prepared> {
  private prepared: { value: Prepared } | undefined
  private file: Readable | undefined
  private receiving: Promise<ReceivedContent> | undefined
  private failure: Error | undefined

  constructor(private readonly reading: UploadReading<Prepared>) {}

  takeAttributes(text: string): void {
    if (this.receiving || this.failure) return
    try {
      this.prepared = { value: this.reading.prepare(parseObject(text, 'attributes')) }
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error))
    }
  }

  takeFile(stream: Readable): void {
    if (!this.prepared)
      this.failure ??= new ApiError(
        400,
        'metadata_after_file_contents',
        'Metadata is included after file contents in a file upload request.',
      )
    if (this.failure || this.receiving) return void stream.resume()
    this.file = stream
    this.receiving = this.reading.contents.receive(stream, this.reading.maximumBytes)
    this.receiving.catch(() => undefined)
  }

  async parts(): Promise<UploadParts<Prepared>> {
    if (this.failure) throw this.failure
    if (!this.prepared) throw apiErrors.missing('attributes')
    if (!this.receiving) throw apiErrors.missing('file')
    const content = await this.receiving
    if (content.sizeBytes <= this.reading.maximumBytes) return { prepared: this.prepared.value, content }
    await this.reading.contents.discard(content)
    throw new ApiError(
      403,
      'file_size_limit_exceeded',
      "File size exceeds the folder owner's file size limit",
    )
  }

  async discard(): Promise<void> {
    // The parser does not end the part that it was reading.
    this.file?.destroy(new Error('the upload broke off'))
    const content = await this.receiving?.catch(() => undefined)
    if (content) await this.reading.contents.discard(content)
  }
}
