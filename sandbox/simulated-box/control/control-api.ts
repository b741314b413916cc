import type { Upload, Uploaded } from './control-types'

export const defaultTimeoutMs = 30_000

/** HTTP calls to the control API. They throw with Box's or the control API's own words. */
export function createControlApi(controlUrl: string) {
  const url = (path: string) => `${controlUrl}/control${path}`

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url(path), {
      method,
      ...(body === undefined ? {} : { headers, body: JSON.stringify(body) }),
    })
    return read(response)
  }

  async function upload({ content }: Upload, query: Record<string, string>): Promise<Uploaded> {
    const isPath = typeof content === 'object' && 'path' in content
    const search = new URLSearchParams(isPath ? { ...query, path: content.path } : query)
    const response = await fetch(url(`/uploads?${search.toString()}`), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: isPath ? undefined : content,
    })
    return uploadedOf(await read(response))
  }

  /** The first entry of the list that fits, now or within the time. The list is read again as it changes. */
  async function waitFor<T>(
    path: string,
    list: string,
    fits: (one: T) => boolean,
    timeoutMs = defaultTimeoutMs,
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs
    for (let version: number | undefined; ;) {
      const waitMs = version === undefined ? 0 : Math.min(10_000, Math.max(0, deadline - Date.now()))
      const query = `${path}&version=${version ?? 0}&wait=${waitMs}`
      const answer: { version: number } & Record<string, T[]> = await call('GET', query)
      const found = answer[list]?.find(fits)
      if (found !== undefined) return found
      if (Date.now() >= deadline)
        throw new Error(`none of ${answer[list]?.length ?? 0} ${list} fits after ${timeoutMs} ms`)
      version = answer.version
    }
  }

  return { call, upload, waitFor, download: (path: string) => bytesOf(url(path)) }
}

interface UploadAnswer {
  entries: { id: string; name: string; sha1: string; size: number; file_version: { id: string } }[]
}

function uploadedOf({ entries: [file] }: UploadAnswer): Uploaded {
  if (!file) throw new Error('the answer to the upload has no file')
  return {
    fileId: file.id,
    versionId: file.file_version.id,
    name: file.name,
    sha1: file.sha1,
    sizeBytes: file.size,
  }
}

async function bytesOf(url: string): Promise<Buffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`control API: ${response.status} ${await response.text()}`)
  return Buffer.from(await response.arrayBuffer())
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text()
  if (!response.ok) throw new Error(`control API: ${response.status} ${text}`)
  // Both ends share these types; a check of the shape would only repeat them.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- see above
  return JSON.parse(text)
}
