import { describeRun } from '../../runs/find-run'
import { messageOf, printable } from '../../workflows/text'
import type { PagesDeps } from '../deps'
import type { DocumentAnswer, Handler } from '../page-request'
import { runIdIn } from './run-id'
import { createThumbnails } from './thumbnails'

const policy = "sandbox; default-src 'none'; frame-ancestors 'none'"

/**
 * The thumbnail of a run's file as Box has it now, or a placeholder of its kind. Of files with a run only:
 * nobody looks through these pages at what QC has not seen.
 */
export function thumbnailPage({ temporal, box, now, logger }: PagesDeps): Handler {
  const thumbnails = createThumbnails(box, now)
  return async ({ query }) => {
    const workflowId = runIdIn(query)
    const { file } = await temporal.ask((client) => describeRun(client, workflowId))
    const kind = kindOf(file)
    if (kind === 'audio' || kind === 'text') return placeholder(kind, 3600)
    try {
      const image = await thumbnails.of(workflowId.split('/')[2] ?? '')
      if (image === undefined) return placeholder(kind, 3600)
      return { document: image, type: 'image/jpeg', policy, cacheControl: 'private, max-age=3600' }
    } catch (error) {
      logger.info({ workflowId, error: printable(messageOf(error), 200) }, 'pages: no thumbnail for now')
      return placeholder(kind, 0)
    }
  }
}

const kinds = {
  image: 'png jpg jpeg jpe gif webp tif tiff avif heic heif bmp psd psb jxl svg',
  video: 'mp4 mov m4v mxf avi mkv webm mpg mpeg ts mts wmv',
  audio: 'wav wave w64 mp3 aac m4a aif aiff flac ogg opus amr ac3 ec3',
  pdf: 'pdf ai',
  text: 'txt md csv srt vtt html htm docx rtf',
}
type Kind = keyof typeof kinds | 'file'

function kindOf(name: string): Kind {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  for (const kind of ['image', 'video', 'audio', 'pdf', 'text'] as const)
    if (kinds[kind].split(' ').includes(extension)) return kind
  return 'file'
}

/** The name of the file is beside it, so it says no more than the kind. */
function placeholder(kind: Kind, maxAgeSeconds: number): DocumentAnswer {
  const text = `<text x="32" y="28" text-anchor="middle" font-family="sans-serif" font-size="12"`
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48" width="64" height="48">' +
    `${text} fill="#7d8590">${kind}</text></svg>`
  const cacheControl = maxAgeSeconds === 0 ? 'no-store' : `private, max-age=${maxAgeSeconds}`
  return { document: Buffer.from(svg), type: 'image/svg+xml', policy, cacheControl }
}
