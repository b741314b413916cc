import type { Box, BoxItem, BoxWebhooks } from '../box/box'
import { isBoxError } from '../box/box-error'
import { CliError } from './exit-codes'
import type { WaitNotice } from './wait-notice'

interface Patience {
  patienceMs: number
  notice: WaitNotice
}

/** The same Box for a person who waits: a silent call is told, and ends with the address when time is up. */
export function patientBox(box: Box, apiUrl: string, { patienceMs, notice }: Patience): Box {
  const within = async <T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    notice.waitFor(`Box at ${apiUrl}`)
    try {
      return await answered(call, apiUrl, patienceMs)
    } finally {
      notice.stop()
    }
  }
  return {
    me: () => within((signal) => box.me(signal)),
    getFile: (id) => within((signal) => box.getFile(id, signal)),
    pastVersionIds: (id) => within((signal) => box.pastVersionIds(id, signal)),
    getFolder: (id) => within((signal) => box.getFolder(id, signal)),
    listFolder: (id, signal) => each<BoxItem>(box.listFolder(id, signal), within),
    openContent: (wanted) => within(() => box.openContent(wanted)),
    thumbnail: (id) => within((signal) => box.thumbnail(id, signal)),
    createFolder: (parentId, name) => within((signal) => box.createFolder(parentId, name, signal)),
    uploadFile: (folderId, name, bytes) => within((signal) => box.uploadFile(folderId, name, bytes, signal)),
    uploadVersion: (file, bytes) => within((signal) => box.uploadVersion(file, bytes, signal)),
    moveFile: (file, target) => within((signal) => box.moveFile(file, target, signal)),
    describeFile: (id, text) => within((signal) => box.describeFile(id, text, signal)),
    comment: (id, message, mention) => within((signal) => box.comment(id, message, mention, signal)),
    deleteFile: (id) => within((signal) => box.deleteFile(id, signal)),
    webhooks: patientWebhooks(box.webhooks, within),
  }
}

type Within = <T>(call: (signal: AbortSignal) => Promise<T>) => Promise<T>

function patientWebhooks(webhooks: BoxWebhooks, within: Within): BoxWebhooks {
  return {
    list: (signal) => each(webhooks.list(signal), within),
    get: (id) => within((signal) => webhooks.get(id, signal)),
    create: (webhook) => within((signal) => webhooks.create(webhook, signal)),
    update: (id, changes) => within((signal) => webhooks.update(id, changes, signal)),
    delete: (id) => within((signal) => webhooks.delete(id, signal)),
  }
}

async function* each<T>(items: AsyncIterable<T>, within: Within): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]()
  for (;;) {
    const next = await within(() => iterator.next())
    if (next.done === true) return
    yield next.value
  }
}

/** A race, because the SDK asks for a token without our signal. */
async function answered<T>(
  call: (signal: AbortSignal) => Promise<T>,
  apiUrl: string,
  patienceMs: number,
): Promise<T> {
  const abort = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(silent(apiUrl, `no answer within ${patienceMs / 1000} s`))
      abort.abort()
    }, patienceMs)
  })
  try {
    return await Promise.race([call(abort.signal), tooLate])
  } catch (error) {
    if (isBoxError(error, 'no_answer')) throw silent(apiUrl, error.message, error)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

function silent(apiUrl: string, why: string, cause?: unknown): CliError {
  return new CliError(
    'upstreamDown',
    `Box does not answer at ${apiUrl}: ${why}`,
    'Are BOX_API_URL and BOX_OAUTH_URL right, and is the network up? Outages of Box: https://status.box.com',
    { cause },
  )
}
