import type { BoxFile, BoxPerson } from '../../box/box'
import type { FileNotice } from '../../workflows/contract'
import { messageOf } from '../../workflows/text'
import type { Work } from '../worker/as-activity'
import type { Dependencies } from './dependencies'
import { textWith } from './file-notice'

/** A notice is worth one short try. */
const timeoutMs = 10_000

/** Writes the notice beside a file, unless it is there. A failure is logged and changes nothing else. */
export async function showNotice(
  { box, logger }: Pick<Dependencies, 'box' | 'logger'>,
  { signal }: Pick<Work, 'signal'>,
  file: Pick<BoxFile, 'id' | 'description' | 'tags'>,
  notice: FileNotice,
): Promise<void> {
  const text = textWith(notice, file)
  if (text === undefined) return
  await bestEffort(logger, file.id, 'the verdict was not written on the file', () =>
    box.describeFile(file.id, text, shortSignal(signal)),
  )
}

/** Comments on the file, and mentions its uploader where Box knows one. At most once: never repeated. */
export async function commentOn(
  { box, logger }: Pick<Dependencies, 'box' | 'logger'>,
  { signal }: Pick<Work, 'signal'>,
  file: { id: string; uploader: BoxPerson | undefined },
  message: string,
): Promise<void> {
  const { id, uploader } = file
  const mention = uploader?.id === anonymousId ? undefined : uploader
  await bestEffort(logger, id, 'no comment was written on the file', () =>
    box.comment(id, message, mention, shortSignal(signal)),
  )
}

/** Uploads by people without a login. */
const anonymousId = '2'

function shortSignal(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
}

async function bestEffort(
  logger: Dependencies['logger'],
  fileId: string,
  what: string,
  call: () => Promise<unknown>,
): Promise<void> {
  await call().catch((error: unknown) => logger.warn({ fileId, problem: messageOf(error) }, what))
}
