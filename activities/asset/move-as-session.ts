import { extname } from 'node:path'

import type { Box, BoxFile } from '../../box/box'
import { isBoxError } from '../../box/box-error'
import { fittingName } from './fitting-name'

export type MovableFile = Pick<BoxFile, 'id' | 'etag' | 'name'>

/** Then the name is taken for good. */
const maxNumber = 9

/**
 * Moves a file to a folder as `<session>_<name>`. Names that differ only in case, or only beyond the 255th
 * character, collide: then the file gets a number, `name (2).png`. Box names no item in this conflict.
 */
export async function moveAsSession(
  box: Box,
  session: string,
  { id, etag, name }: MovableFile,
  folderId: string,
  signal: AbortSignal,
): Promise<BoxFile> {
  const wanted = fittingName(`${session}_`, name)
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? wanted : numberedName(wanted, number)
    try {
      return await box.moveFile({ id, etag }, { parentId: folderId, name: candidate }, signal)
    } catch (error) {
      if (!isBoxError(error, 'name_taken') || number === maxNumber) throw error
    }
  }
}

function numberedName(name: string, number: number): string {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  return fittingName('', stem, ` (${number})${extension}`)
}
