import sharp from 'sharp'

/**
 * The one way a image is opened: only loaders of `decodableTypes` are left in the library (no SVG, PDF or
 * ImageMagick, which open other files), one thread, no cache, so that memory comes back.
 */
export function openImage(path: string, options: sharp.SharpOptions): sharp.Sharp {
  prepareOnce()
  return sharp(path, { sequentialRead: true, limitInputChannels: mostChannels, ...options })
}

/** Print files carry spot colours and selections beside their four inks. */
const mostChannels = 60

let isPrepared = false

function prepareOnce(): void {
  if (isPrepared) return
  isPrepared = true
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
}

/** Without the loader of gain maps (Uhdr): it would decode the second image as well. */
const loaders = [
  'VipsForeignLoadJpegFile',
  'VipsForeignLoadPngFile',
  'VipsForeignLoadNsgifFile',
  'VipsForeignLoadWebpFile',
  'VipsForeignLoadTiffFile',
  'VipsForeignLoadHeifFile',
]
