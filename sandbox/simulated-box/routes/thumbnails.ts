import sharp from 'sharp'

import type { Answer, Call } from '../http/call'
import { ApiError, apiErrors } from '../rules/api-error'
import { currentVersion } from '../state/store'
import type { SimulatedBoxContext } from '../context'
import { fileFor } from './files'
import type { Parameters, Route } from './route'

/** In pixels, by format: https://developer.box.com/reference/get-files-id-thumbnail-id/ */
const sizes = { png: [32, 64, 128, 256], jpg: [32, 160, 320] }
const bounds = ['min_width', 'min_height', 'max_width', 'max_height'] as const
const images = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'tif', 'tiff', 'avif', 'svg']

export function thumbnailRoutes(context: SimulatedBoxContext): Route[] {
  return (['png', 'jpg'] as const).map((format) => ({
    method: 'GET',
    path: `/2.0/files/:id/thumbnail.${format}`,
    run: (call, parameters) => thumbnail(context, call, parameters, format),
  }))
}

/** As Box: 202 while it is made, which the first call starts, and 302 to a placeholder for other formats. */
async function thumbnail(
  context: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
  format: keyof typeof sizes,
): Promise<Answer> {
  const file = fileFor(context, call, parameters, 'see')
  const size = sizeFor(call, format)
  const version = currentVersion(file)
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const location = `${context.addresses.pageUrl}/placeholder-${encodeURIComponent(extension)}.png`
  if (!images.includes(extension)) return { status: 302, headers: { location } }
  if (!context.askedThumbnails.has(version.id)) {
    context.askedThumbnails.add(version.id)
    return { status: 202, headers: { location, 'retry-after': '1' } }
  }
  try {
    const content = Buffer.concat(await context.state.contents.read(version.id).toArray())
    const image = sharp(content).resize(size, size, { fit: 'inside' })
    const bytes = await (format === 'png' ? image.png() : image.flatten().jpeg()).toBuffer()
    return { status: 200, bytes: { type: format === 'png' ? 'image/png' : 'image/jpg', content: bytes } }
  } catch {
    return { status: 302, headers: { location } }
  }
}

function sizeFor(call: Call, format: keyof typeof sizes): number {
  const [minWidth = 32, minHeight = 32, maxWidth = 320, maxHeight = 320] = bounds.map((name) => {
    const text = call.entry.query[name]
    if (text === undefined) return undefined
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= 32 && value <= 320) return value
    throw apiErrors.badRequest(name, 'expected a whole number from 32 to 320.', text)
  })
  const [least, most] = [Math.max(minWidth, minHeight), Math.min(maxWidth, maxHeight)]
  const size = sizes[format].find((one) => one >= least && one <= most)
  if (size !== undefined) return size
  throw new ApiError(400, 'requested_preview_unavailable', 'Requested preview is not available')
}
