import { messagesOf, printable } from '../workflows/text'
import { receiveUpload, type FindIncomingFolder, type UploadDeps } from './receive-upload'
import type { UnmatchedUploads } from './unmatched-uploads'

export interface TakeUpOptions extends Omit<UploadDeps, 'findIncomingFolder'> {
  /** The INCOMING folders of this moment. */
  snapshot: () => FindIncomingFolder
  unmatchedUploads: UnmatchedUploads
}

/** One round: starts the runs of remembered uploads whose folder has a client now. Never throws. */
export async function takeUpUnmatched({ snapshot, ...deps }: TakeUpOptions): Promise<void> {
  const findIncomingFolder = snapshot()
  try {
    await deps.unmatchedUploads.takeUp(async (file) => {
      const isMatched = file.folders.some(({ id }) => findIncomingFolder(id) !== undefined)
      if (isMatched) await receiveUpload({ ...deps, findIncomingFolder }, file, { isRemembered: true })
      return isMatched
    })
  } catch (error) {
    deps.logger.warn(
      { error: printable(messagesOf(error), 500) },
      'Box webhook: remembered uploads could not be started yet',
    )
  }
}

/** A round at once and then `pauseMs` after each; returns what stops them. */
export function takeUpRegularly(options: TakeUpOptions, pauseMs: number): () => void {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const round = async () => {
    await takeUpUnmatched(options)
    if (!isStopped) timer = setTimeout(() => void round(), pauseMs)
  }
  void round()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
