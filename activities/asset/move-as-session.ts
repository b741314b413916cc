import { extname } from 'node:path'

import type { FileNotice } from '../../workflows/contract'
import type { Box, BoxFile } from '../../box/box'
import { isBoxError } from '../../box/box-error'
import { textWith } from './file-notice'
import { fittingName } from './fitting-name'

export type MovableFile = Pick<BoxFile, 'id' | 'etag' | 'name' | 'description' | 'tags'>

export interface MoveOrder {
  session: string
  file: MovableFile
  folderId: string
  /** Rides on the call that moves. */
  notice: FileNotice | undefined
}

/** Then the name is taken for good. */
const maxNumber = 9

/**
 * Moves a file to a folder as `<session>_<name>`. Names that differ only in case, or only beyond the 255th
 * character, collide: then the file gets a number, `name (2).png`. Box names no item in this conflict. When
 * Box refuses the move with its notice, the file moves without one.
 */
export async function moveAsSession(
  box: Box,
  { session, file, folderId, notice }: MoveOrder,
  signal: AbortSignal,
): Promise<BoxFile> {
  const wanted = fittingName(`${session}_`, file.name)
  let text = notice && textWith(notice, file)
  for (let number = 1; ;) {
    const candidate = number === 1 ? wanted : numberedName(wanted, number)
    try {
      return await box.moveFile(file, { parentId: folderId, name: candidate, ...text }, signal)
    } catch (error) {
      if (isBoxError(error, 'name_taken') && number < maxNumber) number += 1
      else if (isBoxError(error, ...textRefusals) && text !== undefined) text = undefined
      else throw error
    }
  }
}

/** What Box may answer to a text that it does not like. */
const textRefusals = ['refused', 'policy', 'scope', 'conflict'] as const

function numberedName(name: string, number: number): string {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  return fittingName('', stem, ` (${number})${extension}`)
}
