import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { errorTypes, type FileRef } from '../../workflows/contract'
import type { Box } from '../../box/box'
import { type BoxError, isBoxError } from '../../box/box-error'
import { needsPerson } from '../worker/outcomes'
import { PartFile } from './part-file'

export interface FetchOptions {
  signal: AbortSignal
  onProgress: (progress: { bytes: number; ofBytes: number }) => void
}

/** Downloads of all bytes, while their hash is not the one that Box states. */
const wholeTries = 3
/** Connections in a row that bring no new byte. */
const fruitlessTries = 3

/**
 * Downloads one version into `<dir>/source`: streamed to a part file, resumed after a broken connection, size
 * and SHA-1 verified before the file gets its name. Writes the SHA-256 of the same pass beside it and returns
 * it.
 */
export async function fetchAsset(
  box: Box,
  ref: FileRef,
  dir: string,
  options: FetchOptions,
): Promise<string> {
  for (let tries = 1; tries <= wholeTries; tries++) {
    const part = await PartFile.open(dir, options.signal)
    await fill(part, box, ref, options).catch(async (error: unknown) => {
      // The part stays for the next attempt.
      await part.close()
      throw error
    })
    const { sha1, sha256 } = await part.finish()
    if (sha1 === ref.sha1 && part.bytes === ref.sizeBytes) {
      await writeFile(join(dir, 'sha256'), sha256)
      await rename(part.path, join(dir, 'source'))
      return sha256
    }
    await rm(part.path, { force: true })
  }
  throw needsPerson(
    `Version ${ref.versionId} of file ${ref.fileId} was downloaded ${wholeTries} times with wrong bytes: ` +
      `expected ${ref.sizeBytes} bytes with SHA-1 ${ref.sha1}, as Box states`,
    errorTypes.contentMismatch,
  )
}

async function fill(part: PartFile, box: Box, ref: FileRef, options: FetchOptions) {
  if (part.bytes > ref.sizeBytes) await part.reset()
  let fruitless = 0
  while (part.bytes < ref.sizeBytes) {
    const before = part.bytes
    const error = await copy(part, box, ref, options)
    fruitless = part.bytes > before ? 0 : fruitless + 1
    if (fruitless >= fruitlessTries)
      throw error ?? new Error(`The download of file ${ref.fileId} ended without a byte`)
  }
}

/** One connection. Returns why it broke, when another one may help. */
async function copy(
  part: PartFile,
  box: Box,
  ref: FileRef,
  { signal, onProgress }: FetchOptions,
): Promise<BoxError | undefined> {
  try {
    const content = await box.openContent({
      fileId: ref.fileId,
      versionId: ref.versionId,
      fromByte: part.bytes,
      signal,
    })
    if (content.startsAtByte !== part.bytes) await part.reset()
    for await (const chunk of content.body) {
      await part.append(chunk)
      onProgress({ bytes: part.bytes, ofBytes: ref.sizeBytes })
      if (part.bytes > ref.sizeBytes) return undefined
    }
    return undefined
  } catch (error) {
    if (isBoxError(error, 'no_answer', 'server_error')) return error
    throw error
  }
}
